// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/time_anchor.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/store/custody_log.h"
#include "core/store/json_text.h"
#include "core/store/time_stamp.h"

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

TimeAnchor anchorOf(const Statement& row) {
    return {row.integer(0), row.integer(1), row.text(2), row.optionalInteger(3)};
}

std::string subjectOf(const TimeAnchor& anchor) { return "entry " + std::to_string(anchor.sequence); }

bool isInChain(Database& database, const TimeAnchor& anchor) {
    Statement entry = database.prepare("SELECT hash FROM custody WHERE sequence = ?");
    return entry.with(anchor.sequence).step() && entry.text(0) == anchor.hash;
}

} // namespace

std::string makeTimeRequest(Database& database, const base::Clock& clock) {
    Transaction transaction(database);
    TimeAnchor anchor;
    anchor.sequence = database.integer("SELECT max(sequence) FROM custody");
    anchor.hash = custodyHead(database);
    const auto digest = base::digestFromHex(anchor.hash);
    if (!digest) throw Error(ErrorCode::InvalidInput, "the history is empty");
    std::string request = makeStampRequest(*digest);
    Statement insert = database.prepare("INSERT INTO time_anchor(sequence, hash, request) VALUES (?, ?, ?)");
    insert.bind(1, anchor.sequence).bind(2, std::string_view(anchor.hash)).bindBlob(3, request).run();
    appendCustody(database, clock, "anchor-request", subjectOf(anchor), jsonObject({{"hash", anchor.hash}}));
    transaction.commit();
    return request;
}

TimeReply addTimeReply(Database& database, const base::Clock& clock, std::string_view reply,
                       std::string_view trusted) {
    Transaction transaction(database);
    StampFault worst = StampFault::OtherRequest; // what to say where no request fits
    Statement rows =
        database.prepare("SELECT id, sequence, hash, time_ms, request FROM time_anchor ORDER BY id DESC");
    while (rows.step()) {
        TimeReply result{anchorOf(rows), {}, !trusted.empty()};
        const Stamp stamp = readStamp(rows.blob(4), reply, trusted);
        if (stamp.fault != StampFault::None) {
            if (stamp.fault != StampFault::OtherRequest) worst = stamp.fault;
            continue;
        }
        rows.reset();
        result.anchor.timeMs = stamp.timeMs;
        result.authority = stamp.authority;
        Statement update = database.prepare("UPDATE time_anchor SET reply = ?, time_ms = ? WHERE id = ?");
        update.bindBlob(1, reply).bind(2, stamp.timeMs).bind(3, result.anchor.id).run();
        appendCustody(database, clock, "anchor", subjectOf(result.anchor),
                      jsonObject({{"hash", result.anchor.hash},
                                  {"time_ms", std::to_string(stamp.timeMs)},
                                  {"authority", stamp.authority},
                                  {"issuer", trusted.empty() ? "not checked" : "checked"},
                                  {"reply_sha256", base::toHex(base::sha256(reply))}}));
        transaction.commit();
        return result;
    }
    throw Error(ErrorCode::InvalidInput, sentenceOf(worst));
}

std::vector<TimeAnchor> timeAnchors(Database& database) {
    Statement rows = database.prepare("SELECT id, sequence, hash, time_ms FROM time_anchor ORDER BY id");
    std::vector<TimeAnchor> all;
    while (rows.step()) all.push_back(anchorOf(rows));
    return all;
}

std::vector<CaseStore::Finding> brokenTimeAnchors(Database& database) {
    std::vector<CaseStore::Finding> findings;
    Statement rows =
        database.prepare("SELECT id, sequence, hash, time_ms, request, reply FROM time_anchor ORDER BY id");
    while (rows.step()) {
        const TimeAnchor anchor = anchorOf(rows);
        const auto say = [&](const char* what) {
            findings.push_back({"time-anchor", subjectOf(anchor), what});
        };
        if (!isInChain(database, anchor)) say("the stamped entry is not in the history any more");
        if (rows.isNull(5)) continue;
        const Stamp stamp = readStamp(rows.blob(4), rows.blob(5), {});
        if (stamp.fault != StampFault::None)
            say(sentenceOf(stamp.fault));
        else if (stamp.timeMs != anchor.timeMs)
            say("the kept time is not the one in the reply");
    }
    return findings;
}

} // namespace core::store
