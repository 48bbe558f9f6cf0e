// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture of an exhibit: measured, drawn whole and as a strip, and saved; or a box says why
// not.
#include "core/image/picture.h"
#include "core/pdf/output_file.h"
#include "core/pdf/pages/pictures.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace core;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    constexpr double kMostPixels = 1e6; // more is a photo like others, and half a minute under the sanitizers
    if (const auto stated = image::pictureSize(bytes);
        stated && static_cast<double>(stated->width) * stated->height > kMostPixels)
        return 0;
    const pdf::pages::PictureLoader loader([&](const report::PictureRef&) { return bytes; });
    report::PictureRef ref;
    ref.id = 1;
    ref.orientation = static_cast<int>(size % 9);
    pdf::pages::PictureFacts facts(loader);
    const auto measured = facts.of(ref).size;
    if (!measured) return 0;
    if (!std::isfinite(measured->width) || !std::isfinite(measured->height) || measured->width < 1 ||
        measured->height < 1)
        std::abort();
    pdf::OutputForm form;
    if (size % 4 == 1) form.archive = pdf::Archive::A1b; // knows no transparency
    pdf::Canvas canvas(pdf::defaultFontFolders(), {}, form);
    pdf::pages::Pictures pictures(canvas, facts);
    canvas.newPage(210, 297);
    pictures.draw(ref, 20, 20, 50, 50);
    pictures.drawStrip(ref, 20, 100, 50, 200, 120, 160);
    base::Progress progress;
    pdf::OutputFile file = pdf::OutputFile::inMemory();
    canvas.save(file, progress);
    if (file.size() == 0) std::abort();
    return 0;
}
