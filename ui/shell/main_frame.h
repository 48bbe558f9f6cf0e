// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The main window: the welcome page or an open case, menus, keys, drops. Opens and closes cases through
// ShellServices; what happens inside a case is in CasePage and CaseCommands.

#include "ui/common/wheel_guard.h"
#include "ui/import/import_dialog.h"
#include "ui/shell/case_commands.h"
#include "ui/shell/shell_services.h"

#include <wx/frame.h>

namespace ui::shell {

class WelcomePage;

class MainFrame : public wxFrame {
public:
    explicit MainFrame(ShellServices services);
    ~MainFrame() override;

    void openCase(common::SessionPtr session);
    void askOpen(const std::filesystem::path& folder); // with the passphrase dialog
    void openSample(std::function<void()> opened = {});
    void closeCase(); // closes what else is open of it, too
    void dropFiles(const std::vector<std::filesystem::path>& paths);
    bool hasCase() const { return page_ != nullptr; }
    CasePage* page() const { return page_; }
    void runCommand(int command);
    void openIncident(core::model::Id incident);

private:
    void bindMenus();
    void OnMenu(wxCommandEvent& event);
    void OnCharHook(wxKeyEvent& event);
    void OnClose(wxCloseEvent& event);
    bool runProgramCommand(int command);
    bool runViewCommand(int command);
    bool runImportCommand(int command);
    void readFileOfItem(int command, const ui::import::ImportHooks& hooks);
    bool runKeyCommand(int command);
    bool takeLetter(int key);
    void escape();
    void showWelcome();
    void showState(); // title, status, undo
    void showZone();
    void remindOfCopy(const common::CaseSession& session);
    void chooseLanguage(core::base::Language language);
    void importPaths(const std::vector<std::filesystem::path>& paths, bool folder);
    void keepLayout();
    void popupSelectionMenu(wxWindow* over);
    void refreshColors();

    common::WheelGuard wheel_;
    ShellServices services_;
    WelcomePage* welcome_ = nullptr;
    CasePage* page_ = nullptr;
    std::unique_ptr<CaseCommands> commands_;
    common::Subscription data_, selection_, loading_;
    common::Job sampleJob_;
};

} // namespace ui::shell
