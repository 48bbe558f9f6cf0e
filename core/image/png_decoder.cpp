// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>

#include <png.h>

namespace core::image {

namespace {

constexpr png_uint_32 kLongestSide = 1'000'000;
constexpr png_alloc_size_t kLargestChunk = 64 * 1024 * 1024;
constexpr png_uint_32 kMostCachedChunks = 1000;

// libpng leaves by longjmp: every function with a setjmp here holds nothing that has a destructor, and what
// it changes after the setjmp are members.
class PngReader {
public:
    explicit PngReader(std::string_view bytes) : rest_(bytes) {
        png_ = png_create_read_struct_2(
            PNG_LIBPNG_VER_STRING, this, onError, [](png_structp, png_const_charp) {}, nullptr, onAllocate,
            [](png_structp, png_voidp block) { std::free(block); });
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    bool readHeader() {
        if (png_ == nullptr || info_ == nullptr) return false;
        if (setjmp(jump_) != 0) return false;
        png_set_user_limits(png_, kLongestSide, kLongestSide);
        png_set_chunk_malloc_max(png_, kLargestChunk);
        png_set_chunk_cache_max(png_, kMostCachedChunks);
        png_set_read_fn(png_, this, onRead);
        png_read_info(png_, info_);
        width_ = png_get_image_width(png_, info_);
        height_ = png_get_image_height(png_, info_);
        return true;
    }

    // Everything becomes 8-bit RGBA.
    bool start() {
        if (setjmp(jump_) != 0) return false;
        png_set_expand(png_);
        png_set_scale_16(png_);
        png_set_gray_to_rgb(png_);
        png_set_add_alpha(png_, 0xFF, PNG_FILLER_AFTER);
        passes_ = png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        return png_get_rowbytes(png_, info_) == static_cast<png_size_t>(width_) * 4;
    }

    bool readRow(png_bytep row) {
        if (setjmp(jump_) != 0) return false;
        png_read_row(png_, row, nullptr);
        return true;
    }

    std::size_t width() const { return width_; }
    std::size_t height() const { return height_; }
    int passes() const { return passes_; }
    const char* message() const { return message_.data(); }

private:
    [[noreturn]] static void onError(png_structp png, png_const_charp message) {
        auto* self = static_cast<PngReader*>(png_get_error_ptr(png));
        std::strncpy(self->message_.data(), message, self->message_.size() - 1);
        longjmp(self->jump_, 1);
    }
    // libpng takes what a chunk claims to be long before it has seen a byte of it.
    static png_voidp onAllocate(png_structp, png_alloc_size_t size) {
        return size > kLargestChunk ? nullptr : std::malloc(size);
    }
    static void onRead(png_structp png, png_bytep target, png_size_t count) {
        auto* self = static_cast<PngReader*>(png_get_io_ptr(png));
        if (count > self->rest_.size()) png_error(png, "the file ends too early");
        std::memcpy(target, self->rest_.data(), count);
        self->rest_.remove_prefix(count);
    }

    std::string_view rest_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    png_uint_32 width_ = 0;
    png_uint_32 height_ = 0;
    int passes_ = 1;
    std::array<char, 128> message_{};
    std::jmp_buf jump_{};
};

// Row by row where the file is in rows; an interlaced one needs all of itself at hand. Says how many rows
// hold anything.
std::size_t readRows(PngReader& png, Picture& picture) {
    const std::size_t stride = png.width() * 4;
    if (png.passes() == 1) {
        std::vector<std::uint8_t> row(stride);
        for (std::size_t y = 0; y < png.height(); ++y) {
            if (!png.readRow(row.data())) return y;
            layOnWhite(row.data(), picture.rgb.data() + y * png.width() * 3, png.width());
        }
        return png.height();
    }
    std::vector<std::uint8_t> all(stride * png.height());
    bool whole = true;
    std::size_t begun = 0;
    for (int pass = 0; pass < png.passes() && whole; ++pass)
        for (std::size_t y = 0; y < png.height() && whole; ++y) {
            whole = png.readRow(all.data() + y * stride);
            if (whole) begun = std::max(begun, y + 1);
        }
    for (std::size_t y = 0; y < png.height(); ++y)
        layOnWhite(all.data() + y * stride, picture.rgb.data() + y * png.width() * 3, png.width());
    return whole ? png.height() : std::min(begun, png.height() - 1);
}

} // namespace

std::optional<Picture> decodePng(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    PngReader png(bytes);
    if (!png.readHeader()) {
        reason = png.message();
        return std::nullopt;
    }
    if (!fits(png.width(), png.height(), limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    if (!png.start()) {
        reason = png.message();
        return std::nullopt;
    }
    Picture picture{static_cast<int>(png.width()), static_cast<int>(png.height()), {}};
    picture.rgb.assign(png.width() * png.height() * 3, 128);
    const std::size_t rows = readRows(png, picture);
    if (rows < png.height()) reason = png.message();
    if (rows == 0) return std::nullopt;
    return picture;
}

} // namespace core::image
