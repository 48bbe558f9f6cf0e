// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Copying out of the case, remembered so that it can be taken back. Other programs' clipboard is left alone.

#include <wx/string.h>

namespace ui::common {

void copyText(const wxString& text);
// Empties the clipboard if what it holds is the last text copied from here.
void clearCopied();

} // namespace ui::common
