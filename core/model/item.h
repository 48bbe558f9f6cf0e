// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The evidence item and what belongs to it: kinds, directions, times with their sources, attachments.
// Not how it is stored (core/store) and not how it was read (core/format).

#include "core/base/sha256.h"
#include "core/base/timestamp.h"
#include "core/base/transfer_decoder.h"
#include "core/model/issue.h"
#include "core/model/party.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::model {

using Id = std::int64_t; // a row of the case; 0 = none

// Notice: a line that a service wrote itself, or a reaction (blocked, number changed, "X likes ..."): kept
// and shown, never counted as a contact.
enum class ItemKind { Sms, Mms, Call, Email, Chat, Photo, Video, Audio, Document, Note, Notice };
enum class Direction { In, Out, Unknown };

// Where a time was found. The order has no meaning; the chosen time of an item is the first of its list.
enum class TimeSource {
    MessageExport, // the date field of an SMS or chat export: the phone's clock at receipt or sending
    MessageSent,   // the sender's or the network's time in the same export
    CallLog,
    MailDate,     // the Date header: the sender's clock
    MailReceived, // the topmost Received header: the receiving server's clock
    MailEnvelope, // an mbox From_ line
    Exif,         // DateTimeOriginal
    ExifGps,      // GPS date and time, UTC
    Xmp,
    PngText,
    FileName,
    FileTime,      // the file's modification time: weak
    MediaHeader,   // creation time in a film's or recording's own header
    SideFile,      // a file that the export put beside this one
    SeenInPicture, // read off the picture by the exposed person
    Witness,
    OwnMemory,
    Document,
    Unknown,
};

// The fixed words of the command line, the database and the JSON files ("sms", "in", "mail-date").
const char* codeOf(ItemKind kind);
const char* codeOf(Direction direction);
const char* codeOf(TimeSource source);
std::optional<ItemKind> itemKindOf(std::string_view code);
std::optional<Direction> directionOf(std::string_view code);
std::optional<TimeSource> timeSourceOf(std::string_view code);

struct TimeClaim {
    base::Timestamp time;
    TimeSource source = TimeSource::Unknown;
    std::string asWritten; // the source's own text
};

enum class ParticipantRole { From, To, Cc, Bcc };

struct Participant {
    ParticipantRole role = ParticipantRole::From;
    IdentifierKind kind = IdentifierKind::Phone;
    std::string id;   // as written in the source; empty for a hidden number
    std::string name; // as written in the source; a name somebody typed, not proof of who it is
    // The network a profile belongs to ("messenger", "whatsapp"): one name in two of them may be two people.
    // Empty for numbers and addresses, which mean the same everywhere.
    std::string service = {};
};

struct Attachment {
    std::string name;                // as written, without any folder part
    std::string type;                // MIME, lower case
    std::uint64_t size = 0;          // bytes, decoded
    base::Digest sha256{};           // of the decoded bytes
    std::uint64_t offset = 0;        // of the encoded bytes in the original
    std::uint64_t encodedLength = 0; // bytes in the original
    base::TransferEncoding encoding = base::TransferEncoding::Identity; // in the original
    bool isInline = false;
    // Where the bytes are in a file of their own: its path as the export writes it, with / between. Then the
    // reader leaves size, hash and place empty, and who stores the item looks the file up. Empty: the bytes
    // are in the original.
    std::string path;
};

struct Gps {
    double latitude = 0;  // degrees, north positive
    double longitude = 0; // degrees, east positive
};

struct PhotoInfo {
    int width = 0; // pixels, as stored (before orientation)
    int height = 0;
    int orientation = 1; // EXIF 1 to 8
    std::optional<Gps> gps;
    std::string camera; // make and model
    bool isScreenshot = false;
};

// Call types of Android's call log, and what other exports say in the same words.
enum class CallType { Incoming, Outgoing, Missed, Voicemail, Rejected, Blocked, Other };
const char* codeOf(CallType type);
std::optional<CallType> callTypeOf(std::string_view code);

struct CallInfo {
    CallType type = CallType::Other;
    std::int64_t durationSeconds = 0;
    std::string rawType; // as written, for codes we do not know
};

} // namespace core::model
