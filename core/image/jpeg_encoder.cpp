// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/picture.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace core::image {

namespace {

// Leaves by longjmp as jpeg_decoder.cpp does: nothing with a destructor stands in run().
class Compressor {
public:
    Compressor() {
        info_.err = jpeg_std_error(&errors_);
        errors_.error_exit = [](j_common_ptr info) {
            longjmp(static_cast<Compressor*>(info->client_data)->jump_, 1);
        };
        errors_.emit_message = [](j_common_ptr, int) {};
    }
    ~Compressor() {
        jpeg_destroy_compress(&info_);
        std::free(bytes_);
    }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    bool run(const Picture& picture, int quality) {
        info_.client_data = this;
        if (setjmp(jump_) != 0) return false;
        jpeg_create_compress(&info_);
        info_.client_data = this;
        jpeg_mem_dest(&info_, &bytes_, &size_);
        info_.image_width = static_cast<JDIMENSION>(picture.width);
        info_.image_height = static_cast<JDIMENSION>(picture.height);
        info_.input_components = 3;
        info_.in_color_space = JCS_RGB;
        jpeg_set_defaults(&info_);
        jpeg_set_quality(&info_, quality, TRUE);
        info_.optimize_coding = TRUE;
        jpeg_start_compress(&info_, TRUE);
        const std::size_t stride = static_cast<std::size_t>(picture.width) * 3;
        while (info_.next_scanline < info_.image_height) {
            // libjpeg takes rows to be writable and does not write to them.
            JSAMPROW row = const_cast<JSAMPROW>(picture.rgb.data() + info_.next_scanline * stride);
            jpeg_write_scanlines(&info_, &row, 1);
        }
        jpeg_finish_compress(&info_);
        return true;
    }

    std::string bytes() const { return {reinterpret_cast<const char*>(bytes_), size_}; }

private:
    jpeg_compress_struct info_{};
    jpeg_error_mgr errors_{};
    std::jmp_buf jump_{};
    unsigned char* bytes_ = nullptr;
    unsigned long size_ = 0;
};

} // namespace

std::string encodeJpeg(const Picture& picture, int quality) {
    const bool sized = picture.width > 0 && picture.height > 0 && picture.width <= 65500 &&
                       picture.height <= 65500 &&
                       picture.rgb.size() == static_cast<std::size_t>(picture.width) *
                                                 static_cast<std::size_t>(picture.height) * 3;
    if (!sized) throw base::Error(base::ErrorCode::InvalidInput, "no picture to encode");
    Compressor jpeg;
    if (!jpeg.run(picture, std::clamp(quality, 1, 100)))
        throw base::Error(base::ErrorCode::Internal, "cannot encode a JPEG");
    return jpeg.bytes();
}

} // namespace core::image
