// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/transport.h"

#include "core/format/film/iso_box.h"

#include <algorithm>
#include <map>

namespace core::format::film {

namespace {

constexpr std::size_t kPlain = 188;
constexpr std::size_t kTimed = 192; // with four bytes of time before each
constexpr char kSync = 0x47;
constexpr int kSyncs = 5;                        // in a row, or as many as there are
constexpr std::uint64_t kEnds = 2 * 1024 * 1024; // bytes that are looked into at the begin and the end
constexpr std::uint64_t kSample = 256 * 1024;
constexpr std::uint64_t kSamples = 16;
constexpr std::size_t kClockText = 19; // "2023-05-14 21:30:45"; the zone is of a menu that nobody looks at
constexpr std::size_t kMostPictures = 512 * 1024; // bytes of them that are searched
constexpr std::int64_t kClock = 90'000;           // ticks a second
constexpr std::int64_t kTurn = std::int64_t{1} << 33U;
constexpr std::int64_t kSlack = 10 * kClock; // pictures are stored in the order of decoding

// Without the mark of an error, and with something in it.
bool isPacket(std::string_view bytes, std::size_t at) {
    return bytes[at] == kSync && (bytes[at + 1] & 0x80) == 0 && (bytes[at + 3] & 0x30) != 0;
}

// Where packets of that size begin within the first of them; npos where they do not.
std::size_t beginOfPackets(std::string_view bytes, std::size_t size) {
    const std::size_t lead = size - kPlain;
    for (std::size_t begin = 0; begin < size && begin + size <= bytes.size(); ++begin) {
        int syncs = 0;
        std::size_t at = begin + lead;
        while (syncs < kSyncs && at < bytes.size() && bytes[at] == kSync) {
            ++syncs;
            at += size;
        }
        if (syncs == kSyncs || (syncs >= 2 && at >= bytes.size())) return begin;
    }
    return std::string_view::npos;
}

enum class Kind { Other, Pictures, Sound };

// Table 2-34, and what Blu-ray and AVCHD put beside it.
Kind kindOf(unsigned streamType) {
    switch (streamType) {
    case 0x01: // MPEG-1
    case 0x02: // MPEG-2
    case 0x10: // MPEG-4 part 2
    case 0x1B: // H.264
    case 0x24: // H.265
    case 0xEA: // VC-1
        return Kind::Pictures;
    case 0x03:
    case 0x04: // MPEG audio
    case 0x0F:
    case 0x11: // AAC
    case 0x80: // linear PCM
    case 0x81: // AC-3
    case 0x82:
    case 0x85:
    case 0x86: // DTS
    case 0x87: // E-AC-3
        return Kind::Sound;
    default:
        return Kind::Other;
    }
}

unsigned pidAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned>(bigEndian(bytes, at, 2)) & 0x1FFFU;
}

class Stream {
public:
    explicit Stream(std::size_t packet) : packet_(packet) {}

    // Tells the times of the leading stream, in ticks.
    template <typename OnTime>
    void read(std::string_view bytes, const OnTime& onTime) {
        const std::size_t begin = beginOfPackets(bytes, packet_);
        if (begin == std::string_view::npos) return;
        for (std::size_t at = begin + packet_ - kPlain; at + kPlain <= bytes.size(); at += packet_)
            if (bytes[at] == kSync) one(bytes.substr(at, kPlain), onTime);
    }

    bool has(Kind kind) const {
        return std::any_of(kinds_.begin(), kinds_.end(),
                           [kind](const auto& one) { return one.second == kind; });
    }
    const std::string& pictures() const { return pictures_; }

private:
    template <typename OnTime>
    void one(std::string_view packet, const OnTime& onTime) {
        const bool isBegin = (packet[1] & 0x40) != 0;
        const unsigned pid = pidAt(packet, 1);
        const auto flags = static_cast<unsigned char>(packet[3]);
        if ((flags & 0x10U) == 0) return; // no payload
        std::size_t at = 4;
        if ((flags & 0x20U) != 0) at += std::size_t{1} + static_cast<unsigned char>(packet[4]);
        if (at >= packet.size()) return;
        const std::string_view payload = packet.substr(at);
        if (isBegin && pid == 0) programs(payload);
        if (isBegin && pid == map_ && pid != 0) streams(payload);
        const auto found = kinds_.find(pid);
        if (found == kinds_.end()) return;
        if (found->second == Kind::Pictures && pictures_.size() < kMostPictures) pictures_ += payload;
        const bool isLeading = found->second == Kind::Pictures || !has(Kind::Pictures);
        if (isBegin && isLeading && found->second != Kind::Other) time(payload, onTime);
    }

