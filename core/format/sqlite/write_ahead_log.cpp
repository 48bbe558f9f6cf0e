// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sqlite/write_ahead_log.h"

namespace core::format::sqlite {

namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kFrameHeader = 24;

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct Sums {
    std::uint32_t first = 0, second = 0;
    bool isBig = false;

    void add(std::string_view bytes) {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            first += word(bytes, i) + second;
            second += word(bytes, i + 4) + first;
        }
    }
    std::uint32_t word(std::string_view bytes, std::size_t at) const {
        const std::uint32_t big = bigEndian(bytes, at);
        return isBig ? big : big >> 24 | (big >> 8 & 0xFF00U) | (big << 8 & 0xFF0000U) | big << 24;
    }
};

} // namespace

LogPages committedPages(std::string_view log) {
    LogPages result;
    if (log.size() < kHeader || (bigEndian(log, 0) & 0xFFFFFFFEU) != 0x377F0682U) return result;
    const std::uint32_t pageSize = bigEndian(log, 8);
    if (pageSize < 512 || pageSize > 65536 || (pageSize & (pageSize - 1)) != 0) return result;
    Sums sums;
    sums.isBig = (bigEndian(log, 0) & 1U) != 0;
    sums.add(log.substr(0, 24));
    if (sums.first != bigEndian(log, 24) || sums.second != bigEndian(log, 28)) return result;
    std::map<std::uint32_t, std::size_t> open; // since the last commit
    for (std::size_t at = kHeader; at + kFrameHeader + pageSize <= log.size();
         at += kFrameHeader + pageSize) {
        const bool isOfThisRun = log.substr(at + 8, 8) == log.substr(16, 8); // the salts
        sums.add(log.substr(at, 8));
        sums.add(log.substr(at + kFrameHeader, pageSize));
        if (!isOfThisRun || sums.first != bigEndian(log, at + 16) || sums.second != bigEndian(log, at + 20))
            break;
        open[bigEndian(log, at)] = at + kFrameHeader;
        if (const std::uint32_t pages = bigEndian(log, at + 4); pages != 0) {
            result.pageSize = pageSize;
            result.pages = pages;
            for (const auto& [page, begin] : open) result.begin[page] = begin;
            open.clear();
        }
    }
    return result;
}

} // namespace core::format::sqlite
