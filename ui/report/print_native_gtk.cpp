// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/print_native.h"

#include <climits>

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>
#include <unistd.h>
#include <wx/intl.h>
#include <wx/window.h>

namespace ui::report {

namespace {

template <typename Object>
struct Unref {
    void operator()(Object* object) const { g_object_unref(object); }
};
template <typename Object>
using Ref = std::unique_ptr<Object, Unref<Object>>;

// What was chosen last, until the program ends; never on the disk.
Ref<GtkPrintSettings>& lastSettings() {
    static Ref<GtkPrintSettings> settings;
    return settings;
}

Ref<GtkPageSetup> a4() {
    Ref<GtkPageSetup> setup(gtk_page_setup_new());
    GtkPaperSize* size = gtk_paper_size_new(GTK_PAPER_NAME_A4);
    gtk_page_setup_set_paper_size_and_default_margins(setup.get(), size);
    gtk_paper_size_free(size);
    return setup;
}

std::vector<core::share::PageRange> rangesIn(GtkPrintSettings* settings, int current) {
    std::vector<core::share::PageRange> ranges;
    const GtkPrintPages pages = gtk_print_settings_get_print_pages(settings);
    if (pages == GTK_PRINT_PAGES_CURRENT) ranges.push_back({current, current});
    if (pages != GTK_PRINT_PAGES_RANGES) return ranges;
    int count = 0;
    GtkPageRange* found = gtk_print_settings_get_page_ranges(settings, &count);
    for (int i = 0; i < count; ++i)
        ranges.push_back({found[i].start, found[i].end < 0 ? INT_MAX : found[i].end});
    g_free(found);
    return ranges;
}

bool isForFiles(GtkPrinter* printer) {
    const char* backend = G_OBJECT_TYPE_NAME(gtk_printer_get_backend(printer));
    return gtk_printer_is_virtual(printer) && g_strrstr(backend, "File") != nullptr;
}

class GtkPrint : public NativePrint {
public:
    GtkPrint(GtkPrinter* printer, GtkPrintSettings* settings, GtkPageSetup* setup,
             std::vector<core::share::PageRange> ranges)
        : printer_(GTK_PRINTER(g_object_ref(printer))), settings_(gtk_print_settings_copy(settings)),
          setup_(gtk_page_setup_copy(setup)), ranges_(std::move(ranges)) {
        // The ranges are cut out of the PDF by us; the printing system gets all of what is left.
        gtk_print_settings_set_print_pages(settings_.get(), GTK_PRINT_PAGES_ALL);
        gtk_print_settings_unset(settings_.get(), GTK_PRINT_SETTINGS_PAGE_RANGES);
    }

    std::vector<core::share::PageRange> ranges() const override { return ranges_; }

    bool isFile() const override { return isForFiles(printer_.get()); }

    void send(const core::share::PrintReport& print, std::function<void(const wxString&)> done) override {
        auto sent = std::make_unique<Sent>(Sent{print, std::move(done)});
        const Ref<GtkPrintJob> job(
            gtk_print_job_new(print.title.c_str(), printer_.get(), settings_.get(), setup_.get()));
        // It reads from where the descriptor stands, and leaves it open.
        const int descriptor = print.file->descriptor();
        GError* error = nullptr;
        if (::lseek(descriptor, 0, SEEK_SET) != 0 ||
            !gtk_print_job_set_source_fd(job.get(), descriptor, &error)) {
            const wxString trouble = textOf(error);
            if (error != nullptr) g_error_free(error);
            return sent->done(trouble);
        }
        gtk_print_job_send(
            job.get(),
            [](GtkPrintJob*, gpointer data, const GError* failed) {
                static_cast<Sent*>(data)->done(failed == nullptr ? wxString() : textOf(failed));
            },
            sent.release(), [](gpointer data) { delete static_cast<Sent*>(data); });
    }

private:
    struct Sent { // lives until the printing system has answered
        core::share::PrintReport print;
        std::function<void(const wxString&)> done;
    };
    static wxString textOf(const GError* error) {
        return error == nullptr ? _("the printing system does not answer")
                                : wxString::FromUTF8(error->message);
    }

    Ref<GtkPrinter> printer_;
    Ref<GtkPrintSettings> settings_;
    Ref<GtkPageSetup> setup_;
    std::vector<core::share::PageRange> ranges_;
};

GtkPrintUnixDialog* makeDialog(wxWindow* parent, const PrintQuestion& question) {
    auto* toplevel = wxGetTopLevelParent(parent);
    GtkWidget* widget = gtk_print_unix_dialog_new(_("Print").utf8_str(), GTK_WINDOW(toplevel->GetHandle()));
    GtkPrintUnixDialog* dialog = GTK_PRINT_UNIX_DIALOG(widget);
    // Only printers that take a PDF as it is; copies, both sides and pages a sheet are the printer's work.
    gtk_print_unix_dialog_set_manual_capabilities(dialog, GTK_PRINT_CAPABILITY_GENERATE_PDF);
    gtk_print_unix_dialog_set_embed_page_setup(dialog, TRUE);
    gtk_print_unix_dialog_set_page_setup(dialog, a4().get());
    gtk_print_unix_dialog_set_current_page(dialog, question.current);
    if (!lastSettings()) lastSettings().reset(gtk_print_settings_new());
    GtkPrintSettings* settings = lastSettings().get();
    gtk_print_settings_set_print_pages(settings, GTK_PRINT_PAGES_ALL);
    gtk_print_unix_dialog_set_settings(dialog, settings);
    return dialog;
}

} // namespace

NativePrintPtr askPrinter(wxWindow* parent, const PrintQuestion& question) {
    GtkPrintUnixDialog* dialog = makeDialog(parent, question);
    NativePrintPtr chosen;
    if (gtk_dialog_run(GTK_DIALOG(dialog)) == GTK_RESPONSE_OK) {
        lastSettings().reset(gtk_print_unix_dialog_get_settings(dialog));
        if (GtkPrinter* printer = gtk_print_unix_dialog_get_selected_printer(dialog))
            chosen = std::make_shared<GtkPrint>(printer, lastSettings().get(),
                                                gtk_print_unix_dialog_get_page_setup(dialog),
                                                rangesIn(lastSettings().get(), question.current));
    }
    gtk_widget_destroy(GTK_WIDGET(dialog));
    return chosen;
}

NativePrintPtr printerInto(const std::string& file, std::vector<core::share::PageRange> ranges) {
    GtkPrinter* found = nullptr;
    gtk_enumerate_printers(
        [](GtkPrinter* printer, gpointer data) -> gboolean {
            if (!isForFiles(printer)) return FALSE;
            *static_cast<GtkPrinter**>(data) = GTK_PRINTER(g_object_ref(printer));
            return TRUE;
        },
        &found, nullptr, TRUE);
    if (found == nullptr) return nullptr;
    const Ref<GtkPrinter> printer(found);
    const Ref<GtkPrintSettings> settings(gtk_print_settings_new());
    gchar* uri = g_filename_to_uri(file.c_str(), nullptr, nullptr);
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
    g_free(uri);
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
    return std::make_shared<GtkPrint>(printer.get(), settings.get(), a4().get(), std::move(ranges));
}

} // namespace ui::report
