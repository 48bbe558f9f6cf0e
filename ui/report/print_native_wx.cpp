// SPDX-License-Identifier: GPL-3.0-or-later
// For systems whose printers take no PDF: the dialog of wx, and pages drawn at the printer's resolution. On
// Windows the spooler keeps what is drawn until it is printed; nothing of ours lies in a file before that.
#include "ui/report/print_native.h"
#include "ui/report/print_pages.h"

#include <wx/intl.h>
#include <wx/printdlg.h>

namespace ui::report {

namespace {

wxPrintData& lastData() { // until the program ends
    static wxPrintData data;
    return data;
}

class DrawnPrint : public NativePrint {
public:
    DrawnPrint(wxWindow* parent, const wxPrintDialogData& chosen) : parent_(parent), chosen_(chosen) {}

    std::vector<core::share::PageRange> ranges() const override {
        if (chosen_.GetAllPages()) return {};
        return {{chosen_.GetFromPage() - 1, chosen_.GetToPage() - 1}};
    }

    bool isFile() const override { return chosen_.GetPrintToFile(); }

    void send(const core::share::PrintReport& print, std::function<void(const wxString&)> done) override {
        const auto pages = std::make_shared<const core::share::PdfPages>(print.file);
        wxPrintDialogData all(chosen_);
        all.SetAllPages(true);
        wxPrinter printer(&all);
        PagesPrintout printout(wxString::FromUTF8(print.title), pages);
        done(printer.Print(parent_, &printout, false) ? wxString()
                                                      : _("the printing system does not answer"));
    }

private:
    wxWindow* parent_;
    wxPrintDialogData chosen_;
};

} // namespace

NativePrintPtr askPrinter(wxWindow* parent, const PrintQuestion& question) {
    wxPrintDialogData data(lastData());
    data.SetMinPage(1);
    data.SetMaxPage(question.pages);
    data.SetFromPage(1);
    data.SetToPage(question.pages);
    data.SetAllPages(true);
    data.GetPrintData().SetPaperId(wxPAPER_A4);
    wxPrintDialog dialog(parent, &data);
    if (dialog.ShowModal() != wxID_OK) return nullptr;
    lastData() = dialog.GetPrintDialogData().GetPrintData();
    return std::make_shared<DrawnPrint>(parent, dialog.GetPrintDialogData());
}

NativePrintPtr printerInto(const std::string&, std::vector<core::share::PageRange>) { return nullptr; }

} // namespace ui::report
