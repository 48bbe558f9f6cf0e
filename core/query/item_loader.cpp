// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/item_loader.h"

#include "core/base/utf8.h"
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

void numbers(store::Statement& query, model::Id item, std::vector<int>& out) {
    query.with(item);
    while (query.step()) out.push_back(query.integer32(0));
}

// A statement that stands at a row keeps the case as it was, and its log from being emptied.
struct Reading {
    store::Statement& statement;
    ~Reading() { statement.reset(); }
};

void fillSides(const std::vector<PersonView>& people, ItemRow& row) {
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

} // namespace

ItemLoader::ItemLoader(store::Database& db)
    : item_(db.prepare("SELECT " + std::string(kItemColumns) +
                       " FROM item JOIN source ON source.id = item.source_id WHERE item.id = ?")),
      people_(db.prepare("SELECT p.role, p.identifier_id, p.written, p.name, i.party_id, y.role, y.name "
                         "FROM item_participant p LEFT JOIN identifier i ON i.id = p.identifier_id "
                         "LEFT JOIN party y ON y.id = i.party_id WHERE p.item_id = ? ORDER BY p.sequence")),
      incidents_(db.prepare("SELECT n.number FROM incident_item l JOIN incident n ON n.id = l.incident_id "
                            "WHERE l.item_id = ? ORDER BY 1")),
      exhibits_(db.prepare("SELECT e.number FROM exhibit_item l JOIN exhibit e ON e.id = l.exhibit_id "
                           "WHERE l.item_id = ? AND e.withdrawn = 0 ORDER BY 1")),
      tags_(db.prepare(
          "SELECT t.name FROM item_tag l JOIN tag t ON t.id = l.tag_id WHERE l.item_id = ? ORDER BY 1")),
      times_(
          db.prepare("SELECT time_ms, offset_s, zone, precision, basis, 0, source, as_written FROM item_time "
                     "WHERE item_id = ? ORDER BY sequence")),
      attachments_(db.prepare("SELECT id, name, type, size, sha256, encoded_offset, encoded_length, "
                              "encoding, is_inline, path, original_id, (SELECT min(id) FROM source WHERE "
                              "original_id = attachment.original_id AND removed_ms IS NULL), duration_s "
                              "FROM attachment WHERE item_id = ? ORDER BY sequence")),
      issues_(db.prepare("SELECT code, severity, detail, position FROM issue WHERE item_id = ? ORDER BY id")),
      source_(prepareSource(db)) {}

std::optional<ItemRow> ItemLoader::row(model::Id id) {
    const Reading reading{item_};
    if (!item_.with(id).step()) return std::nullopt;
    ItemRow row;
    fillRow(row);
    fillSides(people(id), row);
    return row;
}

std::optional<ItemDetail> ItemLoader::detail(model::Id id) {
    const Reading reading{item_};
    if (!item_.with(id).step()) return std::nullopt;
    ItemDetail detail;
    fillRow(detail);
    fillDetail(detail);
    detail.source = readSource(source_, item_.integer(29));
    return detail;
}

void ItemLoader::fillDetail(ItemDetail& detail) {
    detail.people = people(detail.id);
    fillSides(detail.people, detail);
    detail.fullText = item_.text(11);
    detail.transcript = item_.text(32);
    detail.messageId = item_.text(18);
    detail.photo = photo();
    detail.recordOffset = static_cast<std::uint64_t>(item_.integer(26));
    detail.recordLength = static_cast<std::uint64_t>(item_.integer(27));
    detail.recordIndex = static_cast<std::uint64_t>(item_.integer(28));
    detail.times = times(detail);
    detail.attachmentList = attachments(detail.id);
    detail.issues = issues(detail.id);
}

void ItemLoader::fillRow(ItemRow& row) {
    const store::Statement& q = item_;
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

std::vector<PersonView> ItemLoader::people(model::Id item) {
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

std::vector<model::TimeClaim> ItemLoader::times(const ItemRow& row) {
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

std::vector<AttachmentRow> ItemLoader::attachments(model::Id item) {
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

std::vector<model::Issue> ItemLoader::issues(model::Id item) {
    std::vector<model::Issue> list;
    issues_.with(item);
    while (issues_.step()) list.push_back(readIssue(issues_));
    return list;
}

std::optional<model::PhotoInfo> ItemLoader::photo() const {
    const store::Statement& q = item_;
    if (q.isNull(19)) return std::nullopt;
    model::PhotoInfo found;
    found.width = q.integer32(19);
    found.height = q.integer32(20);
    found.orientation = q.integer32(21);
    if (!q.isNull(22)) found.gps = model::Gps{q.real(22), q.real(23)};
    found.camera = q.text(24);
    found.isScreenshot = q.integer(25) != 0;
    return found;
}

} // namespace core::query
