// SPDX-License-Identifier: GPL-3.0-or-later
// What ItemWriter makes of the people of a record: numbers and addresses that are known once, and who took
// part.
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"

namespace core::import {

using Part = store::SourceDigest::Part;

namespace {

const char* roleCode(model::ParticipantRole role) {
    switch (role) {
    case model::ParticipantRole::From:
        return "from";
    case model::ParticipantRole::To:
        return "to";
    case model::ParticipantRole::Cc:
        return "cc";
    case model::ParticipantRole::Bcc:
        return "bcc";
    }
    return "to";
}

} // namespace

const ItemWriter::Identifier& ItemWriter::identifierFor(const model::Participant& participant) {
    identifierKey_.assign(1, static_cast<char>('0' + static_cast<int>(participant.kind)));
    identifierKey_.append(participant.service).append(1, '\0').append(participant.id);
    Identifier& one = identifiers_[identifierKey_];
    if (!one.isLookedUp) lookUp(participant, one);
    if (one.id != 0 && !one.isNamed && !participant.name.empty()) {
        sql_.nameIdentifier.with(participant.name, one.id).run();
        one.isNamed = true;
    }
    return one;
}

void ItemWriter::lookUp(const model::Participant& participant, Identifier& one) {
    one.isLookedUp = true;
    std::string normal = model::normalizeIdentifier(participant.kind, participant.id);
    if (normal.empty()) return;
    if (!participant.service.empty()) normal = participant.service + ':' + normal;
    const char* kind = model::codeOf(participant.kind);
    sql_.findIdentifier.with(kind, normal);
    if (sql_.findIdentifier.step()) {
        one.id = sql_.findIdentifier.integer(0);
    } else {
        sql_.newIdentifier.with(kind, normal, participant.id, participant.name).run();
        one.id = database_.lastInsertId();
        one.isNamed = !participant.name.empty();
    }
    sql_.findIdentifier.reset();
    one.normal = std::move(normal);
}

void ItemWriter::insertParticipants(model::Id item, const format::ItemRecord& r) {
    std::int64_t sequence = -1;
    for (const model::Participant& p : r.participants) {
        const Identifier& who = identifierFor(p);
        ++sequence;
        sql_.participant
            .with(item, sequence, store::Borrowed{roleCode(p.role)}, orNull(who.id), store::Borrowed{p.id},
                  store::Borrowed{p.name})
            .run();
        if (isMending_) continue;
        using Text = std::optional<std::string_view>;
        const Text kind = who.id == 0 ? std::nullopt : Text(model::codeOf(p.kind));
        const Text normal = who.id == 0 ? std::nullopt : Text(who.normal);
        digest_.add(Part::Participant, signedOf(r.index), sequence, roleCode(p.role), kind, normal, p.id,
                    p.name);
    }
}

} // namespace core::import
