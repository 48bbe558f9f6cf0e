// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/query/case_reader.h"
#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"

#include <algorithm>

namespace core::query {

namespace {

constexpr std::string_view kItemColumns =
    "item.id, item.kind, item.time_ms, item.offset_s, item.zone, item.precision, item.basis, item.about, "
    "item.time_source, item.direction, item.subject, item.text, item.call_type, item.call_raw_type, "
    "item.duration_s, "
    "item.excluded, item.reviewed, source.name, item.message_id, item.width, item.height, item.orientation, "
    "item.latitude, item.longitude, item.camera, item.is_screenshot, item.record_offset, item.record_length, "
    "item.record_index, item.source_id, "
    "(SELECT count(*) FROM attachment WHERE item_id = item.id), "
    "EXISTS (SELECT 1 FROM issue WHERE item_id = item.id AND severity <> 'note'), item.transcript";

constexpr std::size_t kListTextBytes = 400;

std::string cutText(std::string text) {
    if (text.size() <= kListTextBytes) return text;
    std::size_t end = kListTextBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return base::firstGraphemes(text, 200);
}

model::ParticipantRole roleOf(std::string_view code) {
    if (code == "to") return model::ParticipantRole::To;
    if (code == "cc") return model::ParticipantRole::Cc;
    if (code == "bcc") return model::ParticipantRole::Bcc;
    return model::ParticipantRole::From;
}

// The statements that fill one item, prepared once.
class ItemLoader {
public:
    explicit ItemLoader(store::Database& db)
        : people_(
              db.prepare("SELECT p.role, p.identifier_id, p.written, p.name, i.party_id, y.role, y.name "
                         "FROM item_participant p LEFT JOIN identifier i ON i.id = p.identifier_id "
                         "LEFT JOIN party y ON y.id = i.party_id WHERE p.item_id = ? ORDER BY p.sequence")),
          incidents_(
              db.prepare("SELECT n.number FROM incident_item l JOIN incident n ON n.id = l.incident_id "
                         "WHERE l.item_id = ? ORDER BY 1")),
          exhibits_(db.prepare("SELECT e.number FROM exhibit_item l JOIN exhibit e ON e.id = l.exhibit_id "
                               "WHERE l.item_id = ? AND e.withdrawn = 0 ORDER BY 1")),
          tags_(db.prepare(
              "SELECT t.name FROM item_tag l JOIN tag t ON t.id = l.tag_id WHERE l.item_id = ? ORDER BY 1")),
          times_(db.prepare(
              "SELECT time_ms, offset_s, zone, precision, basis, 0, source, as_written FROM item_time "
              "WHERE item_id = ? ORDER BY sequence")),
          attachments_(db.prepare("SELECT id, name, type, size, sha256, encoded_offset, encoded_length, "
                                  "encoding, is_inline, path, original_id, (SELECT min(id) FROM source WHERE "
                                  "original_id = attachment.original_id AND removed_ms IS NULL), duration_s "
                                  "FROM attachment WHERE item_id = ? ORDER BY sequence")),
          issues_(db.prepare(
              "SELECT code, severity, detail, position FROM issue WHERE item_id = ? ORDER BY id")) {}

    void fillRow(const store::Statement& q, ItemRow& row) {
        row.id = q.integer(0);
        row.kind = model::itemKindOf(q.textView(1)).value_or(model::ItemKind::Document);
        row.time = readTime(q, 2);
        row.timeSource = model::timeSourceOf(q.textView(8)).value_or(model::TimeSource::Unknown);
        row.direction = model::directionOf(q.textView(9)).value_or(model::Direction::Unknown);
        row.subject = q.text(10);
        row.text = cutText(q.text(11));
        row.call.type = model::callTypeOf(q.textView(12)).value_or(model::CallType::Other);
        row.call.rawType = q.text(13);
        row.call.durationSeconds = q.integer(14);
        row.excluded = q.integer(15) != 0;
        row.reviewed = q.integer(16) != 0;
        row.fileName = q.text(17);
        row.attachments = q.integer32(30);
        row.hasIssues = q.integer(31) != 0;
        numbers(incidents_, row.id, row.incidents);
        numbers(exhibits_, row.id, row.exhibits);
        tags_.with(row.id);
        while (tags_.step()) row.tags.push_back(tags_.text(0));
    }

    std::vector<PersonView> people(model::Id item) {
        std::vector<PersonView> list;
        people_.with(item);
        while (people_.step()) {
            PersonView person;
            person.role = roleOf(people_.textView(0));
            person.identifier = people_.integer(1);
            person.written = people_.text(2);
            person.name = people_.text(3);
            person.party = people_.integer(4);
            person.partyRole = model::partyRoleOf(people_.textView(5)).value_or(model::PartyRole::Unknown);
            person.partyName = people_.text(6);
            list.push_back(person);
        }
        return list;
    }

    static void fillSides(const std::vector<PersonView>& people, ItemRow& row) {
        bool haveFrom = false; // a mail may have several; the first is the one the item is kept under
        bool haveOther = false;
        for (const PersonView& person : people) {
            const bool sender = person.role == model::ParticipantRole::From;
            if (sender && !haveFrom) row.from = person;
            haveFrom = haveFrom || sender;
            const bool other = row.direction == model::Direction::Out ? !sender : sender;
            if (other && !haveOther) {
                row.other = person;
                haveOther = true;
            }
        }
    }

