// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why a file of the case could not be taken out or read in another way, and what can be done about it.

#include <exception>

#include <wx/string.h>

namespace ui::import {

wxString whyNotRemoved(const std::exception_ptr& error);
wxString whyNotRead(const std::exception_ptr& error);

} // namespace ui::import
