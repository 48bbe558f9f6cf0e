// SPDX-License-Identifier: GPL-3.0-or-later
// What ItemWriter makes of a record in the row of its item; the digest takes the same values.
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"

namespace core::import {

using Part = store::SourceDigest::Part;
using Text = std::optional<std::string_view>;

namespace {

std::string identityOf(const format::ItemRecord& record) {
    thread_local base::Sha256 hash; // to make one costs more than to hash an identity
    hash.update(model::codeOf(record.kind));
    hash.update(std::string_view("\0", 1));
    hash.update(record.identity);
    const base::Digest digest = hash.finish();
    return {reinterpret_cast<const char*>(digest.data()), 16};
}

std::optional<std::int64_t> offsetOf(const base::Timestamp& time) {
    return time.offsetSeconds ? std::optional<std::int64_t>(*time.offsetSeconds) : std::nullopt;
}

std::string capitalHex(std::string_view bytes) { // as SQLite's hex()
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text(2 * bytes.size(), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[2 * i] = kDigits[static_cast<unsigned char>(bytes[i]) >> 4];
        text[2 * i + 1] = kDigits[static_cast<unsigned char>(bytes[i]) & 15];
    }
    return text;
}

// What messages have none of.
struct MoreColumns {
    explicit MoreColumns(const format::ItemRecord& record)
        : callType(record.call ? Text(model::codeOf(record.call->type)) : std::nullopt),
          rawType(record.call ? Text(record.call->rawType) : std::nullopt),
          duration(record.call ? std::optional(record.call->durationSeconds) : record.durationSeconds) {
        if (!record.photo) return;
        const model::PhotoInfo& photo = *record.photo;
        width = photo.width;
        height = photo.height;
        orientation = photo.orientation;
        if (photo.gps) latitude = photo.gps->latitude;
        if (photo.gps) longitude = photo.gps->longitude;
        camera = photo.camera;
        isScreenshot = photo.isScreenshot;
    }
    static bool areIn(const format::ItemRecord& record) {
        return record.call || record.photo || record.durationSeconds;
    }
    Text callType, rawType;
    std::optional<std::int64_t> duration, width, height, orientation;
    std::optional<double> latitude, longitude;
    std::string_view camera = "";
    bool isScreenshot = false;
};

} // namespace

model::Id ItemWriter::insertItem(const format::ItemRecord& r) {
    lookUpPeople(r);
    packParts(r);
    identity_ = identityOf(r);
    const bool hasMore = MoreColumns::areIn(r);
    store::Statement& q = hasMore ? sql_.item : sql_.message;
    q.reset();
    q.bind(1, source_).bind(2, store::Borrowed{model::codeOf(r.kind)});
    bindTime(q, r);
    q.bind(10, orNull(from_->id)).bind(11, orNull(other_->id)).bind(12, store::Borrowed{r.messageId});
    q.bind(13, signedOf(r.offset)).bind(14, signedOf(r.length)).bind(15, signedOf(r.index));
    q.bind(16, store::BorrowedBlob{identity_}).bind(17, store::BorrowedBlob{packedTimes_.bytes()});
    q.bind(18, store::BorrowedBlob{packedPeople_.bytes()});
    q.bind(19, store::Borrowed{r.subject}).bind(20, store::Borrowed{r.text});
    q.bind(21, store::Borrowed{model::codeOf(r.direction)});
    if (hasMore) bindMore(q, r);
    q.run();
    if (database_.changes() == 0) return 0;
    const model::Id item = database_.lastInsertId();
    notePeople(item, r);
    if (!isMending_) digestItem(r);
    return item;
}

void ItemWriter::bindTime(store::Statement& q, const format::ItemRecord& r) {
    if (r.times.empty()) {
        q.bindNull(3).bindNull(4).bind(5, store::Borrowed{});
        q.bind(6, static_cast<int>(base::Precision::Second)).bind(7, 0).bind(8, 0);
        q.bind(9, store::Borrowed{model::codeOf(model::TimeSource::Unknown)});
        return;
    }
    const base::Timestamp& t = r.times[0].time;
    q.bind(3, t.utcMs).bind(4, offsetOf(t)).bind(5, store::Borrowed{t.zone});
    q.bind(6, static_cast<int>(t.precision)).bind(7, static_cast<int>(t.basis)).bind(8, t.about);
    q.bind(9, store::Borrowed{model::codeOf(r.times[0].source)});
}

void ItemWriter::bindMore(store::Statement& q, const format::ItemRecord& r) {
    const MoreColumns more(r);
    q.bind(22, more.callType).bind(23, more.rawType).bind(24, more.duration).bind(25, more.width);
    q.bind(26, more.height).bind(27, more.orientation).bind(28, more.latitude).bind(29, more.longitude);
    q.bind(30, more.camera).bind(31, more.isScreenshot);
}

// In the order of the fields of item_time and item_participant.
void ItemWriter::packParts(const format::ItemRecord& r) {
    packedTimes_.clear();
    for (const model::TimeClaim& claim : r.times) {
        const auto& t = claim.time;
        packedTimes_.row(t.utcMs, offsetOf(t), std::string_view(t.zone),
                         static_cast<std::int64_t>(t.precision), static_cast<std::int64_t>(t.basis),
                         std::string_view(model::codeOf(claim.source)), std::string_view(claim.asWritten));
    }
    packedPeople_.clear();
    for (std::size_t i = 0; i < r.participants.size(); ++i)
        packedPeople_.row(std::string_view(roleCode(r.participants[i].role)), orNull(people_[i]->id),
                          std::string_view(r.participants[i].id), std::string_view(r.participants[i].name));
}

void ItemWriter::digestItem(const format::ItemRecord& r) {
    const auto normal = [](const Identifier& one) { return one.id == 0 ? std::nullopt : Text(one.normal); };
    const MoreColumns more(r);
    const std::int64_t index = signedOf(r.index);
    digest_.add(Part::Item, index, model::codeOf(r.kind), model::codeOf(r.direction), r.subject, r.text,
                r.messageId, more.callType, more.rawType, more.duration, more.width, more.height,
                more.orientation, more.latitude, more.longitude, more.camera, more.isScreenshot,
                signedOf(r.offset), signedOf(r.length), capitalHex(identity_), normal(*from_),
                normal(*other_));
    std::int64_t sequence = 0;
    for (const model::TimeClaim& claim : r.times) {
        const auto& t = claim.time;
        digest_.add(Part::Time, index, sequence++, t.utcMs, offsetOf(t), t.zone,
                    static_cast<std::int64_t>(t.precision), static_cast<std::int64_t>(t.basis),
                    model::codeOf(claim.source), claim.asWritten);
    }
    for (std::size_t i = 0; i < r.participants.size(); ++i) {
        const model::Participant& p = r.participants[i];
        const Text kind = people_[i]->id == 0 ? std::nullopt : Text(model::codeOf(p.kind));
        digest_.add(Part::Participant, index, static_cast<std::int64_t>(i), roleCode(p.role), kind,
                    normal(*people_[i]), p.id, p.name);
    }
}

// The item is whole and came over; what older versions had beside it may be lost in part.
void ItemWriter::mendParts(model::Id item, const format::ItemRecord& r) {
    store::Statement& row = sql_.parts;
    row.with(item).step();
    const bool isWhole = store::packedCount(row.blob(0), store::kTimeFields) >= r.times.size() &&
                         store::packedCount(row.blob(1), store::kPersonFields) >= r.participants.size();
    row.reset();
    if (isWhole) return;
    const std::string guard = database_.text("SELECT sql FROM sqlite_schema WHERE name = 'item_no_rewrite'");
    database_.execute("DROP TRIGGER item_no_rewrite");
    auto update = database_.prepare("UPDATE item SET times = ?2, people = ?3 WHERE id = ?1");
    update.bind(1, item).bindBlob(2, packedTimes_.bytes()).bindBlob(3, packedPeople_.bytes()).run();
    database_.execute(guard);
}

} // namespace core::import
