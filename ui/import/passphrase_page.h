// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks for the passphrase of a sealed file, in the window of the import. The waiting: passphrase_question.h.

#include "core/base/secret_text.h"

#include <string>

#include <wx/panel.h>

class wxTextCtrl;

namespace ui::form {
class WrapText;
}

namespace ui::import {

class PassphrasePage : public wxPanel {
public:
    explicit PassphrasePage(wxWindow* parent);
    void show(const std::string& fileName, bool isAgain); // empties the field and takes the focus
    core::base::SecretText take();                        // what stands in the field, which is empty then
    wxTextCtrl* field() const { return field_; }

private:
    form::WrapText* text_;
    wxTextCtrl* field_;
};

} // namespace ui::import
