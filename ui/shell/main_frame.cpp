// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_frame.h"

#include "ui/common/clipboard.h"
#include "ui/common/command_ids.h"
#include "ui/common/custody_words.h"
#include "ui/common/error_text.h"
#include "ui/common/quick_exit.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/import/import_dialog.h"
#include "ui/shell/case_dialogs.h"
#include "ui/shell/copy_dialog.h"
#include "ui/shell/drop_target.h"
#include "ui/shell/menus.h"
#include "ui/shell/opening_findings.h"
#include "ui/shell/small_dialogs.h"
#include "ui/shell/status_words.h"
#include "ui/shell/welcome_page.h"

#include <array>

#include <wx/app.h>
#include <wx/intl.h>
#include <wx/menu.h>
#include <wx/statusbr.h>
#include <wx/utils.h>
#include <wx/wupdlock.h>

namespace ui::shell {

using namespace ui::common; // the command ids

namespace {

constexpr int kWidth = 1440;
constexpr int kHeight = 900;

// Given when the window is made: the menus are laid out once before any later size arrives.
wxSize firstSize(const KeptSettings& kept) {
    const wxSize wanted(kept.width > 0 ? kept.width : kWidth, kept.height > 0 ? kept.height : kHeight);
    wxSize size = wxWindow::FromDIP(wanted, nullptr);
    size.DecTo(wxGetClientDisplayRect().GetSize());
    return size;
}

} // namespace

MainFrame::MainFrame(ShellServices services)
    : wxFrame(nullptr, wxID_ANY, "Logbog", wxDefaultPosition, firstSize(services.kept)),
      services_(std::move(services)) {
    SetName("Logbog");
    SetMenuBar(makeMenuBar());
    CreateStatusBar(3);
    const std::array<int, 3> widths{FromDIP(320), -1, FromDIP(420)};
    SetStatusWidths(3, widths.data());
    SetStatusBarPane(-1); // no words of the toolkit's own about the menu there
    SetSizer(new wxBoxSizer(wxVERTICAL));
    SetDropTarget(new DropTarget([this](const auto& paths) { dropFiles(paths); }));
    bindMenus();
    Bind(wxEVT_CHAR_HOOK, &MainFrame::OnCharHook, this);
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::OnClose, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        CallAfter([this] { refreshColors(); }); // the system's colours are the old ones inside the event
    });
    SetMinSize(FromDIP(wxSize(900, 600)));
    if (services_.kept.maximized) Maximize();
    showWelcome();
}

// Regions observe the view that is in the page: the page goes first.
MainFrame::~MainFrame() {
    commands_.reset();
    data_.reset();
    selection_.reset();
    loading_.reset();
}

void MainFrame::showWelcome() {
    SetTitle("Logbog");
    welcome_ = new WelcomePage(this, services_.samplePassphrase);
    GetSizer()->Add(welcome_, wxSizerFlags(1).Expand());
    GetStatusBar()->Hide();
    Layout();
    welcome_->focusFirst();
}

void MainFrame::openCase(SessionPtr session) {
    if (!session) return;
    closeCase();
    const wxWindowUpdateLocker locker(this);
    if (welcome_) {
        welcome_->Destroy();
        welcome_ = nullptr;
    }
    page_ = new CasePage(this, session, services_.kept,
                         [this](core::model::Id incident) { openIncident(incident); });
    commands_ = std::make_unique<CaseCommands>(this, *page_);
    page_->onContextMenu = [this](wxWindow* over) { popupSelectionMenu(over); };
    page_->view().onError = [this](const std::exception_ptr& error) { page_->showMessage(errorText(error)); };
    data_ = page_->view().dataChanged.add([this] { showState(); });
    selection_ = page_->view().selectionChanged.add([this] { showState(); });
    loading_ = page_->view().loadingChanged.add([this] { showState(); });
    GetSizer()->Add(page_, wxSizerFlags(1).Expand());
    GetStatusBar()->Show();
    Layout();
    SendSizeEvent();
    page_->table().control()->SetFocus();
    showZone();
    showState();
    // After the page is drawn; the session lives on in it.
    CallAfter([this, session] {
        showOpeningFindings(this, *session);
        remindOfCopy(*session);
    });
}

// In passing: once an opening, in the bar that waits for nothing.
void MainFrame::remindOfCopy(const CaseSession& session) {
    if (!page_ || &page_->view().session() != &session || page_->hasMessage()) return;
    if (session.copyState().isDue)
        page_->showMessage(lastCopyText(session), {{CmdSaveCopy, _("Save a copy…")}});
}

