// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/case_view.h"

#include "ui/common/case_load.h"

#include <algorithm>
#include <set>

#include <wx/window.h>

namespace ui::common {
namespace {

struct Loaded {
    std::shared_ptr<core::query::CaseReader> reader;
    std::shared_ptr<const ViewData> data;
};

std::shared_ptr<const ViewData> emptyData() {
    auto whole = std::make_shared<CaseData>();
    whole->index = std::make_shared<const core::timeline::TimelineIndex>();
    auto data = std::make_shared<ViewData>();
    data->whole = std::move(whole);
    return data;
}

} // namespace

CaseView::CaseView(wxWindow* owner, SessionPtr session)
    : owner_(owner), session_(std::move(session)), data_(emptyData()) {
    changes_ = session_->onChange([this] { reload(true); });
    reload(true);
}

void CaseView::setFilter(ViewFilter filter) {
    if (filter == filter_) return;
    filter_ = std::move(filter);
    filterChanged.notify();
    reload(false);
}

void CaseView::setOrder(ViewOrder order) {
    if (order == order_) return;
    order_ = order;
    reload(false);
}

void CaseView::reload(bool wholeToo) {
    wholeStale_ = wholeStale_ || wholeToo;
    if (loading_)
        again_ = true;
    else
        start();
}

void CaseView::start() {
    loading_ = true;
    again_ = false;
    const bool wholeToo = std::exchange(wholeStale_, false);
    job_ = runJob(
        owner_,
        [session = session_, reader = std::move(reader_), whole = wholeToo ? nullptr : data_->whole,
         filter = filter_, order = order_](core::base::Progress&) mutable {
            if (!reader) reader = session->openReader();
            const core::query::CaseReader::Snapshot snapshot(*reader);
            if (!whole) whole = loadWhole(*reader);
            auto data = loadView(*reader, whole, filter, order);
            return Loaded{std::move(reader), std::move(data)};
        },
        [this](Outcome<Loaded> outcome) {
            loading_ = false;
            if (outcome.ok()) {
                reader_ = std::move(outcome.value().reader);
                data_ = std::move(outcome.value().data);
                loaded_ = true;
            } else {
                wholeStale_ = true;
                if (onError) onError(outcome.error());
            }
            const bool again = again_;
            if (again) start();
            if (outcome.ok() && !(again && data_->filter != filter_)) {
                keepSelection();
                dataChanged.notify();
            }
            loadingChanged.notify();
        });
    loadingChanged.notify();
}

std::optional<Ref> CaseView::current() const {
    return selection_.empty() ? std::nullopt : std::optional(selection_.back());
}

std::vector<core::model::Id> CaseView::selectedItems() const {
    std::vector<core::model::Id> out;
    for (const Ref& ref : selection_)
        if (!ref.incident) out.push_back(ref.id);
    return out;
}

void CaseView::select(std::vector<Ref> refs) {
    if (refs == selection_) return;
    selection_ = std::move(refs);
    selectionChanged.notify();
}

// What is no longer among the rows is no longer selected; one that is still there is shown anew.
void CaseView::keepSelection() {
    if (selection_.empty()) return;
    const std::set<Ref> wanted(selection_.begin(), selection_.end());
    std::set<Ref> there;
    for (const Ref& ref : data_->rows)
        if (wanted.contains(ref)) there.insert(ref);
    std::erase_if(selection_, [&there](const Ref& ref) { return !there.contains(ref); });
    selectionChanged.notify();
}

} // namespace ui::common
