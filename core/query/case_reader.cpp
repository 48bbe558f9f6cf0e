// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/case_reader.h"

#include "core/base/sha256.h"
#include "core/base/transfer_decoder.h"
#include "core/query/filter_sql.h"
#include "core/query/reader_state.h"

#include <algorithm>

namespace core::query {

std::optional<base::Timestamp> readTime(const store::Statement& row, int first) {
    if (row.isNull(first)) return std::nullopt;
    base::Timestamp time;
    time.utcMs = row.integer(first);
    if (const auto offset = row.optionalInteger(first + 1))
        time.offsetSeconds = static_cast<std::int32_t>(*offset);
    time.zone = row.text(first + 2);
    time.precision = static_cast<base::Precision>(row.integer(first + 3));
    time.basis = static_cast<base::TimeBasis>(row.integer(first + 4));
    time.about = row.integer(first + 5) != 0;
    return time;
}

model::Issue readIssue(const store::Statement& row) {
    model::Issue issue;
    issue.code = model::issueCodeOf(row.textView(0)).value_or(model::IssueCode::Malformed);
    issue.severity = model::issueSeverityOf(row.textView(1)).value_or(model::IssueSeverity::Odd);
    issue.detail = row.text(2);
    issue.offset = static_cast<std::uint64_t>(row.integer(3));
    return issue;
}

CaseReader::CaseReader(store::CaseStore& store) : state_(std::make_unique<State>()) {
    state_->store = &store;
    state_->vault = &store.vault();
    state_->db = &store.database();
}

std::unique_ptr<CaseReader> CaseReader::onOwnConnection(const store::CaseStore& store) {
    // The vault only reads here, and reading needs no state of its own.
    auto reader = std::make_unique<CaseReader>(const_cast<store::CaseStore&>(store));
    reader->state_->own = store.connect();
    reader->state_->db = reader->state_->own.get();
    return reader;
}

CaseReader::~CaseReader() = default;

CaseReader::Snapshot::Snapshot(const CaseReader& reader) {
    if (!reader.state_->own) return;
    reader.state_->own->execute("BEGIN");
    database_ = reader.state_->own.get();
}

CaseReader::Snapshot::~Snapshot() {
    if (database_ == nullptr) return;
    try {
        database_->execute("ROLLBACK");
    } catch (const base::Error&) {
        database_ = nullptr; // an error has ended it already
    }
}

store::Database& CaseReader::database() const { return *state_->db; }

namespace {
std::string setting(store::Database& db, const char* key) {
    auto query = db.prepare("SELECT value FROM setting WHERE key = ?");
    query.bind(1, key);
    return query.step() ? query.text(0) : std::string();
}
} // namespace

std::string CaseReader::label() const { return setting(*state_->db, "label"); }
std::string CaseReader::zone() const { return setting(*state_->db, "zone"); }
std::string CaseReader::background() const { return setting(*state_->db, "background"); }

int CaseReader::itemCount(const ItemFilter& filter) const {
    const FilterSql sql = filterSql(filter);
    auto query = state_->db->prepare("SELECT count(*) FROM item WHERE " + sql.where);
    sql.bindTo(query);
    return query.step() ? query.integer32(0) : 0;
}

std::vector<model::Id> CaseReader::itemIds(const ItemFilter& filter, ItemSort sort, bool descending) const {
    const FilterSql sql = filterSql(filter);
    const std::string way = descending ? " DESC" : " ASC";
    std::string order = "item.time_ms" + way + ", item.id" + way; // undated first in ascending order
    if (sort == ItemSort::Kind) order = "item.kind" + way + ", " + order;
    if (sort == ItemSort::From)
        order = "(SELECT written FROM identifier WHERE id = item.from_id)" + way + ", " + order;
    if (sort == ItemSort::Text)
        order = "fold(substr(item.subject || item.text, 1, 100))" + way + ", " + order;
    auto query = state_->db->prepare("SELECT item.id FROM item WHERE " + sql.where + " ORDER BY " + order);
    sql.bindTo(query);
    std::vector<model::Id> ids;
    while (query.step()) ids.push_back(query.integer(0));
    return ids;
}

std::vector<ItemMoment> CaseReader::moments(const ItemFilter& filter) const {
    const FilterSql sql = filterSql(filter);
    auto query = state_->db->prepare("SELECT item.id, item.time_ms FROM item WHERE " + sql.where +
                                     " ORDER BY item.time_ms, item.id");
    sql.bindTo(query);
    std::vector<ItemMoment> list;
    while (query.step()) list.push_back({query.integer(0), query.optionalInteger(1)});
    return list;
}

std::string CaseReader::itemBytes(model::Id item) const {
    auto query =
        state_->db->prepare("SELECT o.object_id, i.record_offset, i.record_length FROM item i "
                            "JOIN source s ON s.id = i.source_id JOIN original o ON o.id = s.original_id "
                            "WHERE i.id = ?");
    query.bind(1, item);
    if (!query.step()) throw base::Error(base::ErrorCode::NotFound, "no such item", std::to_string(item));
    return state_->vault->readRange(query.text(0), static_cast<std::uint64_t>(query.integer(1)),
                                    static_cast<std::uint64_t>(query.integer(2)));
}

std::string CaseReader::itemBytesName(model::Id item) const {
    auto query = state_->db->prepare(
        "SELECT o.sha256, i.record_offset, i.record_length FROM item i JOIN source s ON s.id = i.source_id "
        "JOIN original o ON o.id = s.original_id WHERE i.id = ?");
    if (!query.with(item).step()) return {};
    return query.text(0) + ' ' + query.text(1) + ' ' + query.text(2);
}

std::string CaseReader::attachmentBytesName(model::Id attachment) const {
    auto query =
        state_->db->prepare("SELECT CASE a.sha256 WHEN '' THEN coalesce(o.sha256, '') ELSE a.sha256 END "
                            "FROM attachment a LEFT JOIN original o ON o.id = a.original_id "
                            "WHERE a.id = ?");
    return query.with(attachment).step() ? query.text(0) : std::string();
}

void CaseReader::readAttachment(model::Id attachment,
                                const std::function<void(std::string_view)>& piece) const {
    constexpr std::uint64_t kPiece = 1U << 20U; // bytes of the original at a time
    auto query =
        state_->db->prepare("SELECT o.object_id, a.encoded_offset, a.encoded_length, a.encoding, a.sha256 "
                            "FROM attachment a JOIN item i ON i.id = a.item_id "
                            "JOIN source s ON s.id = i.source_id "
                            "JOIN original o ON o.id = coalesce(a.original_id, s.original_id) "
                            "WHERE a.id = ? AND (a.path = '' OR a.original_id IS NOT NULL)");
    if (!query.with(attachment).step())
        throw base::Error(base::ErrorCode::NotFound, "no such attachment", std::to_string(attachment));
    const auto original = state_->vault->read(query.text(0));
    original->seek(static_cast<std::uint64_t>(query.integer(1)));
    base::TransferDecoder decoder(static_cast<base::TransferEncoding>(query.integer(3)));
    base::Sha256 hash;
    std::string encoded;
    std::string decoded;
    const auto pass = [&] {
        hash.update(decoded);
        if (!decoded.empty()) piece(decoded);
        decoded.clear();
    };
    for (auto left = static_cast<std::uint64_t>(query.integer(2)); left > 0; left -= encoded.size()) {
        encoded.resize(static_cast<std::size_t>(std::min(left, kPiece)));
        encoded.resize(original->read(encoded.data(), encoded.size()));
        if (encoded.empty()) break;
        decoder.feed(encoded, decoded);
        pass();
    }
    decoder.finish(decoded);
    pass();
    if (base::toHex(hash.finish()) != query.text(4))
        throw base::Error(base::ErrorCode::Damaged, "attachment differs from its hash",
                          std::to_string(attachment));
}

std::string CaseReader::attachmentBytes(model::Id attachment) const {
    std::string bytes;
    readAttachment(attachment, [&](std::string_view piece) { bytes += piece; });
    return bytes;
}

namespace {

class OwnBytes : public base::SeekableSource {
public:
    explicit OwnBytes(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* buffer, std::size_t capacity) override { return source_.read(buffer, capacity); }
    std::uint64_t size() const override { return bytes_.size(); }
    void seek(std::uint64_t offset) override { source_.seek(offset); }

private:
    std::string bytes_;
    base::MemorySource source_{bytes_};
};

} // namespace

std::unique_ptr<base::SeekableSource> CaseReader::openAttachment(model::Id attachment) const {
    constexpr std::size_t kMostHeld = 256U << 20U;
    auto query = state_->db->prepare("SELECT o.object_id FROM attachment a JOIN original o ON o.id = "
                                     "a.original_id WHERE a.id = ?");
    if (query.with(attachment).step()) return state_->vault->read(query.text(0));
    std::string bytes;
    readAttachment(attachment, [&](std::string_view piece) {
        if (bytes.size() + piece.size() > kMostHeld)
            throw base::Error(base::ErrorCode::Unsupported, "the attachment is too large",
                              std::to_string(attachment));
        bytes += piece;
    });
    return std::make_unique<OwnBytes>(std::move(bytes));
}

std::unique_ptr<base::SeekableSource> CaseReader::openSource(model::Id source) const {
    auto query = state_->db->prepare(
        "SELECT o.object_id FROM source s JOIN original o ON o.id = s.original_id WHERE s.id = ?");
    if (!query.with(source).step())
        throw base::Error(base::ErrorCode::NotFound, "no such source", std::to_string(source));
    return state_->vault->read(query.text(0));
}

std::string CaseReader::sourceBytes(model::Id source, std::uint64_t offset, std::uint64_t length) const {
    auto query = state_->db->prepare(
        "SELECT o.object_id FROM source s JOIN original o ON o.id = s.original_id WHERE s.id = ?");
    query.bind(1, source);
    if (!query.step()) throw base::Error(base::ErrorCode::NotFound, "no such source", std::to_string(source));
    return state_->vault->readRange(query.text(0), offset, length);
}

} // namespace core::query
