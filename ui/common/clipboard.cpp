// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/clipboard.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

namespace ui::common {
namespace {

wxString& copied() {
    static wxString text;
    return text;
}

} // namespace

void copyText(const wxString& text) {
    const wxClipboardLocker lock;
    if (!lock) return;
    if (wxTheClipboard->SetData(new wxTextDataObject(text))) copied() = text;
}

void clearCopied() {
    if (copied().empty()) return;
    const wxClipboardLocker lock;
    if (!lock) return;
    wxTextDataObject held;
    if (wxTheClipboard->GetData(held) && held.GetText() == copied()) wxTheClipboard->Clear();
    copied().clear();
}

} // namespace ui::common
