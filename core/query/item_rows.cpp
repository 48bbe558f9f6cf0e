// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/item_loader.h"
#include "core/query/reader_state.h"

namespace core::query {

ItemLoader& CaseReader::State::items() {
    if (!loader) loader = std::make_shared<ItemLoader>(*db);
    return *loader;
}

std::vector<ItemRow> CaseReader::rows(std::span<const model::Id> ids) const {
    ItemLoader& loader = state_->items();
    std::vector<ItemRow> list;
    list.reserve(ids.size());
    for (const model::Id id : ids) list.push_back(loader.row(id).value_or(ItemRow{}));
    return list;
}

void CaseReader::eachRow(std::span<const model::Id> ids,
                         const std::function<void(const ItemRow&)>& visit) const {
    for (const model::Id id : ids)
        if (const auto row = state_->items().row(id)) visit(*row);
}

std::optional<ItemDetail> CaseReader::item(model::Id id) const { return state_->items().detail(id); }

// First the ids, then one item after the other: a sorted query over whole items would hold all texts at once,
// and would keep its snapshot, and with it the write-ahead log, for as long as the visitor takes.
void CaseReader::eachItem(const ItemFilter& filter,
                          const std::function<void(const ItemDetail&)>& visit) const {
    for (const model::Id id : itemIds(filter))
        if (const auto detail = item(id)) visit(*detail);
}

} // namespace core::query
