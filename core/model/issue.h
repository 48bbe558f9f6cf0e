// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Something odd in the input: kept with the item or the source, shown in the import report, never thrown.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::model {

enum class IssueCode {
    Truncated,         // the file ends in the middle of a record
    Malformed,         // a record that could not be read at all and was skipped
    InvalidCharacters, // bytes or references that are no characters; shown as U+FFFD
    MissingDate,
    InvalidDate,
    DateDisagrees,   // two times of the item tell of different moments
    FutureDate,      // later than the moment of import
    AmbiguousHour,   // a local time in the hour that came twice
    NonexistentHour, // a local time in the hour that never was
    UnknownCharset,
    UnknownEncoding, // Content-Transfer-Encoding or the like
    InvalidBase64,   // junk inside base64; what could be decoded was kept
    MissingBoundary, // multipart without boundary or without its end
    TooDeep,         // nesting beyond the limit; the rest is kept as an attachment
    TooLarge,        // beyond a limit; the bytes are kept, the content is not shown
    MissingSender,
    HiddenNumber,  // the caller's number was withheld
    CountDiffers,  // the file says another number of records than it holds
    UnknownCode,   // a code of the format that is not known; kept as written
    NotDownloaded, // a message of which only the notice is in the export
    DamagedPicture,
    DamagedMetadata,
    SealedContent, // encrypted or signed so that the content cannot be read here
    UnknownFormat,
    NotSent,         // a draft, or a message that failed or still waits: the other side may never have got it
    SenderDisagrees, // the list of addresses names another sender than the conversation
    OtherName,       // the same bytes came under another file name too
    AnotherMail,     // a line that looks like the begin of another mail and was not taken for one
    DoubtfulTime,    // the date or its zone can be read in more than one way
    DoubtfulSender,  // the sender can be read in more than one way
    MissingAttachment, // the file of an attachment is not in the export
    Withdrawn,         // the message was taken back by its sender; its content is not in the export
    Edited,            // the message was changed after it was sent
    Nested,            // it came inside another item
    NotContained,      // what exports of this kind never hold
    UnsafeName,        // a file name in an archive that would have led out of its folder
};

enum class IssueSeverity { Note, Odd, Skipped };

struct Issue {
    IssueCode code = IssueCode::Malformed;
    IssueSeverity severity = IssueSeverity::Odd;
    std::string detail;       // data, not prose: the value found, a count
    std::uint64_t offset = 0; // bytes from the start of the source
};

const char* codeOf(IssueCode code); // "invalid-date"
std::optional<IssueCode> issueCodeOf(std::string_view code);
const char* codeOf(IssueSeverity severity); // "note", "odd", "skipped"
std::optional<IssueSeverity> issueSeverityOf(std::string_view code);
const char* describe(IssueCode code); // one English sentence, a msgid of the translation

} // namespace core::model
