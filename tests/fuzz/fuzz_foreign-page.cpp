// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as somebody else's PDF: its pages must come to stand on one of ours that is sound, or there is a
// reason why not.
#include "core/pdf/canvas.h"
#include "core/pdf/foreign_page.h"
#include "core/pdf/output_file.h"

#include <cmath>
#include <cstdlib>

using namespace core;

namespace {

pdf::ForeignLimits smallLimits() {
    pdf::ForeignLimits limits;
    limits.mostPages = 20;
    limits.mostUnpacked = 8U << 20U;
    limits.mostObjects = 5'000;
    limits.mostWork = 1e5;
    limits.mostTime = std::chrono::milliseconds(500);
    return limits;
}

void require(bool isSo) {
    if (!isSo) std::abort();
}

void place(pdf::ForeignPages pages) {
    const std::vector<pdf::ForeignPages::Size> sizes = pages.pages;
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    canvas.newPage(210, 297);
    const pdf::ForeignId id = canvas.addForeign(std::move(pages));
    for (std::size_t i = 0; i < sizes.size(); ++i) canvas.drawForeign(id, i, 20, 20, 100, 100);
    base::Progress progress;
    pdf::OutputFile file = pdf::OutputFile::inMemory();
    canvas.save(file, progress);
    require(file.size() > 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    pdf::ForeignPages pages = pdf::readForeignPages(bytes, smallLimits());
    require(pages.pages.empty() == (pages.trouble != pdf::ForeignTrouble::None));
    require(pages.pages.size() <= smallLimits().mostPages);
    if (pages.pages.empty()) return 0;
    for (const auto& page : pages.pages)
        require(std::isfinite(page.widthPt) && std::isfinite(page.heightPt) && page.widthPt > 0 &&
                page.heightPt > 0);
    place(std::move(pages));
    return 0;
}
