// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads items one after another with statements that are prepared once: an item takes nine of them, and to
// prepare them costs more than to run them. For the .cpp files of this folder.

#include "core/query/case_reader.h"
#include "core/store/database.h"

#include <optional>
#include <vector>

namespace core::query {

// On a connection that outlives it. Between its calls no statement holds on to the case as it was.
class ItemLoader {
public:
    explicit ItemLoader(store::Database& db);

    std::optional<ItemRow> row(model::Id id);
    std::optional<ItemDetail> detail(model::Id id);

private:
    void fillRow(ItemRow& row);
    void fillDetail(ItemDetail& detail);
    std::vector<PersonView> people(model::Id item);
    std::vector<model::TimeClaim> times(const ItemRow& row);
    std::vector<AttachmentRow> attachments(model::Id item);
    std::vector<model::Issue> issues(model::Id item);
    std::optional<model::PhotoInfo> photo() const;

    store::Statement item_, people_, incidents_, exhibits_, tags_, times_, attachments_, issues_, source_;
};

} // namespace core::query
