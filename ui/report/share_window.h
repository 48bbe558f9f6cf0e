// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two export windows: the log form as PDF or in another kind of file, and the package with originals.

#include "ui/report/export_window.h"

#include <set>

class wxButton;

namespace ui::report {

class ReportWindow : public ExportWindow {
public:
    ReportWindow(wxWindow* parent, common::SessionPtr session);
    void writeTo(const std::filesystem::path& out);

protected:
    void choicesChanged() override;
    void write() override;

private:
    wxButton* preview_ = nullptr;
};

class ShareWindow : public ExportWindow {
public:
    ShareWindow(wxWindow* parent, common::SessionPtr session);
    void writeTo(const std::filesystem::path& out);
    // Takes a held-back original along, or not. No question here: the button asks.
    void setTakenAlong(core::model::Id source, bool along);

protected:
    void addChoices(form::FormGrid& grid) override;
    bool isTakenAlong(const core::share::GateFinding& finding) const override;
    bool takesOriginals() const override { return true; }
    void findingsShown() override;
    void write() override;

private:
    void askForChosen();
    void verify(const core::share::PackageResult& result, bool isLocked);

    wxChoice* form_ = nullptr;
    wxCheckBox* withOriginals_ = nullptr;
    wxButton* along_ = nullptr;
    std::set<core::model::Id> alongSources_; // by id: two files may have one name
};

} // namespace ui::report
