// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws the pages of a PDF for a printer that takes no PDF: Windows, and wherever wx prints by drawing.

#include "core/share/preview.h"

#include <memory>

#include <wx/print.h>

namespace ui::report {

class PagesPrintout : public wxPrintout {
public:
    PagesPrintout(const wxString& title, std::shared_ptr<const core::share::PdfPages> pages);

    bool HasPage(int page) override;
    void GetPageInfo(int* minPage, int* maxPage, int* from, int* to) override;
    bool OnPrintPage(int page) override;

private:
    std::shared_ptr<const core::share::PdfPages> pages_;
};

} // namespace ui::report