    std::vector<model::TimeClaim> times(const ItemRow& row) {
        std::vector<model::TimeClaim> list;
        times_.with(row.id);
        while (times_.step()) {
            model::TimeClaim claim;
            claim.time = *readTime(times_, 0);
            claim.source = model::timeSourceOf(times_.textView(6)).value_or(model::TimeSource::Unknown);
            claim.asWritten = times_.text(7);
            list.push_back(claim);
        }
        if (!row.time) return list;
        // The chosen one comes first: mostly the first that was read; one that was set by hand stands in the
        // item only.
        const auto chosen = std::find_if(list.begin(), list.end(), [&](const model::TimeClaim& claim) {
            return claim.time.utcMs == row.time->utcMs && claim.source == row.timeSource;
        });
        if (chosen == list.end())
            list.insert(list.begin(), {*row.time, row.timeSource, {}});
        else
            std::rotate(list.begin(), chosen, chosen + 1);
        return list;
    }

    std::vector<AttachmentRow> attachments(model::Id item) {
        std::vector<AttachmentRow> list;
        attachments_.with(item);
        while (attachments_.step()) {
            AttachmentRow row;
            row.id = attachments_.integer(0);
            row.name = attachments_.text(1);
            row.type = attachments_.text(2);
            row.size = static_cast<std::uint64_t>(attachments_.integer(3));
            row.sha256 = base::digestFromHex(attachments_.textView(4)).value_or(base::Digest{});
            row.offset = static_cast<std::uint64_t>(attachments_.integer(5));
            row.encodedLength = static_cast<std::uint64_t>(attachments_.integer(6));
            row.encoding = static_cast<base::TransferEncoding>(attachments_.integer(7));
            row.isInline = attachments_.integer(8) != 0;
            row.path = attachments_.text(9);
            row.original = attachments_.integer(10);
            row.source = attachments_.integer(11);
            row.durationSeconds = attachments_.optionalInteger(12);
            list.push_back(row);
        }
        // What one export did not hold and a later one did is not missing.
        std::erase_if(list, [&](const AttachmentRow& one) {
            return one.isMissing() && std::any_of(list.begin(), list.end(), [&](const AttachmentRow& other) {
                       return !other.isMissing() && other.name == one.name;
                   });
        });
        return list;
    }

    std::vector<model::Issue> issues(model::Id item) {
        std::vector<model::Issue> list;
        issues_.with(item);
        while (issues_.step()) list.push_back(readIssue(issues_));
        return list;
    }

private:
    static void numbers(store::Statement& query, model::Id item, std::vector<int>& out) {
        query.with(item);
        while (query.step()) out.push_back(query.integer32(0));
    }

    store::Statement people_, incidents_, exhibits_, tags_, times_, attachments_, issues_;
};

std::optional<model::PhotoInfo> photoOf(const store::Statement& q) {
    if (q.isNull(19)) return std::nullopt;
    model::PhotoInfo photo;
    photo.width = q.integer32(19);
    photo.height = q.integer32(20);
    photo.orientation = q.integer32(21);
    if (!q.isNull(22)) photo.gps = model::Gps{q.real(22), q.real(23)};
    photo.camera = q.text(24);
    photo.isScreenshot = q.integer(25) != 0;
    return photo;
}

void fillDetail(ItemLoader& loader, const store::Statement& q, ItemDetail& detail) {
    loader.fillRow(q, detail);
    detail.people = loader.people(detail.id);
    ItemLoader::fillSides(detail.people, detail);
    detail.fullText = q.text(11);
    detail.transcript = q.text(32);
    detail.messageId = q.text(18);
    detail.photo = photoOf(q);
    detail.recordOffset = static_cast<std::uint64_t>(q.integer(26));
    detail.recordLength = static_cast<std::uint64_t>(q.integer(27));
    detail.recordIndex = static_cast<std::uint64_t>(q.integer(28));
    detail.source.id = q.integer(29);
    detail.times = loader.times(detail);
    detail.attachmentList = loader.attachments(detail.id);
    detail.issues = loader.issues(detail.id);
}

std::string itemQuery(const std::string& rest) {
    return "SELECT " + std::string(kItemColumns) + " FROM item JOIN source ON source.id = item.source_id " +
           rest;
}

} // namespace

std::vector<ItemRow> CaseReader::rows(std::span<const model::Id> ids) const {
    ItemLoader loader(*state_->db);
    auto query = state_->db->prepare(itemQuery("WHERE item.id = ?"));
    std::vector<ItemRow> list;
    list.reserve(ids.size());
    for (const model::Id id : ids) {
        query.with(id);
        ItemRow row;
        if (query.step()) {
            loader.fillRow(query, row);
            ItemLoader::fillSides(loader.people(id), row);
        }
        list.push_back(std::move(row));
    }
    return list;
}

std::optional<ItemDetail> CaseReader::item(model::Id id) const {
    ItemLoader loader(*state_->db);
    auto query = state_->db->prepare(itemQuery("WHERE item.id = ?"));
    query.bind(1, id);
    if (!query.step()) return std::nullopt;
    ItemDetail detail;
    fillDetail(loader, query, detail);
    detail.source = plainSource(*state_->db, detail.source.id);
    return detail;
}

// First the ids, then one item after the other: a sorted query over whole items would hold all texts at once,
// and would keep its snapshot, and with it the write-ahead log, for as long as the visitor takes.
void CaseReader::eachItem(const ItemFilter& filter,
                          const std::function<void(const ItemDetail&)>& visit) const {
    ItemLoader loader(*state_->db);
    std::map<model::Id, SourceRow> sourcesById;
    auto query = state_->db->prepare(itemQuery("WHERE item.id = ?"));
    for (const model::Id id : itemIds(filter)) {
        if (!query.with(id).step()) continue;
        ItemDetail detail;
        fillDetail(loader, query, detail);
        query.reset();
        auto known = sourcesById.find(detail.source.id);
        if (known == sourcesById.end())
            known = sourcesById.emplace(detail.source.id, plainSource(*state_->db, detail.source.id)).first;
        detail.source = known->second;
        visit(detail);
    }
}

} // namespace core::query
