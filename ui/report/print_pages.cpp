// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/print_pages.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <wx/dcmemory.h>
#include <wx/image.h>

namespace ui::report {

PagesPrintout::PagesPrintout(const wxString& title, std::shared_ptr<const core::share::PdfPages> pages)
    : wxPrintout(title), pages_(std::move(pages)) {}

bool PagesPrintout::HasPage(int page) { return page >= 1 && page <= pages_->count(); }

void PagesPrintout::GetPageInfo(int* minPage, int* maxPage, int* from, int* to) {
    *minPage = *from = 1;
    *maxPage = *to = pages_->count();
}

// As large as the paper allows, in the middle; a page across lies on its side where the paper stands.
bool PagesPrintout::OnPrintPage(int page) {
    wxDC* dc = GetDC();
    if (dc == nullptr || !HasPage(page)) return false;
    const wxSize paper = dc->GetSize();
    const auto& size = pages_->sizes()[static_cast<std::size_t>(page - 1)];
    const bool isTurned = (size.width > size.height) != (paper.x > paper.y);
    const double width = isTurned ? size.height : size.width, height = isTurned ? size.width : size.height;
    const double scale = std::min(paper.x / width, paper.y / height);
    const auto pixels = pages_->draw(page - 1, static_cast<int>(std::lround(size.width * scale)));
    wxImage image(pixels.width, pixels.height, false);
    std::memcpy(image.GetData(), pixels.rgb.data(), pixels.rgb.size());
    if (isTurned) image = image.Rotate90(false);
    wxBitmap bitmap(image);
    wxMemoryDC source;
    source.SelectObjectAsSource(bitmap);
    const int w = static_cast<int>(std::lround(width * scale)),
              h = static_cast<int>(std::lround(height * scale));
    return dc->StretchBlit((paper.x - w) / 2, (paper.y - h) / 2, w, h, &source, 0, 0, bitmap.GetWidth(),
                           bitmap.GetHeight());
}

} // namespace ui::report
