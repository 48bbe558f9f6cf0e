// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture of a log form: what is handed on or encoded anew must give a PDF that reads back
// whole, and what cannot be shown must be said so.
#include "core/base/error.h"
#include "core/image/picture.h"
#include "core/pdf/output_file.h"
#include "core/pdf/pages/pictures.h"

#include <cstdlib>

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto stated = image::pictureSize(bytes);
    if (stated && static_cast<std::int64_t>(stated->width) * stated->height > 1'000'000)
        return 0; // slow, not unsafe
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    const pdf::pages::PictureLoader loader = [&](const report::PictureRef&) { return bytes; };
    pdf::pages::Pictures pictures(canvas, loader);
    const report::PictureRef ref{1, false, data[0] % 10};
    const auto shown = pictures.size(ref);
    if (shown && (shown->width <= 0 || shown->height <= 0)) std::abort();
    canvas.newPage(100, 100);
    pictures.draw(ref, 10, 10, 80, 80);
    base::Progress progress;
    pdf::OutputFile file = pdf::OutputFile::inMemory();
    canvas.save(file, progress); // reads it back; what it throws ends the run
    return 0;
}
