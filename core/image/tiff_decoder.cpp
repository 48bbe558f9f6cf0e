// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>

#include <tiffio.h>

namespace core::image {

namespace {

// What the library writes into without asking. (EMSGSIZE is the name of it in its documents alone: in C it is
// an error number, 90.)
constexpr std::size_t kMessage = 1024;
constexpr tmsize_t kLargestBlock = 512 * 1024 * 1024; // of one strip or tile, whatever the file claims

struct Memory {
    std::string_view bytes;
    std::uint64_t at = 0;
    std::string message; // the first complaint
};

tmsize_t readBytes(thandle_t handle, void* target, tmsize_t wanted) {
    auto* memory = static_cast<Memory*>(handle);
    if (memory->at >= memory->bytes.size() || wanted <= 0) return 0;
    const std::size_t n = std::min<std::size_t>(static_cast<std::size_t>(wanted),
                                                memory->bytes.size() - static_cast<std::size_t>(memory->at));
    std::copy_n(memory->bytes.data() + memory->at, n, static_cast<char*>(target));
    memory->at += n;
    return static_cast<tmsize_t>(n);
}

tmsize_t writeBytes(thandle_t, void*, tmsize_t) { return 0; }

toff_t seekTo(thandle_t handle, toff_t offset, int whence) {
    auto* memory = static_cast<Memory*>(handle);
    const std::uint64_t base = whence == SEEK_CUR   ? memory->at
                               : whence == SEEK_END ? memory->bytes.size()
                                                    : 0;
    memory->at = base + offset;
    return memory->at;
}

int closeNothing(thandle_t) { return 0; }
toff_t sizeOf(thandle_t handle) { return static_cast<Memory*>(handle)->bytes.size(); }

int keepMessage(TIFF*, void* user, const char*, const char* format, va_list values) {
    auto* memory = static_cast<Memory*>(user);
    std::array<char, 256> text{};
    std::vsnprintf(text.data(), text.size(), format, values);
    if (memory->message.empty()) memory->message = text.data();
    return 1;
}
int keepNothing(TIFF*, void*, const char*, const char*, va_list) { return 1; }

using Tiff = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

// `memory` must outlive it. No mapping: the bytes lie in memory already.
Tiff open(Memory& memory) {
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   TIFFOpenOptionsFree);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), kLargestBlock);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepMessage, &memory);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), keepNothing, nullptr);
    return {TIFFClientOpenExt("picture", "rm", &memory, readBytes, writeBytes, seekTo, closeNothing, sizeOf,
                              nullptr, nullptr, options.get()),
            TIFFClose};
}

std::optional<PictureSize> sizeIn(TIFF* tiff) {
    constexpr std::uint32_t largest = 1'000'000;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    if (TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width) != 1 ||
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height) != 1)
        return std::nullopt;
    if (width == 0 || height == 0 || width > largest || height > largest) return std::nullopt;
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

// The pixels as stored: whoever asks turns them, by the same field.
bool readPixels(TIFF* tiff, std::vector<std::uint32_t>& abgr, std::string& reason) {
    std::array<char, kMessage> message{};
    TIFFRGBAImage image{};
    if (TIFFRGBAImageBegin(&image, tiff, 0, message.data()) == 0) {
        reason = message.data();
        return false;
    }
    image.req_orientation = image.orientation;
    const bool isRead = TIFFRGBAImageGet(&image, abgr.data(), image.width, image.height) != 0;
    TIFFRGBAImageEnd(&image);
    return isRead;
}

} // namespace

std::optional<PictureSize> tiffSize(std::string_view bytes) {
    Memory memory{bytes, 0, {}};
    const Tiff tiff = open(memory);
    return tiff ? sizeIn(tiff.get()) : std::nullopt;
}

std::optional<Picture> decodeTiff(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    Memory memory{bytes, 0, {}};
    const Tiff tiff = open(memory);
    const auto size = tiff ? sizeIn(tiff.get()) : std::nullopt;
    if (!size) {
        reason = memory.message.empty() ? "no picture in it" : memory.message;
        return std::nullopt;
    }
    const auto width = static_cast<std::size_t>(size->width);
    const auto height = static_cast<std::size_t>(size->height);
    if (!fits(width, height, limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    std::vector<std::uint32_t> abgr(width * height);
    const bool isRead = readPixels(tiff.get(), abgr, reason);
    if (reason.empty()) reason = memory.message;
    if (!isRead) {
        if (reason.empty()) reason = "cannot be decoded";
        return std::nullopt;
    }
    Picture picture{size->width, size->height, {}};
    picture.rgb.reserve(abgr.size() * 3);
    for (const std::uint32_t pixel : abgr) {
        const std::uint32_t white = 255 - TIFFGetA(pixel); // its colours hold their transparency already
        for (const std::uint32_t c : {TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel)})
            picture.rgb.push_back(static_cast<std::uint8_t>(std::min<std::uint32_t>(255, c + white)));
    }
    return picture;
}

} // namespace core::image
