// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The system's print dialog and the way to its printer. On GTK the PDF itself is handed over as it is, so
// that a printed page is the page of the file and nothing lies in a temporary file; elsewhere the pages are
// drawn (print_pages.h). Not what is printed: core/share/preview.h.

#include "core/share/preview.h"

#include <functional>
#include <memory>
#include <vector>

#include <wx/string.h>

class wxWindow;

namespace ui::report {

struct PrintQuestion {
    int pages = 0;
    int current = 0; // from 0
};

// What was chosen in the dialog.
class NativePrint {
public:
    virtual ~NativePrint() = default;
    virtual std::vector<core::share::PageRange> ranges() const = 0; // empty: all pages
    // Into a file instead of on paper: it would lie there unlocked, readable for all who use the computer.
    virtual bool isFile() const { return false; }
    // Main thread. `done` comes once, later: empty when the printing system has taken it, else what is wrong.
    virtual void send(const core::share::PrintReport& print, std::function<void(const wxString&)> done) = 0;
};
using NativePrintPtr = std::shared_ptr<NativePrint>;

// Modal. Null where it was closed without printing.
NativePrintPtr askPrinter(wxWindow* parent, const PrintQuestion& question);

// Without a dialog, into a file, as the dialog's own printer for files does it; null where there is none.
NativePrintPtr printerInto(const std::string& file, std::vector<core::share::PageRange> ranges);

} // namespace ui::report
