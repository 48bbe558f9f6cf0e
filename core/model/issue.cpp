// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/issue.h"

#include "core/base/catalog.h"
#include "core/model/code_table.h"

#include <array>

namespace core::model {

namespace {
constexpr std::array<const char*, 36> kIssueCodeCodes{
    "truncated",        "malformed",        "invalid-characters", "missing-date",
    "invalid-date",     "date-disagrees",   "future-date",        "ambiguous-hour",
    "nonexistent-hour", "unknown-charset",  "unknown-encoding",   "invalid-base64",
    "missing-boundary", "too-deep",         "too-large",          "missing-sender",
    "hidden-number",    "count-differs",    "unknown-code",       "not-downloaded",
    "damaged-picture",  "damaged-metadata", "sealed-content",     "unknown-format",
    "not-sent",         "sender-disagrees", "other-name",         "another-mail",
    "doubtful-time",    "doubtful-sender",  "missing-attachment", "withdrawn",
    "edited",           "nested",           "not-contained",      "unsafe-name"};
constexpr std::array<const char*, 3> kIssueSeverityCodes{"note", "odd", "skipped"};
} // namespace

const char* codeOf(IssueCode value) { return codeAt(kIssueCodeCodes, value); }
std::optional<IssueCode> issueCodeOf(std::string_view code) {
    return valueOf<IssueCode>(kIssueCodeCodes, code);
}
const char* codeOf(IssueSeverity value) { return codeAt(kIssueSeverityCodes, value); }

std::optional<IssueSeverity> issueSeverityOf(std::string_view code) {
    return valueOf<IssueSeverity>(kIssueSeverityCodes, code);
}

const char* describe(IssueCode code) {
    switch (code) {
    case IssueCode::Truncated:
        return base::markText("The file ends in the middle of a record.");
    case IssueCode::Malformed:
        return base::markText("A record could not be read and was skipped.");
    case IssueCode::InvalidCharacters:
        return base::markText("Some bytes are no characters; they are shown as a replacement sign.");
    case IssueCode::MissingDate:
        return base::markText("There is no date.");
    case IssueCode::InvalidDate:
        return base::markText("The date cannot be read.");
    case IssueCode::DateDisagrees:
        return base::markText("The times of this item do not agree.");
    case IssueCode::FutureDate:
        return base::markText("The date lies after the import.");
    case IssueCode::AmbiguousHour:
        return base::markText("The local time came twice that day, when summer time ended.");
    case IssueCode::NonexistentHour:
        return base::markText("The local time did not exist that day, when summer time began.");
    case IssueCode::UnknownCharset:
        return base::markText("The character set is not known.");
    case IssueCode::UnknownEncoding:
        return base::markText("The encoding is not known.");
    case IssueCode::InvalidBase64:
        return base::markText("There is junk inside the encoded data; what could be read was kept.");
    case IssueCode::MissingBoundary:
        return base::markText("A part of the mail has no clear end.");
    case IssueCode::TooDeep:
        return base::markText("Parts are nested too deeply; the rest is kept as an attachment.");
    case IssueCode::TooLarge:
        return base::markText("Larger than can be shown; the bytes are kept.");
    case IssueCode::MissingSender:
        return base::markText("There is no sender.");
    case IssueCode::HiddenNumber:
        return base::markText("The number was withheld.");
    case IssueCode::CountDiffers:
        return base::markText("The file says another number of records than it holds.");
    case IssueCode::UnknownCode:
        return base::markText("A code is not known; it is kept as written.");
    case IssueCode::NotDownloaded:
        return base::markText("Only the notice of the message is in the export, not its content.");
    case IssueCode::DamagedPicture:
        return base::markText("The picture is damaged.");
    case IssueCode::DamagedMetadata:
        return base::markText("The data about the picture is damaged.");
    case IssueCode::SealedContent:
        return base::markText("The content is encrypted or sealed and cannot be read here.");
    case IssueCode::UnknownFormat:
        return base::markText("The kind of file is not known.");
    case IssueCode::NotSent:
        return base::markText("A draft, or a message that was not sent.");
    case IssueCode::SenderDisagrees:
        return base::markText("The message names another sender than its conversation does.");
    case IssueCode::OtherName:
        return base::markText("The same file came under another name too.");
    case IssueCode::AnotherMail:
        return base::markText("A line in it looks like the beginning of another message.");
    case IssueCode::DoubtfulTime:
        return base::markText("The date or its time zone can be read in more than one way.");
    case IssueCode::DoubtfulSender:
        return base::markText("The sender can be read in more than one way.");
    case IssueCode::MissingAttachment:
        return base::markText("The file of an attachment is not in the export.");
    case IssueCode::Withdrawn:
        return base::markText(
            "The message was taken back by its sender; the export does not hold its content.");
    case IssueCode::Edited:
        return base::markText("The message was changed after it was sent.");
    case IssueCode::Nested:
        return base::markText("It came inside another item.");
    case IssueCode::NotContained:
        return base::markText("Exports of this kind never hold everything.");
    case IssueCode::UnsafeName:
        return base::markText(
            "A file name in the archive leads out of its folder; only its last part is used.");
    }
    return "";
}

} // namespace core::model
