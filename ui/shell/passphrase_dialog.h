// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What creating and opening a case, and changing what opens it, share: fields by name, a passphrase that can
// be shown, the work on a thread (deriving the key takes about a second), an error sentence in the window.
// Returns the open case.

#include "ui/common/dialog_base.h"
#include "ui/common/job.h"
#include "ui/shell/shell_services.h"

#include <exception>
#include <optional>
#include <vector>

#include <wx/textctrl.h>

class wxCheckBox;
class wxFlexGridSizer;
class wxGauge;

namespace ui::shell {

// For work that is handed on: a job's work can be copied, a secret cannot.
inline std::shared_ptr<core::base::SecretText> share(core::base::SecretText secret) {
    return std::make_shared<core::base::SecretText>(std::move(secret));
}

class PassphraseDialog : public common::DialogBase {
public:
    common::SessionPtr session() const { return session_; } // after wxID_OK

protected:
    PassphraseDialog(wxWindow* parent, const wxString& title, const wxString& heading);

    void addRow(const wxString& name, wxWindow* field);
    void addPassphrase(const wxString& name); // hidden letters
    // What stands in the field; the toolkit's own copies are not ours to wipe.
    core::base::SecretText passphrase(std::size_t index = 0) const;
    // The new passphrase that stands twice, from field `first` on. Says what is wrong with it and returns
    // nothing: empty, not the same, or easy to guess and not yet insisted on.
    std::optional<core::base::SecretText> newPassphrase(std::size_t first,
                                                        const core::base::CommonPasswords& common);
    wxWindow* passphraseField() const { return secrets_.front(); }
    void hidePassphrases(); // all rows
    void addShowLetters();  // after the last passphrase
    void addStatus();       // last: the sentence and the gauge
    void say(const wxString& sentence);
    bool isBusy() const { return job_.isRunning(); }
    // Empties the fields, runs `work` and ends the dialog with the case, or says why not.
    void run(const wxString& doing, std::function<common::SessionPtr()> work);

    // After `work` came to its end; ends the dialog.
    virtual void done();
    // The sentence for an error of `work`.
    virtual wxString wordsFor(const std::exception_ptr& error) const;

    wxFlexGridSizer* grid_;
    wxButton* primary_ = nullptr;

private:
    void showLetters(bool shown);
    void OnTyped(wxCommandEvent& event);
    void forgetJudgement();
    void makeRoom();
    void finishRun(common::Outcome<common::SessionPtr> outcome);

    std::vector<wxTextCtrl*> secrets_;
    core::base::SecretText warnedAbout_;
    bool hasJudged_ = false; // a sentence about the new passphrase stands there
    wxString usualLabel_;    // of the button that says "Use it anyway"; else empty
    common::WrappedText* status_ = nullptr;
    wxGauge* gauge_ = nullptr;
    common::Job job_;
    common::SessionPtr session_;
};

} // namespace ui::shell
