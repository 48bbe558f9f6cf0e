// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/shown.h"

#include "core/report/item_numbers.h"
#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace core::share {

namespace {

// More than this around its records is no frame any more.
constexpr std::size_t kMostFrame = 4096;

struct Place {
    model::Id source = 0;
    ShownRecord record;
};

class Places {
public:
    explicit Places(store::Database& database)
        : query_(database.prepare(
              "SELECT source_id, record_offset, record_length, record_index FROM item WHERE id = ?")) {}
    Place of(model::Id item) {
        if (!query_.with(item).step()) throw base::Error(base::ErrorCode::NotFound, "no such item");
        Place place;
        place.source = query_.integer(0);
        place.record.item = item;
        place.record.offset = static_cast<std::uint64_t>(query_.integer(1));
        place.record.length = static_cast<std::uint64_t>(query_.integer(2));
        place.record.index = static_cast<std::uint64_t>(query_.integer(3));
        return place;
    }

private:
    store::Statement query_;
};

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

// What stands around the records of a file, without the blanks that an export puts between thousands of them.
class Frame {
public:
    explicit Frame(std::unique_ptr<base::SeekableSource> original) : original_(std::move(original)) {}

    void add(std::uint64_t begin, std::uint64_t end) {
        original_->seek(begin);
        std::array<char, 4096> room;
        for (std::uint64_t at = begin; at < end && !isTooLong();) {
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(room.size(), end - at));
            const std::size_t got = original_->read(room.data(), wanted);
            if (got == 0) break;
            at += got;
            for (const char c : std::string_view(room.data(), got))
                if (!isBlank(c) || text_.empty() || !isBlank(text_.back())) text_ += c;
        }
    }
    bool isTooLong() const { return text_.size() > kMostFrame; }
    bool isFrameOnly() const { return !isTooLong() && isFrame(text_); }

private:
    std::unique_ptr<base::SeekableSource> original_;
    std::string text_;
};

// Whether there is nothing but a frame around the records.
bool isAllShown(const query::CaseReader& reader, const ShownSource& shown) {
    std::uint64_t at = 0;
    Frame frame(reader.openSource(shown.source.id));
    const auto pass = [&](std::uint64_t end) {
        if (end > at && !frame.isTooLong()) frame.add(at, end);
    };
    for (const ShownRecord& record : shown.records) {
        pass(record.offset);
        at = std::max(at, record.offset + record.length);
    }
    pass(shown.source.size);
    return frame.isFrameOnly();
}

// Which exhibits show an item.
report::ItemNumbers exhibitsOfItems(const report::LogDocument& document) {
    report::ItemNumbers found;
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        if (exhibit.withdrawn) continue;
        for (const model::Id item : exhibit.items) found.add(item, exhibit.number);
    }
    found.sort();
    return found;
}

std::vector<int> numbersOf(std::span<const report::ItemNumbers::Pair> pairs) {
    std::vector<int> numbers;
    numbers.reserve(pairs.size());
    for (const report::ItemNumbers::Pair& pair : pairs) numbers.push_back(pair.number);
    return numbers;
}

// Attachments in files of their own. Few items have any.
class Linked {
public:
    explicit Linked(const query::CaseReader& reader) : reader_(reader) {
        auto query = reader.database().prepare(
            "SELECT DISTINCT item_id FROM attachment WHERE path <> '' ORDER BY item_id");
        while (query.step()) items_.push_back(query.integer(0));
    }
    template <typename Visit>
    void each(model::Id item, const Visit& visit) const {
        if (!std::binary_search(items_.begin(), items_.end(), item)) return;
        const auto detail = reader_.item(item);
        if (!detail) return;
        for (const query::AttachmentRow& attachment : detail->attachmentList)
            if (!attachment.path.empty()) visit(attachment);
    }

private:
    const query::CaseReader& reader_;
    std::vector<model::Id> items_;
};

// Such a file is shown as a whole by the message that it is attached to.
bool isWholeFile(std::string_view kind) {
    const auto known = model::itemKindOf(kind);
    return known == model::ItemKind::Photo || known == model::ItemKind::Video ||
           known == model::ItemKind::Audio || known == model::ItemKind::Document;
}

