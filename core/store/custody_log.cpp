// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/custody_log.h"

#include "core/base/sha256.h"
#include "core/store/bytes.h"

namespace core::store {

namespace {

constexpr std::string_view kTag = "logbog-custody-1";
constexpr const char* kColumns = "SELECT sequence, at_ms, action, subject, detail, hash FROM custody ";

CustodyEvent eventOf(const Statement& row) {
    return {row.integer(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

} // namespace

std::string custodyHash(const std::string& previous, const CustodyEvent& event) {
    std::string bytes(kTag);
    bytes += previous;
    putNumber(bytes, static_cast<std::uint64_t>(event.sequence));
    putNumber(bytes, static_cast<std::uint64_t>(event.atMs));
    for (const std::string* field : {&event.action, &event.subject, &event.detail}) {
        putNumber(bytes, static_cast<std::uint64_t>(field->size()));
        bytes += *field;
    }
    return base::toHex(base::sha256(bytes));
}

CustodyEvent appendCustody(Database& database, const base::Clock& clock, const std::string& action,
                           const std::string& subject, const std::string& detail) {
    std::optional<Transaction> own;
    if (!database.inTransaction()) own.emplace(database);

    CustodyEvent event{1, clock.nowMs(), action, subject, detail, {}};
    std::string previous;
    if (Statement last =
            database.prepare("SELECT sequence, hash FROM custody ORDER BY sequence DESC LIMIT 1");
        last.step()) {
        event.sequence = last.integer(0) + 1;
        previous = last.text(1);
    }
    event.hash = custodyHash(previous, event);
    database.prepare("INSERT INTO custody VALUES (?, ?, ?, ?, ?, ?)")
        .with(event.sequence, event.atMs, event.action, event.subject, event.detail, event.hash)
        .run();
    database.noteChainEnd(event.sequence, event.hash);
    if (own) own->commit();
    return event;
}

std::vector<CustodyEvent> custodyEvents(Database& database, std::int64_t fromSequence, std::size_t limit) {
    Statement rows =
        database.prepare(std::string(kColumns) + "WHERE sequence >= ? ORDER BY sequence LIMIT ?");
    rows.with(fromSequence, static_cast<std::int64_t>(limit));
    std::vector<CustodyEvent> events;
    while (rows.step()) events.push_back(eventOf(rows));
    return events;
}

std::string custodyHead(Database& database) {
    return database.text("SELECT hash FROM custody ORDER BY sequence DESC LIMIT 1");
}

std::optional<std::int64_t> firstBrokenCustody(Database& database, std::int64_t fromSequence) {
    std::string previous;
    if (fromSequence > 1) {
        Statement before = database.prepare("SELECT hash FROM custody WHERE sequence = ?");
        if (!before.with(fromSequence - 1).step()) return fromSequence - 1;
        previous = before.text(0);
    }
    Statement rows = database.prepare(std::string(kColumns) + "WHERE sequence >= ? ORDER BY sequence");
    rows.with(fromSequence);
    for (std::int64_t expected = fromSequence; rows.step(); ++expected) {
        const CustodyEvent event = eventOf(rows);
        if (event.sequence != expected) return expected;
        if (custodyHash(previous, event) != event.hash) return expected;
        previous = event.hash;
    }
    return std::nullopt;
}

} // namespace core::store
