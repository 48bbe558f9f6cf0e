// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What creating and opening a case share: fields by name, a passphrase that can be shown, the work on a
// thread (deriving the key takes about a second), an error sentence in the window. Returns the open case.

#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/shell/shell_services.h"

#include <vector>

#include <wx/textctrl.h>

class wxCheckBox;
class wxFlexGridSizer;
class wxGauge;

namespace ui::shell {

class PassphraseDialog : public common::DialogBase {
public:
    common::SessionPtr session() const { return session_; } // after wxID_OK

protected:
    PassphraseDialog(wxWindow* parent, const wxString& title, const wxString& heading);

    void addRow(const wxString& name, wxWindow* field);
    void addPassphrase(const wxString& name); // hidden letters
    std::string passphrase(std::size_t index = 0) const;
    wxWindow* passphraseField() const { return secrets_.front(); }
    void addShowLetters(); // after the last passphrase
    void addStatus();      // last: the sentence and the gauge
    void say(const wxString& sentence);
    // Runs `work` and ends the dialog with the case, or says why not.
    void run(const wxString& doing, std::function<common::SessionPtr()> work);

    wxFlexGridSizer* grid_;
    wxButton* primary_ = nullptr;

private:
    void showLetters(bool shown);
    void finishRun(common::Outcome<common::SessionPtr> outcome);

    std::vector<wxTextCtrl*> secrets_;
    common::WrappedText* status_ = nullptr;
    wxGauge* gauge_ = nullptr;
    common::Job job_;
    common::SessionPtr session_;
};

} // namespace ui::shell
