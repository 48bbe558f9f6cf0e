// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <algorithm>
#include <array>
#include <memory>

#include <gif_lib.h>

namespace core::image {

namespace {

int readBytes(GifFileType* gif, GifByteType* target, int wanted) {
    auto* rest = static_cast<std::string_view*>(gif->UserData);
    const std::size_t n = std::min(rest->size(), static_cast<std::size_t>(std::max(wanted, 0)));
    std::copy_n(rest->data(), n, reinterpret_cast<char*>(target));
    rest->remove_prefix(n);
    return static_cast<int>(n);
}

void close(GifFileType* gif) { DGifCloseFile(gif, nullptr); }
using Gif = std::unique_ptr<GifFileType, decltype(&close)>;

// Goes on to the first picture; keeps which colour of it is transparent, -1 for none.
bool findPicture(GifFileType* gif, int& transparent) {
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    while (DGifGetRecordType(gif, &type) == GIF_OK) {
        if (type == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif) == GIF_OK;
        if (type != EXTENSION_RECORD_TYPE) return false;
        int code = 0;
        GifByteType* block = nullptr;
        if (DGifGetExtension(gif, &code, &block) != GIF_OK) return false;
        while (block != nullptr) {
            if (code == GRAPHICS_EXT_FUNC_CODE && block[0] >= 4)
                transparent = (block[1] & 1) != 0 ? block[4] : -1;
            if (DGifGetExtensionNext(gif, &block) != GIF_OK) return false;
        }
    }
    return false;
}

// In which order the lines of an interlaced one come.
std::vector<int> lineOrder(int height, bool isInterlaced) {
    std::vector<int> order;
    if (!isInterlaced) {
        for (int y = 0; y < height; ++y) order.push_back(y);
        return order;
    }
    constexpr std::array<std::array<int, 2>, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto& [first, step] : passes)
        for (int y = first; y < height; y += step) order.push_back(y);
    return order;
}

// The lines of the first picture where they stand on the screen. The number of those that could be read.
int readLines(GifFileType* gif, int transparent, Picture& picture) {
    const GifImageDesc& image = gif->Image;
    const ColorMapObject* colors = image.ColorMap != nullptr ? image.ColorMap : gif->SColorMap;
    std::vector<GifPixelType> line(static_cast<std::size_t>(image.Width));
    int read = 0;
    for (const int y : lineOrder(image.Height, image.Interlace)) {
        if (DGifGetLine(gif, line.data(), image.Width) != GIF_OK) break;
        ++read;
        const int row = image.Top + y;
        if (row >= picture.height) continue;
        for (int x = 0; x < image.Width && image.Left + x < picture.width; ++x) {
            const int index = line[static_cast<std::size_t>(x)];
            if (index == transparent || colors == nullptr || index >= colors->ColorCount) continue;
            const auto at = (static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) +
                             static_cast<std::size_t>(image.Left + x)) *
                            3;
            picture.rgb[at] = colors->Colors[index].Red;
            picture.rgb[at + 1] = colors->Colors[index].Green;
            picture.rgb[at + 2] = colors->Colors[index].Blue;
        }
    }
    return read;
}

} // namespace

std::optional<PictureSize> gifSize(std::string_view bytes) {
    if (bytes.size() < 10) return std::nullopt;
    const auto number = [&](std::size_t at) {
        return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8;
    };
    const PictureSize size{number(6), number(8)};
    return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

std::optional<Picture> decodeGif(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    std::string_view rest = bytes;
    const Gif gif(DGifOpen(&rest, readBytes, nullptr), close);
    int transparent = -1;
    if (!gif || !findPicture(gif.get(), transparent)) {
        reason = "no picture in it";
        return std::nullopt;
    }
    const GifImageDesc& image = gif->Image;
    if (image.Width <= 0 || image.Height <= 0 || image.Left < 0 || image.Top < 0) {
        reason = "no pixels";
        return std::nullopt;
    }
    // Some writers leave the screen at 0.
    const int width = gif->SWidth > 0 ? gif->SWidth : image.Width;
    const int height = gif->SHeight > 0 ? gif->SHeight : image.Height;
    if (!fits(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height), limits) ||
        !fits(static_cast<std::uint64_t>(image.Width), static_cast<std::uint64_t>(image.Height), limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    Picture picture{width, height, {}};
    picture.rgb.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, 255);
    const int lines = readLines(gif.get(), transparent, picture);
    if (lines < image.Height) reason = "the file ends too early";
    if (lines == 0) return std::nullopt;
    return picture;
}

} // namespace core::image
