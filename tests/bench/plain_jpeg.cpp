// SPDX-License-Identifier: GPL-3.0-or-later
// What the small picture of a JPEG costs at least: libjpeg-turbo alone, at the eighth that it can leave out
// while decoding. No limits, no turning, no fitting, nothing checked; for run.py. Not a test.
//
//   plain-jpeg FILE...
#include <csetjmp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <jpeglib.h>

int main(int count, char** arguments) {
    unsigned long sum = 0;
    for (int i = 1; i < count; ++i) {
        std::ifstream in(arguments[i], std::ios::binary | std::ios::ate);
        std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
        in.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        jpeg_error_mgr errors{};
        jpeg_decompress_struct jpeg{};
        jpeg.err = jpeg_std_error(&errors);
        jpeg_create_decompress(&jpeg);
        jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        jpeg_read_header(&jpeg, TRUE);
        jpeg.scale_num = 1;
        jpeg.scale_denom = 8;
        jpeg_start_decompress(&jpeg);
        std::vector<unsigned char> rows(std::size_t{jpeg.output_width} * jpeg.output_height * 3);
        while (jpeg.output_scanline < jpeg.output_height) {
            unsigned char* row = rows.data() + std::size_t{jpeg.output_scanline} * jpeg.output_width * 3;
            jpeg_read_scanlines(&jpeg, &row, 1);
        }
        jpeg_finish_decompress(&jpeg);
        jpeg_destroy_decompress(&jpeg);
        sum += rows[rows.size() / 2];
    }
    return sum == 0 ? 1 : 0;
}
