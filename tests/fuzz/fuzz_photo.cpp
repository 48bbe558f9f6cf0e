// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a photo: must return with one item.
#include "core/format/photo/photo_reader.h"
#include "tests/fuzz/fuzz_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (fuzz::readAsFile(core::format::PhotoReader(), data, size, "IMG_20230514_213045.jpg") != 1)
        std::abort();
    return 0;
}
