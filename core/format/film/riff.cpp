// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/format/film/containers.h"
#include "core/format/film/iso_box.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace core::format::film {

namespace {

constexpr std::uint64_t kLargestChunk = 1024 * 1024; // of those that are looked into
constexpr int kMostChunks = 10'000;

struct Chunk {
    std::string type;
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    bool fits = true;
};

// Calls back for each chunk of the range until the callback says that it has seen enough.
void eachChunk(Window& file, std::uint64_t at, std::uint64_t end,
               const std::function<bool(const Chunk&)>& see) {
    end = std::min(end, file.size());
    for (int count = 0; count < kMostChunks && at + 8 <= end; ++count) {
        const std::string head = file.range(at, 8);
        if (head.size() < 8) return;
        const std::uint64_t size = littleEndian(head, 4, 4);
        const bool fits = size <= end - at - 8;
        if (!see({head.substr(0, 4), at + 8, size, fits})) return;
        at += 8 + size + size % 2;
    }
}

std::string textOf(std::string_view bytes) {
    std::string text(bytes.substr(0, std::min(bytes.find('\0'), bytes.size())));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return base::repairUtf8(text);
}

void setHeader(MediaInfo& info, std::string text) {
    info.headerAsWritten = text;
    info.header = std::move(text);
    info.headerZone = HeaderZone::Local;
}

// One "strl": what kind of stream, how many frames, how large.
void readStream(Window& file, const Chunk& list, MediaInfo& info) {
    bool isPicture = false;
    eachChunk(file, list.begin + 4, list.begin + list.size, [&](const Chunk& chunk) {
        const std::string content = file.range(chunk.begin, std::min<std::uint64_t>(chunk.size, 64));
        if (chunk.type == "strh") {
            isPicture = content.starts_with("vids");
            info.hasPictures = info.hasPictures || isPicture;
            info.hasSound = info.hasSound || content.starts_with("auds");
            const auto scale = static_cast<double>(littleEndian(content, 20, 4));
            const auto rate = static_cast<double>(littleEndian(content, 24, 4));
            if (isPicture) setDuration(info, static_cast<double>(littleEndian(content, 32, 4)) * scale, rate);
        }
        if (chunk.type == "strf" && isPicture) {
            const auto height =
                static_cast<std::int32_t>(littleEndian(content, 8, 4)); // negative: from the top
            info.frame.width = static_cast<int>(littleEndian(content, 4, 4) & 0xFFFF);
            info.frame.height = static_cast<int>(std::abs(static_cast<std::int64_t>(height)) & 0xFFFF);
        }
        return chunk.fits;
    });
}

void readHeaders(Window& file, const Chunk& list, MediaInfo& info) {
    eachChunk(file, list.begin + 4, list.begin + list.size, [&](const Chunk& chunk) {
        if (chunk.type == "avih" && !info.durationMs) {
            const std::string content = file.range(chunk.begin, 56);
            setDuration(info,
                        static_cast<double>(littleEndian(content, 16, 4)) *
                            static_cast<double>(littleEndian(content, 0, 4)),
                        1e6);
        }
        if (chunk.type == "LIST" && file.range(chunk.begin, 4) == "strl") readStream(file, chunk, info);
        if (chunk.type == "IDIT")
            setHeader(info, textOf(file.range(chunk.begin, std::min(chunk.size, std::uint64_t{64}))));
        return chunk.fits;
    });
}

void readInfo(Window& file, const Chunk& list, MediaInfo& info) {
    eachChunk(file, list.begin + 4, list.begin + list.size, [&](const Chunk& chunk) {
        if (chunk.type == "ICRD" && info.header.empty())
            setHeader(info, textOf(file.range(chunk.begin, std::min(chunk.size, std::uint64_t{64}))));
        return chunk.fits;
    });
}

// EBU Tech 3285, 2.3: date and time of the recorder's clock.
void readBroadcast(std::string_view bext, MediaInfo& info) {
    constexpr std::size_t at = 320;
    if (bext.size() < at + 18) return;
    const std::string date = textOf(bext.substr(at, 10));
    if (!date.empty()) setHeader(info, date + " " + textOf(bext.substr(at + 10, 8)));
}

} // namespace

MediaInfo readAvi(Window& file) {
    MediaInfo info;
    eachChunk(file, 12, file.size(), [&](const Chunk& chunk) {
        if (!chunk.fits) info.isShort = true;
        if (chunk.type == "LIST") {
            const std::string kind = file.range(chunk.begin, 4);
            if (kind == "hdrl") readHeaders(file, chunk, info);
            if (kind == "INFO") readInfo(file, chunk, info);
        }
        return chunk.fits;
    });
    if (!info.hasPictures && !info.hasSound) info.damage = "no streams";
    return info;
}

MediaInfo readWav(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    double bytesASecond = 0;
    eachChunk(file, 12, file.size(), [&](const Chunk& chunk) {
        if (chunk.type == "fmt ")
            bytesASecond = static_cast<double>(littleEndian(file.range(chunk.begin, 16), 8, 4));
        if (chunk.type == "bext")
            readBroadcast(file.range(chunk.begin, std::min(chunk.size, kLargestChunk)), info);
        if (chunk.type == "LIST" && file.range(chunk.begin, 4) == "INFO") readInfo(file, chunk, info);
        if (chunk.type == "data") {
            // A recorder that was broken off, or went beyond 4 GB, has a length that says nothing.
            const std::uint64_t there = file.size() - chunk.begin;
            const bool isSaid = chunk.size != 0 && chunk.size != 0xFFFFFFFF;
            info.isShort = isSaid && !chunk.fits;
            setDuration(info, static_cast<double>(isSaid ? std::min(chunk.size, there) : there),
                        bytesASecond);
        }
        return chunk.fits;
    });
    if (bytesASecond <= 0) info.damage = "no format";
    return info;
}

} // namespace core::format::film
