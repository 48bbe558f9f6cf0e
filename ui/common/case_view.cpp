// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/case_view.h"

#include "core/query/survey.h"
#include "ui/common/case_load.h"

#include <algorithm>
#include <set>

#include <wx/window.h>

namespace ui::common {
namespace {

struct Loaded {
    std::shared_ptr<core::query::CaseReader> reader;
    std::shared_ptr<const ViewData> data; // none: no first page without all
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
    if (!loading_) return start();
    again_ = true;
    if (wholeToo) return; // a case that changes all the time would never be there
    job_.cancel();
    if (reader_) core::query::stopReading(*reader_);
}

void CaseView::start() {
    loading_ = true;
    again_ = false;
    if (wantsFirstPage())
        loadFirst();
    else
        loadRest();
    loadingChanged.notify();
}

// Where others are to be shown than before. After a change of the case the old rows stay until all new ones
// are there.
bool CaseView::wantsFirstPage() const {
    if (!loaded_) return true;
    return !wholeStale_ && (filter_ != data_->filter || order_ != data_->order);
}

void CaseView::loadFirst() {
    job_ = runJob(
        owner_,
        [session = session_, reader = reader_, whole = loaded_ ? data_->whole : nullptr, filter = filter_,
         order = order_](core::base::Progress&) mutable {
            if (!reader) reader = session->openReader();
            const core::query::CaseReader::Snapshot snapshot(*reader);
            auto data = loadFirstPage(*reader, std::move(whole), filter, order);
            return Loaded{std::move(reader), std::move(data)};
        },
        [this](Outcome<Loaded> outcome) {
            // What is wrong here is wrong with all rows too, and is said then.
            if (outcome.ok()) reader_ = std::move(outcome.value().reader);
            if (again_) return start();
            if (outcome.ok() && outcome.value().data) take(std::move(outcome.value().data));
            if (again_) return start();
            loadRest();
        });
}

void CaseView::loadRest() {
    const bool wholeToo = std::exchange(wholeStale_, false);
    job_ = runJob(
        owner_,
        [session = session_, reader = reader_, whole = wholeToo ? nullptr : data_->whole, filter = filter_,
         order = order_](core::base::Progress& progress) mutable {
            if (!reader) reader = session->openReader();
            const core::query::CaseReader::Snapshot snapshot(*reader);
            auto data = loadView(*reader, std::move(whole), filter, order, progress);
            return Loaded{std::move(reader), std::move(data)};
        },
        [this, wholeToo](Outcome<Loaded> outcome) {
            if (outcome.ok()) {
                reader_ = std::move(outcome.value().reader);
                loaded_ = true;
                take(std::move(outcome.value().data));
            } else {
                wholeStale_ = wholeStale_ || wholeToo;
                if (!again_) failed(outcome.error());
            }
            loading_ = false; // what was asked for while the rows were shown comes now
            if (again_) return start();
            loadingChanged.notify();
        });
}

void CaseView::failed(const std::exception_ptr& error) {
    reader_.reset(); // after an error of the cipher it gives no rows any more
    if (onError) onError(error);
}

void CaseView::take(std::shared_ptr<const ViewData> data) {
    data_ = std::move(data);
    if (data_->isWhole) keepSelection();
    dataChanged.notify();
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

bool CaseView::hasSelectedItems() const {
    return std::any_of(selection_.begin(), selection_.end(), [](const Ref& ref) { return !ref.incident; });
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
