// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the regions of the main window show together: one filter, one order, one selection, and the rows that
// came out of them. Regions observe this and never each other. Main thread only; the case is read on a
// worker, and what was shown stays until the new rows are there: of a big case the first ones, then all.

#include "core/timeline/timeline_index.h"
#include "ui/common/case_session.h"
#include "ui/common/job.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ui::common {

using Ref = core::timeline::EntryRef; // an item or an incident

struct ViewFilter {
    core::query::ItemFilter items;
    bool onlyIncidents = false;
    bool isEmpty() const { return !onlyIncidents && items == core::query::ItemFilter{}; }
    bool operator==(const ViewFilter&) const = default;
};

struct ViewOrder {
    core::query::ItemSort sort = core::query::ItemSort::Time;
    bool descending = false;
    bool operator==(const ViewOrder&) const = default;
};

// What does not depend on the filter.
struct CaseData {
    std::shared_ptr<const core::timeline::TimelineIndex> index;
    int items = 0; // without those left out
    // To be shown: `count` is what counts today, whatever it was when the incident was made.
    std::map<core::model::Id, core::model::Incident> incidents;
    std::vector<core::model::Milestone> milestones;
    std::vector<core::query::PartyRow> parties;
    std::vector<core::query::TagRow> tags;
    std::vector<core::query::SourceRow> sources;
    std::string label;
};

struct ViewData {
    ViewFilter filter;
    ViewOrder order;
    std::shared_ptr<const CaseData> whole;
    std::shared_ptr<const core::timeline::TimelineIndex> index; // none where nothing is filtered
    std::vector<Ref> rows;
    bool isWhole = false;  // else the first rows alone; of what is below, and of `index`, nothing
    int stored = 0;        // not whole: items in the case that are still being read
    int items = 0;         // of the rows
    int incidents = 0;     // of the rows
    int incidentFacet = 0; // incidents that the filter leaves, whatever kinds are chosen
    core::query::FacetCounts facets;
};

class CaseView {
public:
    // `owner` is the window that jobs report to; it must outlive this object.
    CaseView(wxWindow* owner, SessionPtr session);

    CaseSession& session() const { return *session_; }
    const SessionPtr& sessionPtr() const { return session_; }

    const ViewFilter& filter() const { return filter_; } // as asked for; data() may still be older
    const ViewOrder& order() const { return order_; }
    void setFilter(ViewFilter filter);
    void setOrder(ViewOrder order);

    const ViewData& data() const { return *data_; }
    const std::shared_ptr<const ViewData>& dataPtr() const { return data_; }
    bool isLoaded() const { return loaded_; } // false until all rows were there once
    bool isLoading() const { return loading_; }

    // The selection in the order it was made; the last one is what the detail pane shows. Incidents and
    // items.
    const std::vector<Ref>& selection() const { return selection_; }
    std::optional<Ref> current() const;
    std::vector<core::model::Id> selectedItems() const;
    bool hasSelectedItems() const;
    void select(std::vector<Ref> refs);

    // Added to by the regions; called on the main thread.
    Observers filterChanged, dataChanged, selectionChanged, loadingChanged;
    std::function<void(std::exception_ptr)> onError;

private:
    void reload(bool wholeToo);
    void start();
    bool wantsFirstPage() const;
    void loadFirst();
    void loadRest();
    void take(std::shared_ptr<const ViewData> data);
    void failed(const std::exception_ptr& error);
    void keepSelection();

    wxWindow* owner_;
    SessionPtr session_;
    ViewFilter filter_;
    ViewOrder order_;
    std::shared_ptr<const ViewData> data_;
    std::vector<Ref> selection_;
    std::shared_ptr<core::query::CaseReader> reader_; // of the worker; one job after the other has it
    Job job_;
    bool loaded_ = false, loading_ = false, again_ = false, wholeStale_ = true;
    Subscription changes_;
};

} // namespace ui::common
