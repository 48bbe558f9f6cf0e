// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks what the columns of a table mean, shows at once what comes of it, and reads it so. The meaning can be
// kept in the case by a name. Modal: while it reads nothing else may write into the case.

#include "core/import/read_table.h"
#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"

#include <optional>
#include <vector>

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxGauge;
class wxTextCtrl;

namespace ui::form {
class FormGrid;
class WrapText;
} // namespace ui::form

namespace ui::import {

class ColumnGrid;

class TableDialog : public common::DialogBase {
public:
    TableDialog(wxWindow* parent, common::SessionPtr session, const core::query::SourceRow& source);
    ~TableDialog() override;

    // After it was closed with wxID_OK.
    const std::optional<core::import::ImportReport>& report() const { return report_; }

    // For tests.
    bool isLoaded() const { return sample_.has_value(); }
    bool isWorking() const { return job_.isRunning(); }
    ColumnGrid* columns() const { return columns_; }
    wxDataViewListCtrl* preview() const { return preview_; }
    wxString summary() const;
    core::import::TableMapping mapping() const;
    void setTemplateName(const wxString& name);
    void setKind(core::model::ItemKind kind);
    void setDirection(core::model::Direction direction);
    void read();

private:
    void build();
    wxSizer* settings();
    void load();
    void loaded(common::Outcome<std::optional<core::import::TableSample>> outcome);
    void showSample();
    void showPreview();
    void showRelevant(const core::import::TableMapping& mapping);
    std::string zone() const;
    void finished(common::Outcome<core::import::ImportReport> outcome);
    void say(const wxString& text);
    void close();

    common::SessionPtr session_;
    core::query::SourceRow source_;
    std::optional<core::import::TableSample> sample_;
    std::optional<core::import::ImportReport> report_;
    common::Job job_;
    std::vector<std::string> zones_;
    ColumnGrid* columns_ = nullptr;
    wxDataViewListCtrl* preview_ = nullptr;
    wxChoice* headings_ = nullptr;
    wxChoice* kind_ = nullptr;
    wxChoice* direction_ = nullptr;
    wxChoice* order_ = nullptr;
    wxChoice* unit_ = nullptr;
    wxChoice* zone_ = nullptr;
    wxTextCtrl* name_ = nullptr;
    wxStaticText* directionLabel_ = nullptr;
    wxStaticText* unitLabel_ = nullptr;
    form::WrapText* summary_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* read_ = nullptr;
};

} // namespace ui::import
