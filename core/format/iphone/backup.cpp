// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/iphone/backup.h"

#include "core/base/utf8.h"
#include "core/format/iphone/backup_name.h"

#include <algorithm>

namespace core::format::iphone {

namespace {

constexpr std::int64_t kEpochS = 978'307'200;                // 2001-01-01 in seconds since 1970
constexpr std::int64_t kNanosecondsFrom = 1'000'000'000'000; // as seconds the year 33 690
constexpr std::int64_t kLatestS = 4'102'444'800 - kEpochS;   // 2100
constexpr std::int64_t kEarliestS = -347'155'200;            // 1990

} // namespace

std::string Reading::pathOf(std::string_view domain, const std::string& path) const {
    if (!isBackupName(context.fileName)) return path;
    const std::string name = backupName(domain, path);
    return name.substr(0, 2) + "/" + name;
}

void Reading::give(ItemRecord&& record) {
    record.index = ++index;
    repeats.tellApart(record);
    sink.item(std::move(record));
}

std::optional<std::int64_t> sinceEpoch(std::int64_t since2001) {
    if (since2001 == 0) return std::nullopt;
    if (since2001 >= kNanosecondsFrom || since2001 <= -kNanosecondsFrom)
        return kEpochS * 1000 + since2001 / 1'000'000;
    if (since2001 < kEarliestS || since2001 > kLatestS) return std::int64_t{-1}; // no date
    return (kEpochS + since2001) * 1000;
}

void addTime(ItemRecord& record, std::int64_t since2001, const ReadContext& context,
             model::TimeSource source) {
    const auto ms = sinceEpoch(since2001);
    const std::string written = std::to_string(since2001);
    chat::addTime(record, ms ? ms : std::optional<std::int64_t>(0), written, context.nowMs);
    if (!record.times.empty()) record.times.back().source = source;
}

model::Participant personOf(model::ParticipantRole role, const std::string& id, const std::string& name,
                            const char* service) {
    const auto kind = model::guessIdentifierKind(id);
    const bool isProfile = kind == model::IdentifierKind::Profile;
    return {role, kind, id, name, isProfile ? service : ""};
}

// An NSAttributedString begins with its text: ... "NSString" 01 94 84 01 '+' length text.
std::optional<std::string> typedText(std::string_view blob) {
    if (blob.substr(0, 32).find("streamtyped") == std::string_view::npos) return std::nullopt;
    std::size_t at = std::min(blob.find("NSString"), blob.find("NSMutableString"));
    if (at == std::string_view::npos) return std::nullopt;
    at = blob.find('+', at);
    if (at == std::string_view::npos || at + 1 >= blob.size()) return std::nullopt;
    const auto byte = [&](std::size_t i) {
        return i < blob.size() ? static_cast<std::size_t>(static_cast<unsigned char>(blob[i])) : 0;
    };
    std::size_t length = byte(at + 1);
    at += 2;
    if (length == 0x81) {
        length = byte(at) | byte(at + 1) << 8U;
        at += 2;
    } else if (length == 0x82) {
        length = byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U | byte(at + 3) << 24U;
        at += 4;
    }
    if (at > blob.size() || length > blob.size() - at) return std::nullopt;
    return base::repairUtf8(blob.substr(at, length));
}

namespace {

// Binary: names and values of the dictionary are numbers of objects, whose places stand in a table at the
// end. `key`: where the name stands.
std::optional<bool> truthInBinary(std::string_view list, std::size_t key) {
    if (list.size() < 40) return std::nullopt;
    const std::string_view trailer = list.substr(list.size() - 32);
    const auto number = [&](std::string_view bytes, std::size_t at, std::size_t size) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
            value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    const std::size_t offsetSize = number(trailer, 6, 1);
    const std::size_t referenceSize = number(trailer, 7, 1);
    const std::uint64_t table = number(trailer, 24, 8);
    if (offsetSize == 0 || offsetSize > 8 || referenceSize == 0 || referenceSize > 8 || table >= list.size())
        return std::nullopt;
    const auto placeOf = [&](std::uint64_t object) {
        if (object > list.size()) return list.size();
        const std::uint64_t at = table + object * offsetSize;
        return static_cast<std::size_t>(std::min<std::uint64_t>(number(list, at, offsetSize), list.size()));
    };
    std::size_t at = placeOf(number(trailer, 16, 8));
    if (at + 1 >= list.size()) return std::nullopt;
    std::size_t count = static_cast<unsigned char>(list[at]) & 0x0FU;
    if ((static_cast<unsigned char>(list[at]) & 0xF0U) != 0xD0U) return std::nullopt;
    ++at;
    if (count == 15) {
        count = number(list, at + 1, 1);
        at += 2;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t name = placeOf(number(list, at + i * referenceSize, referenceSize));
        if (name + 1 != key) continue;
        const std::size_t value = placeOf(number(list, at + (count + i) * referenceSize, referenceSize));
        return value < list.size() && list[value] == '\x09';
    }
    return std::nullopt;
}

} // namespace

std::optional<bool> saysEncrypted(std::string_view list) {
    const std::size_t key = list.find("IsEncrypted");
    if (key == std::string_view::npos || list.find("BackupKeyBag") == std::string_view::npos)
        return std::nullopt;
    if (!list.starts_with("bplist00")) { // <key>IsEncrypted</key> <true/>
        const std::size_t isTrue = list.find("<true", key);
        return isTrue != std::string_view::npos && isTrue < list.find("<false", key);
    }
    return truthInBinary(list, key);
}

} // namespace core::format::iphone
