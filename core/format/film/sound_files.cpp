// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/containers.h"
#include "core/format/film/iso_box.h"

#include <algorithm>

namespace core::format::film {

namespace {

constexpr std::uint64_t kHead = 64 * 1024;
double doubleOf(std::uint64_t bits) {
    double value = 0;
    static_assert(sizeof value == sizeof bits);
    std::copy_n(reinterpret_cast<const char*>(&bits), sizeof bits, reinterpret_cast<char*>(&value));
    return value == value && value > 0 && value < 1e9 ? value : 0; // a NaN is not equal to itself
}

// RFC 3533, 6: the last page's granule position is the number of samples up to it.
std::uint64_t lastGranule(std::string_view tail) {
    constexpr std::uint64_t none = ~std::uint64_t{0};
    for (std::size_t at = tail.rfind("OggS"); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : tail.rfind("OggS", at - 1)) {
        const std::uint64_t granule = littleEndian(tail, at + 6, 8);
        if (at + 27 <= tail.size() && tail[at + 4] == 0 && granule != none) return granule;
    }
    return 0;
}

// "caff" chunks: a type and a length of eight bytes each.
struct CafChunk {
    std::string type;
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
};

// The pairs of strings of an "info" chunk.
void readCafInfo(std::string_view chunk, MediaInfo& info) {
    std::uint64_t count = bigEndian(chunk, 0, 4);
    std::string_view rest = chunk.substr(std::min<std::size_t>(4, chunk.size()));
    const auto next = [&rest] {
        const std::string_view text = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(std::min(rest.size(), text.size() + 1));
        return text;
    };
    for (; count > 0 && !rest.empty(); --count) {
        const std::string_view key = next();
        const std::string_view value = next();
        if (key == "recorded date") info.header = info.headerAsWritten = std::string(value.substr(0, 64));
    }
}

} // namespace

MediaInfo readOgg(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    const std::string head = file.range(0, kHead);
    const std::string tail = file.range(file.size() - std::min(file.size(), kHead + 1), kHead + 1);
    const double granule = static_cast<double>(lastGranule(tail));
    if (const std::size_t opus = head.find("OpusHead"); opus != std::string::npos) {
        constexpr double rate = 48000; // whatever the input was, RFC 7845, 4
        setDuration(info, granule - static_cast<double>(littleEndian(head, opus + 10, 2)), rate);
    } else if (const std::size_t vorbis = head.find("\x01vorbis"); vorbis != std::string::npos) {
        setDuration(info, granule, static_cast<double>(littleEndian(head, vorbis + 12, 4)));
    } else if (const std::size_t speex = head.find("Speex   "); speex != std::string::npos) {
        setDuration(info, granule, static_cast<double>(littleEndian(head, speex + 36, 4)));
    } else {
        info.hasPictures = head.find("\x80theora") != std::string::npos;
    }
    return info;
}

// https://www.rfc-editor.org/rfc/rfc9639, 8.2: rate, channels and bits share eight bytes with the length.
MediaInfo readFlac(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    const std::string head = file.range(0, 42);
    const std::uint64_t packed = bigEndian(head, 18, 8);
    if (head.size() < 42) info.damage = "no stream information";
    setDuration(info, static_cast<double>(packed & 0xFFFFFFFFFULL), static_cast<double>(packed >> 44U));
    return info;
}

// Apple, Core Audio Format Specification 1.0.
MediaInfo readCaf(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    double rate = 0;
    std::uint64_t packetBytes = 0;
    std::uint64_t packetFrames = 0;
    std::uint64_t at = 8;
    for (int chunks = 0; chunks < 1000 && at + 12 <= file.size(); ++chunks) {
        const std::string head = file.range(at, 12);
        const std::uint64_t left = file.size() - at - 12;
        const std::uint64_t said = bigEndian(head, 4, 8);
        const std::uint64_t size = std::min(said, left); // -1: up to the end
        const CafChunk chunk{head.substr(0, 4), at + 12, size};
        const std::string content = chunk.type == "data" || chunk.type == "free"
                                        ? ""
                                        : file.range(chunk.begin, std::min(size, kHead));
        if (chunk.type == "desc") {
            rate = doubleOf(bigEndian(content, 0, 8));
            packetBytes = bigEndian(content, 16, 4);
            packetFrames = bigEndian(content, 20, 4);
        }
        // Where all packets are alike there is no table of them.
        if (chunk.type == "data" && packetBytes > 0 && packetFrames > 0 && size >= 4) {
            const std::uint64_t packets = (size - 4) / packetBytes;
            setDuration(info, static_cast<double>(packets) * static_cast<double>(packetFrames), rate);
        }
        if (chunk.type == "pakt") setDuration(info, static_cast<double>(bigEndian(content, 8, 8)), rate);
        if (chunk.type == "info") readCafInfo(content, info);
        if (said > left) {
            info.isShort = said != ~std::uint64_t{0};
            break;
        }
        at += 12 + size;
    }
    if (rate <= 0) info.damage = "no description";
    return info;
}

} // namespace core::format::film
