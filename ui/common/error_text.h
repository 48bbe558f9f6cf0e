// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an exception says to a person: one translated sentence of what happened and what to do.
// Not the log: what() stays English and is not shown.

#include "core/base/error.h"

#include <exception>

#include <wx/string.h>

class wxWindow;

namespace ui::common {

wxString errorText(const core::base::Error& error);
wxString errorText(const std::exception_ptr& error);
bool isCancelled(const std::exception_ptr& error);
bool isNotFound(const std::exception_ptr& error);
bool isDamaged(const std::exception_ptr& error);

// A modal message with that text. Nothing for Cancelled.
void showError(wxWindow* parent, const std::exception_ptr& error);
void showMessage(wxWindow* parent, const wxString& text);
// `yes` is a verb ("Exclude"); true if it was chosen. The safe choice is the default.
bool askUser(wxWindow* parent, const wxString& question, const wxString& explanation, const wxString& yes);

} // namespace ui::common
