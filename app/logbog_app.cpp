// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logbog_app.h"

#include "app/common/app_paths.h"
#include "app/common/no_core_dumps.h"
#include "app/sample_folder.h"
#include "app/services.h"
#include "core/pdf/unfinished.h"
#include "ui/access/all_windows.h"
#include "ui/access/end_signal.h"
#include "ui/access/first_show.h"
#include "ui/access/no_traces.h"
#include "ui/common/command_ids.h"
#include "ui/common/error_text.h"
#include "ui/common/job.h"
#include "ui/common/quick_exit.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/import/import_dialog.h"
#include "ui/shell/main_frame.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include <wx/cmdline.h>
#include <wx/filename.h>
#include <wx/intl.h>
#include <wx/log.h>
#include <wx/translation.h>
#include <wx/uilocale.h>

namespace app {
namespace {

using core::base::Language;

constexpr std::chrono::milliseconds kLeaveLimit{500};
constexpr std::chrono::milliseconds kExitLimit{10'000};

// Danish where the system does not say English: the program is made for Denmark.
Language systemLanguage() {
    return wxUILocale::GetSystemLocaleId().GetLanguage() == "en" ? Language::English : Language::Danish;
}

} // namespace

void LogbogApp::OnInitCmdLine(wxCmdLineParser& parser) {
    static const wxCmdLineEntryDesc kEntries[] = {
        {wxCMD_LINE_SWITCH, nullptr, "sample", "open the invented sample case", wxCMD_LINE_VAL_NONE, 0},
        {wxCMD_LINE_OPTION, nullptr, "lang", "language of the windows: da or en", wxCMD_LINE_VAL_STRING, 0},
        {wxCMD_LINE_OPTION, nullptr, "case", "open the case in this folder", wxCMD_LINE_VAL_STRING, 0},
        {wxCMD_LINE_PARAM, nullptr, nullptr, "case folder, or the case.logbog in it", wxCMD_LINE_VAL_STRING,
         wxCMD_LINE_PARAM_OPTIONAL},
        {wxCMD_LINE_OPTION, nullptr, "show", nullptr, wxCMD_LINE_VAL_STRING, wxCMD_LINE_HIDDEN},
        {wxCMD_LINE_SWITCH, "h", "help", "show this help", wxCMD_LINE_VAL_NONE, wxCMD_LINE_OPTION_HELP},
        {wxCMD_LINE_NONE, nullptr, nullptr, nullptr, wxCMD_LINE_VAL_NONE, 0}};
    parser.SetDesc(kEntries);
    parser.SetSwitchChars("-");
}

bool LogbogApp::OnCmdLineParsed(wxCmdLineParser& parser) {
    sample_ = parser.Found("sample");
    parser.Found("lang", &language_);
    parser.Found("case", &case_);
    if (parser.GetParamCount() > 0) case_ = parser.GetParam(0);
    if (wxFileName(case_).GetFullName() == "case.logbog")
        case_ = wxFileName(case_).GetPath(); // as a file manager gives it
    parser.Found("show", &show_);
    if (!language_.empty() && language_ != "da" && language_ != "en") {
        parser.Usage();
        return false;
    }
    return true;
}

bool LogbogApp::OnInit() {
    forbidCoreDumps();
    SetAppName("logbog");
    SetAppDisplayName("Logbog");
    if (!wxApp::OnInit()) return false;
    ui::common::useUtf8();
    ui::access::keepNoRecentFiles();
    ui::common::setAssetsFolder(assetsFolder());
    ui::common::setLocaleFolder(localeFolder());
    ui::shell::ShellServices services = makeServices();
    startLanguage(services.kept);
    frame_ = new ui::shell::MainFrame(std::move(services));
    ui::common::installQuickExit([this] { leave(); });
    ui::access::watchKeys([](bool isShift, long time) { ui::common::quickExitKey(isShift, time); });
    ui::access::onEndSignal([] { ui::common::quickExit(); });
    ui::access::prepareFirstShow(*frame_);
    frame_->Show();
    CallAfter([this] { openWhatWasAsked(); });
    return true;
}

void LogbogApp::startLanguage(const ui::shell::KeptSettings& kept) {
    Language language = kept.language.value_or(systemLanguage());
    if (language_ == "da") language = Language::Danish;
    if (language_ == "en") language = Language::English;
    ui::common::setLanguage(language);
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(ui::common::toWx(localeFolder()));
    auto* translations = new wxTranslations; // owned by wx
    wxTranslations::Set(translations);
    translations->SetLanguage(language == Language::Danish ? wxLANGUAGE_DANISH : wxLANGUAGE_ENGLISH);
    const wxLogNull quiet; // no catalogue is no error: the code's English is shown
    translations->AddStdCatalog();
    translations->AddCatalog("logbog", wxLANGUAGE_ENGLISH);
}

void LogbogApp::openWhatWasAsked() {
    if (sample_)
        frame_->openSample([this] { showAsked(); });
    else if (!case_.empty())
        frame_->askOpen(ui::common::toPath(case_));
}

// Where a screenshot begins; the rows must be there first.
void LogbogApp::showAsked() {
    if (show_.empty() || !frame_->hasCase()) return;
    auto& view = frame_->page()->view();
    static ui::common::Subscription once;
    once = view.dataChanged.add([this, &view] {
        const wxString what = std::exchange(show_, wxString());
        if (what.empty()) return;
        const auto& incidents = view.data().whole->incidents;
        if (what == "incident" && !incidents.empty()) frame_->openIncident(incidents.begin()->first);
        if (what == "import-report") {
            const auto runs = view.session().reader().importRuns();
            if (!runs.empty()) ui::import::openImportReport(frame_, view.sessionPtr(), runs.front());
        }
        if (what == "item") {
            const auto& rows = view.data().rows;
            const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
            const auto found =
                std::find_if(middle, rows.end(), [](const auto& row) { return !row.incident; });
            if (found != rows.end()) view.select({*found});
        }
        if (what == "report") frame_->runCommand(ui::common::CmdReport);
        if (what == "episodes") frame_->runCommand(ui::common::CmdEpisodes);
        if (what == "people") frame_->runCommand(ui::common::CmdPeople);
    });
}

// The windows are hidden already. What is being written in a window is written now; then the case is closed
// and the program ends without unwinding whatever was open above.
void LogbogApp::leave() {
    ui::access::hideAllWindows(); // questions and file choosers, too
    if (frame_) frame_->closeCase();
    ui::common::stopJobs(kLeaveLimit);
    SampleFolder::removeAll(); // windows that are still open keep their case
    core::pdf::Unfinished::removeAll();
    std::_Exit(0);
}

int LogbogApp::OnExit() {
    ui::common::removeQuickExit();
    // Work of a batch is committed or rolled back by the store; what does not stop in time ends with the
    // process.
    const bool stopped = ui::common::stopJobs(kExitLimit);
    SampleFolder::removeAll();
    core::pdf::Unfinished::removeAll();
    if (!stopped) std::_Exit(0);
    return wxApp::OnExit();
}

bool LogbogApp::OnExceptionInMainLoop() {
    ui::common::showError(frame_, std::current_exception());
    return true;
}

void LogbogApp::OnUnhandledException() {
    const std::exception_ptr error = std::current_exception();
    if (error) wxLogError("%s", ui::common::errorText(error));
}

} // namespace app