// Files inside this one, at any depth.
std::vector<model::Id> membersOf(const query::CaseReader& reader, model::Id source) {
    auto query = reader.database().prepare(
        "WITH RECURSIVE inner(id) AS (SELECT child_id FROM source_member WHERE parent_id = ?1 UNION SELECT "
        "m.child_id FROM source_member m JOIN inner ON m.parent_id = inner.id) SELECT id FROM inner");
    std::vector<model::Id> list;
    for (query.with(source); query.step();) list.push_back(query.integer(0));
    return list;
}

bool hasRecordsElsewhere(const query::CaseReader& reader, model::Id source) {
    auto query = reader.database().prepare("SELECT 1 FROM item_sighting WHERE source_id = ? LIMIT 1");
    return query.with(source).step();
}

} // namespace

std::vector<ShownSource> shownSources(const query::CaseReader& reader, const report::LogDocument& document) {
    std::map<model::Id, ShownSource> found;
    Places places(reader.database());
    const Linked linked(reader);
    exhibitsOfItems(document).each([&](model::Id item, std::span<const report::ItemNumbers::Pair> pairs) {
        const std::vector<int> exhibits = numbersOf(pairs);
        const Place place = places.of(item);
        ShownSource& source = found[place.source];
        source.records.push_back(place.record);
        source.records.back().exhibits = exhibits;
        source.exhibits.insert(source.exhibits.end(), exhibits.begin(), exhibits.end());
        linked.each(item, [&](const query::AttachmentRow& attachment) {
            if (attachment.source == 0) return;
            ShownSource& file = found[attachment.source];
            file.messages.push_back(item);
            file.exhibits.insert(file.exhibits.end(), exhibits.begin(), exhibits.end());
        });
    });
    std::vector<ShownSource> sources;
    for (const report::SourceNote& file : document.files) {
        const auto it = found.find(file.source);
        if (it == found.end()) continue;
        ShownSource& shown = sources.emplace_back(std::move(it->second));
        shown.key = file.key;
        shown.source = reader.source(file.source);
        const std::set<int> exhibits(shown.exhibits.begin(), shown.exhibits.end());
        shown.exhibits.assign(exhibits.begin(), exhibits.end());
        const std::set<model::Id> messages(shown.messages.begin(), shown.messages.end());
        shown.messages.assign(messages.begin(), messages.end());
        std::sort(shown.records.begin(), shown.records.end(),
                  [](const ShownRecord& a, const ShownRecord& b) { return a.offset < b.offset; });
    }
    return sources;
}

std::vector<MissingFile> missingFiles(const query::CaseReader& reader, const report::LogDocument& document) {
    std::vector<MissingFile> list;
    const Linked linked(reader);
    exhibitsOfItems(document).each([&](model::Id item, std::span<const report::ItemNumbers::Pair> pairs) {
        linked.each(item, [&](const query::AttachmentRow& attachment) {
            if (attachment.isMissing())
                list.push_back(
                    {attachment.name.empty() ? attachment.path : attachment.name, item, numbersOf(pairs)});
        });
    });
    return list;
}

OtherContent otherContent(const query::CaseReader& reader, const ShownSource& shown,
                          const std::vector<ShownSource>& all) {
    const bool isAttached = !shown.messages.empty();
    std::set<model::Id> own;
    for (const ShownRecord& record : shown.records) own.insert(record.item);
    OtherContent other;
    std::set<model::Id> ownPeople;
    std::set<model::Id> people;
    auto query = reader.database().prepare(
        "SELECT id, coalesce(other_id, from_id, 0), kind FROM item WHERE source_id = ?");
    query.with(shown.source.id);
    while (query.step()) {
        const bool isOwn = own.contains(query.integer(0)) || (isAttached && isWholeFile(query.textView(2)));
        if (!isOwn) ++other.items;
        if (query.integer(1) != 0) (isOwn ? ownPeople : people).insert(query.integer(1));
    }
    for (const model::Id person : ownPeople) people.erase(person);
    other.people = static_cast<int>(people.size());
    const auto isShown = [&](model::Id member) {
        return std::any_of(all.begin(), all.end(), [&](const ShownSource& one) {
            return one.source.id == member && !otherContent(reader, one, all).any;
        });
    };
    const std::vector<model::Id> members = membersOf(reader, shown.source.id);
    other.any = other.items > 0 || !std::all_of(members.begin(), members.end(), isShown) ||
                (isAttached ? hasRecordsElsewhere(reader, shown.source.id) : !isAllShown(reader, shown));
    return other;
}

} // namespace core::share