    // 2.4.4.3: the table of the programs names the packets of the table of the first one's streams.
    void programs(std::string_view payload) {
        const std::string_view table = section(payload, 0x00);
        for (std::size_t at = 8; map_ == 0 && at + 8 <= table.size(); at += 4)
            if (bigEndian(table, at, 2) != 0) map_ = pidAt(table, at + 2);
    }

    // 2.4.4.8.
    void streams(std::string_view payload) {
        const std::string_view table = section(payload, 0x02);
        if (table.size() < 12) return;
        std::size_t at = 12 + (bigEndian(table, 10, 2) & 0xFFFU);
        while (at + 5 + 4 <= table.size() && kinds_.size() < 64) {
            const Kind kind = kindOf(static_cast<unsigned char>(table[at]));
            if (kind != Kind::Other) kinds_.emplace(pidAt(table, at + 1), kind);
            at += 5 + (bigEndian(table, at + 3, 2) & 0xFFFU);
        }
    }

    // As far as it lies in this packet, its check sum with it.
    static std::string_view section(std::string_view payload, unsigned table) {
        const std::size_t begin = std::size_t{1} + static_cast<unsigned char>(payload[0]);
        if (begin + 3 > payload.size() || static_cast<unsigned char>(payload[begin]) != table) return {};
        return payload.substr(begin, 3 + (bigEndian(payload, begin + 1, 2) & 0xFFFU));
    }

    // 2.4.3.6: when it is to be shown.
    template <typename OnTime>
    static void time(std::string_view pes, const OnTime& onTime) {
        if (pes.size() < 14 || !pes.starts_with(std::string_view("\0\0\1", 3)) || (pes[7] & 0x80) == 0)
            return;
        const auto part = [&](std::size_t at, std::size_t count) {
            return static_cast<std::int64_t>(bigEndian(pes, at, count) >> 1U);
        };
        onTime((part(9, 1) & 7) << 30U | part(10, 2) << 15U | part(12, 2));
    }

    std::size_t packet_;
    unsigned map_ = 0;
    std::map<unsigned, Kind> kinds_; // by the number of the packets
    std::string pictures_;
};

// How long it lasts, from times of which each piece of the file tells some, in the order of the file. Of
// recordings that were put behind one another the clock begins anew: then nobody knows.
class Lasting {
public:
    void add(std::int64_t ticks) {
        if (!first_) first_ = ticks;
        std::int64_t since = (ticks - *first_ + kTurn) % kTurn;
        if (since > kTurn / 2) since -= kTurn;
        least_ = std::min(least_, since);
        isBroken_ = isBroken_ || since < latest_ - kSlack || since < -kSlack;
        latest_ = std::max(latest_, since);
    }
    std::optional<std::int64_t> ms() const {
        if (!first_ || isBroken_ || latest_ <= least_) return std::nullopt;
        return (latest_ - least_) * 1000 / kClock;
    }

private:
    std::optional<std::int64_t> first_;
    std::int64_t least_ = 0, latest_ = 0;
    bool isBroken_ = false;
};

} // namespace

std::size_t transportPacket(std::string_view head) {
    for (const std::size_t size : {kPlain, kTimed}) {
        const std::size_t sync = size - kPlain;
        int syncs = 0;
        for (std::size_t at = sync; at + 4 <= head.size() && isPacket(head, at) && syncs < kSyncs; at += size)
            ++syncs;
        if (syncs == kSyncs) return size;
    }
    return 0;
}

MediaInfo readTransport(Window& file) {
    MediaInfo info;
    const std::string head = file.range(0, kEnds);
    Stream stream(std::max(kPlain, transportPacket(head)));
    Lasting lasting;
    const auto add = [&](std::int64_t ticks) { lasting.add(ticks); };
    stream.read(head, add);
    if (file.size() > 2 * kEnds)
        for (std::uint64_t i = 1; i < kSamples; ++i)
            stream.read(file.range(file.size() / kSamples * i, kSample), add);
    if (file.size() > kEnds) stream.read(file.range(std::max(kEnds, file.size() - kEnds), kEnds), add);
    info.hasPictures = stream.has(Kind::Pictures);
    info.hasSound = stream.has(Kind::Sound);
    info.durationMs = lasting.ms();
    info.headerAsWritten = cameraClock(stream.pictures());
    info.header = info.headerAsWritten.substr(0, kClockText);
    info.headerZone = HeaderZone::Local;
    if (!info.hasPictures && !info.hasSound) info.damage = "no streams";
    return info;
}

} // namespace core::format::film
