// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Episodes to look through: what one person sent on one day through one channel. The chosen ones become
// incidents. What was written stays hidden until it is asked for.

#include "core/query/episodes.h"
#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"
#include "ui/common/job.h"

#include <functional>
#include <vector>

class wxButton;
class wxCheckBox;
class wxDataViewListCtrl;

namespace ui::incident {

class EpisodeDialog : public common::DialogBase {
public:
    using Accepted = std::function<void(const std::vector<core::model::Id>&)>;
    EpisodeDialog(wxWindow* parent, common::SessionPtr session, Accepted accepted);

    bool isLoading() const { return job_.isRunning(); }
    int rowCount() const { return static_cast<int>(found_.size()); }
    void choose(int row, bool on);
    void chooseAll(bool on);
    void acceptChosen();
    wxDataViewListCtrl* list() const { return list_; }

private:
    struct Found {
        core::query::Episode episode;
        core::query::ItemRow first;
    };
    void load();
    void show(std::vector<Found> found);
    void showWords();
    void showChosen();

    common::SessionPtr session_;
    Accepted accepted_;
    common::Job job_;
    std::vector<Found> found_;
    wxDataViewListCtrl* list_ = nullptr;
    wxStaticText* empty_ = nullptr;
    wxCheckBox* all_ = nullptr;
    wxCheckBox* words_ = nullptr;
    wxButton* accept_ = nullptr;
};

} // namespace ui::incident