void MainFrame::closeCase() {
    if (!page_) return;
    for (wxWindow* child : wxWindowList(GetChildren()))
        if (child->IsTopLevel()) child->Close(true);
    data_.reset();
    selection_.reset();
    loading_.reset();
    commands_.reset();
    GetSizer()->Detach(page_);
    page_->Destroy();
    page_ = nullptr;
    clearCopied();
    showWelcome();
}

void MainFrame::askOpen(const std::filesystem::path& folder) {
    if (auto session = askOpenCase(this, services_, folder)) openCase(std::move(session));
}

void MainFrame::openSample(std::function<void()> opened) {
    if (sampleJob_.isRunning()) return;
    const wxBusyCursor busy;
    sampleJob_ = runJob(
        this, [make = services_.makeSample](core::base::Progress& progress) { return make(progress); },
        [this, opened = std::move(opened)](Outcome<SessionPtr> outcome) {
            if (!outcome.ok()) return showError(this, outcome.error());
            openCase(std::move(outcome.value()));
            page_->showMessage(wxString::Format(
                _("This is an invented case. Its passphrase is \"%s\". It is removed when you close it."),
                toWx(services_.samplePassphrase)));
            if (opened) opened();
        });
}

void MainFrame::dropFiles(const std::vector<std::filesystem::path>& paths) {
    if (paths.empty()) return;
    if (!page_) openCase(askCreateCase(this, services_));
    if (page_) importPaths(paths, false);
}

void MainFrame::importPaths(const std::vector<std::filesystem::path>& paths, bool folder) {
    ui::import::ImportHooks hooks;
    hooks.showRun = [this](core::model::Id run, bool onlyUndated) {
        if (commands_) commands_->showRun(run, onlyUndated);
    };
    hooks.progress = [this](const wxString& text, double) {
        SetStatusText(text.empty() ? savedText() : text, 1);
    };
    if (folder)
        ui::import::openImportFolder(this, page_->view().sessionPtr(), hooks);
    else
        ui::import::openImport(this, page_->view().sessionPtr(), paths, hooks);
}

void MainFrame::openIncident(core::model::Id incident) {
    if (commands_) commands_->openIncident(incident);
}

void MainFrame::showZone() { SetStatusText(zoneText(page_->view().session().zone()), 2); }

void MainFrame::showState() {
    if (!page_) return;
    CaseView& view = page_->view();
    const wxString label = toWx(view.data().whole->label);
    SetTitle(label.empty() ? wxString("Logbog") : label + wxString::FromUTF8(" – Logbog"));
    SetStatusText(selectionText(view), 0);
    SetStatusText(view.isLoading() ? _("Reading…") : savedText(), 1);
    const auto undo = view.session().editor().undoable();
    const auto redo = view.session().editor().redoable();
    const wxString undoText = undo ? undoName(*undo, false) : wxString();
    const wxString redoText = redo ? undoName(*redo, true) : wxString();
    page_->toolbar().showUndo(undoText, redoText);
    GetMenuBar()->SetLabel(wxID_UNDO, (undo ? undoText : _("&Undo")) + "\tCtrl+Z");
    GetMenuBar()->SetLabel(wxID_REDO, (redo ? redoText : _("&Redo")) + "\tCtrl+Shift+Z");
}

void MainFrame::popupSelectionMenu(wxWindow* over) {
    const std::unique_ptr<wxMenu> menu(makeSelectionMenu());
    over->PopupMenu(menu.get());
}

void MainFrame::refreshColors() {
    refreshTheme();
    if (page_) page_->refreshColors();
    if (welcome_) welcome_->Refresh();
}

void MainFrame::chooseLanguage(core::base::Language chosen) {
    services_.kept.language = chosen;
    keepLayout();
    if (chosen != language())
        common::showMessage(this, _("The language changes the next time Logbog starts."));
}

void MainFrame::keepLayout() {
    KeptSettings& kept = services_.kept;
    kept.maximized = IsMaximized();
    if (!kept.maximized && !IsIconized()) {
        kept.width = ToDIP(GetSize().x);
        kept.height = ToDIP(GetSize().y);
    }
    if (page_) {
        kept.sidebar = page_->hasSidebar();
        kept.detail = page_->hasDetail();
    }
    if (services_.keep) services_.keep(kept);
}

void MainFrame::OnClose(wxCloseEvent&) {
    keepLayout();
    cancelJobs();
    Hide();
    data_.reset();
    selection_.reset();
    loading_.reset();
    commands_.reset();
    clearCopied();
    Destroy();
}

} // namespace ui::shell
