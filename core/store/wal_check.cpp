// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wal_check.h"

#include "core/store/bytes.h"
#include "core/store/disk.h"

#include <algorithm>
#include <string>

// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log

namespace core::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLogHeaderSize = 32;
constexpr std::size_t kFrameHeaderSize = 24;
constexpr std::uint32_t kMagicLittle = 0x377F0682; // the lowest bit: checksums over big-endian words
constexpr std::uint32_t kWalVersion = 3007000;

std::uint32_t big(std::string_view bytes, std::size_t at) {
    return __builtin_bswap32(getNumber<std::uint32_t>(bytes, at));
}

struct Checksum {
    bool bigEndian = false;
    std::uint32_t a = 0, b = 0;

    void add(std::string_view bytes) {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            a += word(bytes, i) + b;
            b += word(bytes, i + 4) + a;
        }
    }
    bool is(std::string_view bytes, std::size_t at) const {
        return a == big(bytes, at) && b == big(bytes, at + 4);
    }

private:
    std::uint32_t word(std::string_view bytes, std::size_t at) const {
        return bigEndian ? big(bytes, at) : getNumber<std::uint32_t>(bytes, at);
    }
};

// After the first frame that does not add up: is there still the end of a transaction of this log?
bool hasLaterCommit(const InputFile& file, std::uint64_t from, std::size_t frameSize, std::string_view salt) {
    std::string frame(kFrameHeaderSize, '\0');
    for (std::uint64_t at = from; file.readAt(at, frame.data(), frame.size()) == frame.size();
         at += frameSize)
        if (std::string_view(frame).substr(8, 8) == salt && big(frame, 4) != 0) return true;
    return false;
}

} // namespace

WalState inspectWal(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return WalState::Empty;
    const InputFile file(path);
    std::string header(kLogHeaderSize, '\0');
    header.resize(file.readAt(0, header.data(), header.size()));
    if (header.empty()) return WalState::Empty;
    // Nothing can be committed in a log shorter than one frame: the header itself was torn.
    if (file.size() < kLogHeaderSize + kFrameHeaderSize) return WalState::Empty;

    const std::uint32_t magic = big(header, 0);
    const std::size_t pageSize = big(header, 8);
    Checksum sum{(magic & 1) != 0};
    sum.add(std::string_view(header).substr(0, 24));
    if ((magic & ~1U) != kMagicLittle || big(header, 4) != kWalVersion || pageSize < 512 ||
        pageSize > 65536 || !sum.is(header, 24))
        return WalState::Suspect;

    const std::string_view salt = std::string_view(header).substr(16, 8);
    const std::size_t frameSize = kFrameHeaderSize + pageSize;
    std::string frame(frameSize, '\0');
    for (std::uint64_t at = kLogHeaderSize; file.readAt(at, frame.data(), frameSize) == frameSize;
         at += frameSize) {
        sum.add(std::string_view(frame).substr(0, 8));
        sum.add(std::string_view(frame).substr(kFrameHeaderSize));
        const bool isOurs = std::string_view(frame).substr(8, 8) == salt;
        if (isOurs && sum.is(frame, 16)) continue;
        // Frames of an earlier round of the log carry another salt; they end this one in the ordinary way.
        return hasLaterCommit(file, at, frameSize, salt) ? WalState::Suspect : WalState::Sound;
    }
    return WalState::Sound;
}

fs::path freeAsideName(const fs::path& wal) {
    for (int i = 1;; ++i) {
        fs::path name = wal;
        name += ".aside-" + std::to_string(i);
        std::error_code error;
        if (!fs::exists(name, error)) return name;
    }
}

} // namespace core::store
