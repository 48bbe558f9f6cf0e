// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/codecs.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

namespace core::image {

namespace {

constexpr int kMostScans = 500; // a small progressive file can ask for the work of thousands

// libjpeg leaves by longjmp: every function with a setjmp here holds nothing that has a destructor, and what
// it changes after the setjmp are members.
class Decompressor {
public:
    explicit Decompressor(std::string_view bytes) : bytes_(bytes) {
        info_.err = jpeg_std_error(&errors_);
        errors_.error_exit = [](j_common_ptr info) { fail(*static_cast<Decompressor*>(info->client_data)); };
        errors_.emit_message = [](j_common_ptr info, int level) {
            if (level < 0) static_cast<Decompressor*>(info->client_data)->warn();
        };
        progress_.progress_monitor = [](j_common_ptr info) {
            const auto* self = static_cast<Decompressor*>(info->client_data);
            if (self->info_.input_scan_number > kMostScans) ERREXIT(info, JERR_BAD_PROGRESSION);
        };
        info_.client_data = this;
    }
    ~Decompressor() {
        if (created_) jpeg_destroy_decompress(&info_);
    }
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    bool readHeader() {
        if (setjmp(jump_) != 0) return false;
        jpeg_create_decompress(&info_);
        created_ = true;
        info_.client_data = this;
        info_.progress = &progress_;
        jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes_.data()),
                     static_cast<unsigned long>(bytes_.size()));
        return jpeg_read_header(&info_, TRUE) == JPEG_HEADER_OK;
    }

    // `eighths`: the size of the result, 1 to 8.
    bool start(int eighths) {
        if (setjmp(jump_) != 0) return false;
        info_.scale_num = static_cast<unsigned>(eighths);
        info_.scale_denom = 8;
        info_.out_color_space = info_.num_components == 4 ? JCS_CMYK : JCS_RGB;
        return jpeg_start_decompress(&info_) == TRUE;
    }

    // One row after the other; `row` has room for outputWidth() pixels of outputComponents().
    bool readRow(std::uint8_t* row) {
        if (setjmp(jump_) != 0) return false;
        JSAMPROW rows = row;
        return jpeg_read_scanlines(&info_, &rows, 1) == 1;
    }

    bool finish() {
        if (setjmp(jump_) != 0) return false;
        return jpeg_finish_decompress(&info_) == TRUE;
    }

    const jpeg_decompress_struct& info() const { return info_; }
    const char* message() const { return message_.data(); }
    bool hasWarned() const { return message_[0] != '\0'; }

private:
    [[noreturn]] static void fail(Decompressor& self) {
        self.info_.err->format_message(reinterpret_cast<j_common_ptr>(&self.info_), self.message_.data());
        longjmp(self.jump_, 1);
    }
    void warn() {
        if (!hasWarned()) info_.err->format_message(reinterpret_cast<j_common_ptr>(&info_), message_.data());
    }

    std::string_view bytes_;
    jpeg_decompress_struct info_{};
    jpeg_error_mgr errors_{};
    jpeg_progress_mgr progress_{};
    std::array<char, JMSG_LENGTH_MAX> message_{};
    std::jmp_buf jump_{};
    bool created_ = false;
};

// The smallest of libjpeg's own reductions that is still as large as asked for.
int eighthsFor(unsigned width, unsigned height, int fitWithin) {
    const auto longest = static_cast<std::uint64_t>(std::max(width, height));
    for (int eighths = 1; eighths < 8; ++eighths)
        if ((longest * static_cast<std::uint64_t>(eighths) + 7) / 8 >= static_cast<std::uint64_t>(fitWithin))
            return eighths;
    return 8;
}

// Adobe's files hold CMYK turned round: 255 is no ink.
void cmykToRgb(const std::uint8_t* cmyk, std::uint8_t* rgb, std::size_t pixels, bool inverted) {
    for (std::size_t i = 0; i < pixels; ++i, cmyk += 4, rgb += 3)
        for (std::size_t c = 0; c < 3; ++c) {
            const int ink = inverted ? cmyk[c] : 255 - cmyk[c];
            const int black = inverted ? cmyk[3] : 255 - cmyk[3];
            rgb[c] = static_cast<std::uint8_t>(ink * black / 255);
        }
}

} // namespace

std::optional<Picture> decodeJpeg(std::string_view bytes, const DecodeLimits& limits, std::string& reason) {
    Decompressor jpeg(bytes);
    if (!jpeg.readHeader()) {
        reason = jpeg.message();
        return std::nullopt;
    }
    if (!fits(jpeg.info().image_width, jpeg.info().image_height, limits)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    const int eighths = limits.fitWithin > 0
                            ? eighthsFor(jpeg.info().image_width, jpeg.info().image_height, limits.fitWithin)
                            : 8;
    if (!jpeg.start(eighths)) {
        reason = jpeg.message();
        return std::nullopt;
    }
    const auto& info = jpeg.info();
    const bool isCmyk = info.out_color_components == 4;
    const std::size_t width = info.output_width;
    Picture picture{static_cast<int>(info.output_width), static_cast<int>(info.output_height), {}};
    picture.rgb.assign(width * 3 * info.output_height, 128);
    std::vector<std::uint8_t> cmyk(isCmyk ? width * 4 : 0);
    std::size_t rows = 0;
    for (; rows < info.output_height; ++rows) {
        std::uint8_t* target = picture.rgb.data() + rows * width * 3;
        if (!jpeg.readRow(isCmyk ? cmyk.data() : target)) break;
        if (isCmyk) cmykToRgb(cmyk.data(), target, width, info.saw_Adobe_marker == TRUE);
    }
    if (rows == info.output_height) jpeg.finish();
    if (jpeg.hasWarned()) reason = jpeg.message();
    if (rows == 0) return std::nullopt;
    return picture;
}

bool decodesWithoutWarning(std::string_view bytes) {
    Decompressor jpeg(bytes);
    if (!jpeg.readHeader() || !fits(jpeg.info().image_width, jpeg.info().image_height, DecodeLimits()))
        return false;
    // An eighth of the size: all codes are read, little is computed.
    if (!jpeg.start(1)) return false;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(jpeg.info().output_width) * 4);
    for (unsigned i = 0; i < jpeg.info().output_height; ++i)
        if (!jpeg.readRow(row.data())) return false;
    return jpeg.finish() && !jpeg.hasWarned();
}

} // namespace core::image
