// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/row_cache.h"

#include <algorithm>

namespace ui::evidence {
namespace {

constexpr unsigned kPage = 64;
constexpr std::size_t kMost = 4096; // rows kept; a screen shows about 40

} // namespace

const core::query::ItemRow* RowCache::item(unsigned row) {
    const auto& rows = view_.data().rows;
    if (row >= rows.size() || rows[row].incident) return nullptr;
    auto found = rows_.find(rows[row].id);
    if (found == rows_.end()) {
        readPage(row);
        found = rows_.find(rows[row].id);
    }
    return found == rows_.end() ? nullptr : &found->second;
}

const core::model::Incident* RowCache::incident(unsigned row) const {
    const auto& data = view_.data();
    if (row >= data.rows.size() || !data.rows[row].incident) return nullptr;
    const auto found = data.whole->incidents.find(data.rows[row].id);
    return found == data.whole->incidents.end() ? nullptr : &found->second;
}

void RowCache::readPage(unsigned row) {
    if (rows_.size() > kMost) rows_.clear();
    const auto& rows = view_.data().rows;
    const std::size_t begin = row / kPage * kPage;
    const std::size_t end = std::min<std::size_t>(begin + kPage, rows.size());
    std::vector<core::model::Id> ids;
    for (std::size_t i = begin; i < end; ++i)
        if (!rows[i].incident) ids.push_back(rows[i].id);
    try {
        for (auto& read : view_.session().reader().rows(ids)) {
            const auto id = read.id;
            rows_.insert_or_assign(id, std::move(read));
        }
    } catch (const std::exception&) {
        // Called from the toolkit's C code, which exceptions must not cross. The cells stay empty; the next
        // load of the view meets the same trouble and says so.
    }
}

} // namespace ui::evidence
