// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/shown.h"

#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace core::share {

namespace {

// More than this around its records is no frame any more.
constexpr std::uint64_t kMostFrame = 4096;

struct Place {
    model::Id source = 0;
    ShownRecord record;
};

Place placeOf(const query::CaseReader& reader, model::Id item) {
    auto query = reader.database().prepare(
        "SELECT source_id, record_offset, record_length, record_index FROM item WHERE id = ?");
    if (!query.with(item).step()) throw base::Error(base::ErrorCode::NotFound, "no such item");
    Place place;
    place.source = query.integer(0);
    place.record.item = item;
    place.record.offset = static_cast<std::uint64_t>(query.integer(1));
    place.record.length = static_cast<std::uint64_t>(query.integer(2));
    place.record.index = static_cast<std::uint64_t>(query.integer(3));
    return place;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Blanks and the root element of an export: nothing that anybody wrote.
bool isFrame(std::string_view text) {
    constexpr std::array<std::string_view, 8> kTags{"?xml",  "?xml-stylesheet", "!DOCTYPE", "!--",
                                                    "smses", "/smses",          "calls",    "/calls"};
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        if (isBlank(text.front())) {
            text.remove_prefix(1);
            continue;
        }
        const std::size_t end = text.find(text.starts_with("<!--") ? "-->" : ">");
        if (text.front() != '<' || end == std::string_view::npos) return false;
        const std::string_view tag = text.substr(1, end - 1);
        const bool known = std::any_of(kTags.begin(), kTags.end(), [&](std::string_view name) {
            return tag.starts_with(name) &&
                   (tag.size() == name.size() || isBlank(tag[name.size()]) || name == "!--");
        });
        if (!known) return false;
        text.remove_prefix(text.find('>', end) + 1);
    }
    return true;
}

// Whether there is nothing but a frame around the records.
bool isAllShown(const query::CaseReader& reader, const ShownSource& shown) {
    std::uint64_t at = 0;
    std::uint64_t outside = 0;
    std::string frame;
    const auto pass = [&](std::uint64_t end) {
        if (end > at) {
            outside += end - at;
            if (outside <= kMostFrame) frame += reader.sourceBytes(shown.source.id, at, end - at);
        }
    };
    for (const ShownRecord& record : shown.records) {
        pass(record.offset);
        at = std::max(at, record.offset + record.length);
    }
    pass(shown.source.size);
    return outside <= kMostFrame && isFrame(frame);
}

} // namespace

std::vector<ShownSource> shownSources(const query::CaseReader& reader, const report::LogDocument& document) {
    std::map<model::Id, std::map<model::Id, ShownRecord>> found; // source, item
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        if (exhibit.withdrawn) continue;
        for (const model::Id item : exhibit.items) {
            const Place place = placeOf(reader, item);
            ShownRecord& record = found[place.source].try_emplace(item, place.record).first->second;
            record.exhibits.push_back(exhibit.number);
        }
    }
    std::map<model::Id, query::SourceRow> rows;
    for (query::SourceRow& row : reader.sources()) rows.emplace(row.id, std::move(row));
    std::vector<ShownSource> sources;
    for (const report::SourceNote& file : document.files) {
        const auto it = found.find(file.source);
        const auto row = rows.find(file.source);
        if (it == found.end() || row == rows.end()) continue;
        ShownSource& shown = sources.emplace_back();
        shown.key = file.key;
        shown.source = row->second;
        std::set<int> exhibits;
        for (auto& [item, record] : it->second) {
            exhibits.insert(record.exhibits.begin(), record.exhibits.end());
            shown.records.push_back(std::move(record));
        }
        shown.exhibits.assign(exhibits.begin(), exhibits.end());
        std::sort(shown.records.begin(), shown.records.end(),
                  [](const ShownRecord& a, const ShownRecord& b) { return a.offset < b.offset; });
    }
    return sources;
}

OtherContent otherContent(const query::CaseReader& reader, const ShownSource& shown) {
    std::set<model::Id> own;
    for (const ShownRecord& record : shown.records) own.insert(record.item);
    OtherContent other;
    std::set<model::Id> ownPeople;
    std::set<model::Id> people;
    auto query =
        reader.database().prepare("SELECT id, coalesce(other_id, from_id, 0) FROM item WHERE source_id = ?");
    query.with(shown.source.id);
    while (query.step()) {
        const bool isOwn = own.contains(query.integer(0));
        if (!isOwn) ++other.items;
        if (query.integer(1) != 0) (isOwn ? ownPeople : people).insert(query.integer(1));
    }
    for (const model::Id person : ownPeople) people.erase(person);
    other.people = static_cast<int>(people.size());
    other.any = other.items > 0 || !isAllShown(reader, shown);
    return other;
}

} // namespace core::share
