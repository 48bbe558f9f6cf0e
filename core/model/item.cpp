// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/item.h"

#include "core/model/code_table.h"

#include <array>

namespace core::model {

namespace {
constexpr std::array<const char*, 11> kItemKindCodes{"sms",   "mms",   "call",     "email", "chat",  "photo",
                                                     "video", "audio", "document", "note",  "notice"};
constexpr std::array<const char*, 3> kDirectionCodes{"in", "out", "unknown"};
constexpr std::array<const char*, 19> kTimeSourceCodes{
    "message-export", "message-sent", "call-log",     "mail-date", "mail-received",
    "mail-envelope",  "exif",         "exif-gps",     "xmp",       "png-text",
    "file-name",      "file-time",    "media-header", "side-file", "seen-in-picture",
    "witness",        "own-memory",   "document",     "unknown"};
constexpr std::array<const char*, 7> kCallTypeCodes{"incoming", "outgoing", "missed", "voicemail",
                                                    "rejected", "blocked",  "other"};
} // namespace

const char* codeOf(ItemKind value) { return codeAt(kItemKindCodes, value); }
std::optional<ItemKind> itemKindOf(std::string_view code) { return valueOf<ItemKind>(kItemKindCodes, code); }
const char* codeOf(Direction value) { return codeAt(kDirectionCodes, value); }
std::optional<Direction> directionOf(std::string_view code) {
    return valueOf<Direction>(kDirectionCodes, code);
}
const char* codeOf(TimeSource value) { return codeAt(kTimeSourceCodes, value); }
std::optional<TimeSource> timeSourceOf(std::string_view code) {
    return valueOf<TimeSource>(kTimeSourceCodes, code);
}
const char* codeOf(CallType value) { return codeAt(kCallTypeCodes, value); }
std::optional<CallType> callTypeOf(std::string_view code) { return valueOf<CallType>(kCallTypeCodes, code); }

} // namespace core::model
