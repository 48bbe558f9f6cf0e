// SPDX-License-Identifier: GPL-3.0-or-later
// The way from the preview to the printer: made anew, entered in the history, handed over.
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/form/parts.h"
#include "ui/report/preview/preview_window.h"

#include <wx/button.h>
#include <wx/intl.h>

namespace ui::report {

void PreviewWindow::print(const NativePrintPtr& printer) {
    if (!printer) return;
    canvas_->SetFocus(); // the button is switched off: a window whose focus is nowhere hears no keys
    if (printer->isFile())
        return say(_("Printed into a file, the log would lie on the disk for everybody to read. Close this "
                     "window and choose \"Save...\": that file can be locked with a password."));
    isPrinting_ = true;
    print_->Disable();
    say(_("The pages are being made for the printer..."));
    printJob_ = common::runJob(
        this,
        [session = session_, options = options_, ranges = printer->ranges()](core::base::Progress& progress) {
            return session->printReport(options, ranges, progress);
        },
        [this, printer](common::Outcome<core::share::PrintReport> outcome) {
            if (outcome.ok()) return sendToPrinter(printer, outcome.value());
            isPrinting_ = false;
            print_->Enable();
            say(common::errorText(outcome.error()));
        });
}

void PreviewWindow::sendToPrinter(const NativePrintPtr& printer, const core::share::PrintReport& print) {
    session_->notifyChanged();
    // The printing system answers when it wants to; the window may have gone by then, the entry has to be
    // right.
    printer->send(print, [window = wxWeakRef<PreviewWindow>(this), session = session_, print,
                          printer](const wxString& trouble) {
        if (!trouble.empty()) session->printFailed(print);
        if (!window) return;
        window->isPrinting_ = false;
        window->print_->Enable();
        window->say(
            trouble.empty()
                ? wxString::Format(wxPLURAL("%s page was handed to the printer. It stands in the history.",
                                            "%s pages were handed to the printer. They stand in the history.",
                                            print.result.pages),
                                   common::count(print.result.pages))
                : wxString::Format(_("It could not be printed: %s"), trouble));
    });
}

} // namespace ui::report
