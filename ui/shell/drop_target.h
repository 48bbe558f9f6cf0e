// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files and folders dropped on the window. Only files: what mail programs drop otherwise is not taken.

#include "ui/common/to_wx.h"

#include <filesystem>
#include <functional>
#include <vector>

#include <wx/app.h>
#include <wx/dnd.h>

namespace ui::shell {

class DropTarget : public wxFileDropTarget {
public:
    using Dropped = std::function<void(const std::vector<std::filesystem::path>&)>;
    explicit DropTarget(Dropped dropped) : dropped_(std::move(dropped)) {}

    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        std::vector<std::filesystem::path> paths;
        for (const wxString& name : names) paths.push_back(common::toPath(name));
        // After the drop has ended: a dialog inside it would hold the other program.
        wxTheApp->CallAfter([dropped = dropped_, paths] { dropped(paths); });
        return !paths.empty();
    }

private:
    Dropped dropped_;
};

} // namespace ui::shell
