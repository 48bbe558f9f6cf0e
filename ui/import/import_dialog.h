// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opens the windows of an import: what was found, the questions, the work, the report. Modeless: each call
// returns at once, and the main window stays usable. Not the windows themselves.

#include "ui/common/case_session.h"

#include <filesystem>
#include <functional>
#include <vector>

#include <wx/string.h>

class wxWindow;

namespace ui::import {

// What the window asks of the one that opened it. Each may be empty.
struct ImportHooks {
    // "Show the new items": one import, or those of it without a date.
    std::function<void(core::model::Id run, bool onlyUndated)> showRun;
    // While the import runs, 20 times a second; `fraction` below 0 = not known. An empty text: it has ended.
    std::function<void(const wxString& text, double fraction)> progress;
};

// Asks for files where `paths` is empty. The session's notifyChanged() is called when the import has ended.
void openImport(wxWindow* parent, const common::SessionPtr& session,
                const std::vector<std::filesystem::path>& paths, const ImportHooks& hooks = {});
void openImportFolder(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks = {});

// The stored report of one import, or the list of all of them.
void openImportReport(wxWindow* parent, const common::SessionPtr& session, core::model::Id run,
                      const ImportHooks& hooks = {});
void openImportRuns(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks = {});

// The files that are in the case: taking one out, reading one in another way.
void openSources(wxWindow* parent, const common::SessionPtr& session, const ImportHooks& hooks = {});

// Modal: reads a file of the case by what its columns mean, and opens the report of that; makes incidents of
// the rows of her own log. Nothing where there is no such source.
void readAsTable(wxWindow* parent, const common::SessionPtr& session, core::model::Id source,
                 const ImportHooks& hooks = {});
void makeOfLog(wxWindow* parent, const common::SessionPtr& session, core::model::Id source);

} // namespace ui::import
