// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/containers.h"
#include "core/format/film/iso_box.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::format::film {

namespace {

constexpr std::uint64_t kMpegHead = 256 * 1024;
constexpr std::uint64_t kWalked = 32 * 1024 * 1024; // of frames one by one; beyond it they count as alike

struct MpegHeader {
    std::size_t length = 0; // bytes of the frame
    int rate = 0;           // samples a second
    int samples = 0;        // in the frame
    int bits = 0;           // a second
    bool isMono = false;
    bool isVersion1 = false;
};

// ISO/IEC 11172-3, 2.4.2.3 and 13818-3.
MpegHeader mpegHeader(std::string_view bytes) {
    constexpr std::array<std::array<int, 15>, 5> kilobits{{
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448}, // version 1, layer I
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},    // II
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},     // III
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},    // version 2, layer I
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},         // II and III
    }};
    constexpr std::array<int, 3> rates{44100, 48000, 32000};
    MpegHeader out;
    if (bytes.size() < 4 || bytes[0] != '\xFF') return out;
    const auto b1 = static_cast<unsigned char>(bytes[1]);
    const auto b2 = static_cast<unsigned char>(bytes[2]);
    const unsigned version = b1 >> 3U & 3U; // 0: 2.5, 2: 2, 3: 1
    const unsigned layer = 4 - (b1 >> 1U & 3U);
    const unsigned rate = b2 >> 2U & 3U;
    const unsigned bitrate = b2 >> 4U;
    if ((b1 & 0xE0U) != 0xE0U || version == 1 || layer == 4 || rate == 3 || bitrate == 0 || bitrate == 15)
        return out;
    out.isVersion1 = version == 3;
    out.rate = rates.at(rate) >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    const std::size_t table = out.isVersion1 ? layer - 1 : layer == 1 ? 3 : 4;
    out.bits = kilobits.at(table).at(bitrate) * 1000;
    out.samples = layer == 1 ? 384 : layer == 3 && !out.isVersion1 ? 576 : 1152;
    out.isMono = (static_cast<unsigned char>(bytes[3]) >> 6U) == 3;
    const int padding = static_cast<int>(b2 >> 1U & 1U);
    out.length = static_cast<std::size_t>(layer == 1 ? (12 * out.bits / out.rate + padding) * 4
                                                     : out.samples / 8 * out.bits / out.rate + padding);
    if (out.length < 24) out.length = 0;
    return out;
}

// The number of frames that the encoder wrote into the first one: "Xing", "Info" or "VBRI". 0 where none.
std::uint64_t writtenFrames(std::string_view frame, const MpegHeader& header) {
    const std::size_t side = header.isVersion1 ? (header.isMono ? 17 : 32) : (header.isMono ? 9 : 17);
    const std::string_view mark = frame.substr(std::min(frame.size(), 4 + side));
    if ((mark.starts_with("Xing") || mark.starts_with("Info")) && (bigEndian(mark, 4, 4) & 1) != 0)
        return bigEndian(mark, 8, 4);
    const std::string_view vbri = frame.substr(std::min<std::size_t>(frame.size(), 36));
    return vbri.starts_with("VBRI") ? bigEndian(vbri, 14, 4) : 0;
}

constexpr std::array<int, 13> kAdtsRates{96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                         22050, 16000, 12000, 11025, 8000,  7350};

std::int64_t msOf(double samples, int rate) {
    return static_cast<std::int64_t>(std::llround(samples * 1000 / rate));
}

} // namespace

std::size_t behindId3(std::string_view head) {
    if (!head.starts_with("ID3") || head.size() < 10) return 0;
    std::size_t size = 0;
    for (std::size_t i = 6; i < 10; ++i) size = size << 7U | (static_cast<unsigned char>(head[i]) & 0x7FU);
    const bool hasFooter = (static_cast<unsigned char>(head[5]) & 0x10U) != 0;
    return 10 + size + (hasFooter ? 10 : 0);
}

std::size_t mpegFrame(std::string_view bytes) { return mpegHeader(bytes).length; }

// ISO/IEC 13818-7, 6.2.
std::size_t adtsFrame(std::string_view bytes) {
    if (bytes.size() < 7 || bytes[0] != '\xFF' || (static_cast<unsigned char>(bytes[1]) & 0xF6U) != 0xF0U)
        return 0;
    if ((static_cast<unsigned char>(bytes[2]) >> 2U & 15U) >= kAdtsRates.size()) return 0;
    const std::size_t length = bigEndian(bytes, 3, 3) >> 5U & 0x1FFFU;
    return length >= 7 ? length : 0;
}

MediaInfo readMp3(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    const std::uint64_t begin = behindId3(file.range(0, 10));
    const std::string head = file.range(begin, kMpegHead);
    std::size_t at = 0; // padding behind the tag is common
    while (at + 4 <= head.size() && mpegHeader(std::string_view(head).substr(at)).length == 0) ++at;
    const MpegHeader header = mpegHeader(std::string_view(head).substr(std::min(at, head.size())));
    if (header.length == 0) {
        info.damage = "no frame";
        return info;
    }
    const std::uint64_t frames = writtenFrames(std::string_view(head).substr(at), header);
    const std::string tail = file.size() > 128 ? file.range(file.size() - 128, 3) : std::string();
    const std::uint64_t end = file.size() - (tail == "TAG" ? 128 : 0);
    const double bytes = static_cast<double>(end - std::min(end, begin + at));
    if (frames > 0)
        info.durationMs = msOf(static_cast<double>(frames) * header.samples, header.rate);
    else
        info.durationMs = static_cast<std::int64_t>(std::llround(bytes * 8000 / header.bits));
    return info;
}

// No length is written anywhere: the frames are counted.
MediaInfo readAac(Window& file) {
    MediaInfo info;
    info.hasSound = true;
    const std::uint64_t begin = behindId3(file.range(0, 10));
    const std::string bytes = file.range(begin, kWalked);
    const std::string_view all = bytes;
    double samples = 0;
    int rate = 0;
    std::size_t at = 0;
    for (std::size_t length = 0; (length = adtsFrame(all.substr(at))) > 0; at += length) {
        if (rate == 0) rate = kAdtsRates.at(static_cast<unsigned char>(all[at + 2]) >> 2U & 15U);
        samples += 1024.0 * (1 + (static_cast<unsigned char>(all[at + 6]) & 3));
        if (length > all.size() - at) {
            info.isShort = true;
            break;
        }
    }
    if (rate == 0) {
        info.damage = "no frame";
        return info;
    }
    const double whole = static_cast<double>(file.size() - begin);
    if (all.size() == kWalked && at + 8192 >= all.size()) samples *= whole / static_cast<double>(at);
    info.durationMs = msOf(samples, rate);
    return info;
}

// RFC 4867, 5: each frame's first byte says how long it is.
MediaInfo readAmr(Window& file) {
    constexpr std::array<std::size_t, 16> narrow{13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1};
    constexpr std::array<std::size_t, 16> wide{18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1};
    constexpr std::int64_t frameMs = 20;
    MediaInfo info;
    info.hasSound = true;
    const std::string bytes = file.range(0, kWalked);
    const bool isWide = bytes.starts_with("#!AMR-WB\n");
    std::size_t at = isWide ? 9 : 6;
    if (!isWide && !bytes.starts_with("#!AMR\n")) {
        info.damage = "more than one channel";
        return info;
    }
    std::int64_t frames = 0;
    for (; at < bytes.size(); ++frames) {
        const std::size_t mode = static_cast<unsigned char>(bytes[at]) >> 3U & 15U;
        const std::size_t length = isWide ? wide.at(mode) : narrow.at(mode);
        if (length > bytes.size() - at) {
            info.isShort = bytes.size() == file.size();
            break;
        }
        at += length;
    }
    if (bytes.size() < file.size() && at > 0)
        frames = static_cast<std::int64_t>(static_cast<double>(frames) * static_cast<double>(file.size()) /
                                           static_cast<double>(at));
    info.durationMs = frames * frameMs;
    return info;
}

} // namespace core::format::film
