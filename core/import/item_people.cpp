// SPDX-License-Identifier: GPL-3.0-or-later
// What ItemWriter makes of the people of a record: numbers and addresses that are known once, and who took
// part.
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"

#include <algorithm>

namespace core::import {

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

void ItemWriter::lookUpPeople(const format::ItemRecord& r) {
    static const Identifier kNobody;
    from_ = &kNobody;
    const Identifier* to = &kNobody;
    people_.clear();
    for (const model::Participant& p : r.participants) {
        people_.push_back(&identifierFor(p));
        if (p.role == model::ParticipantRole::From && from_->id == 0) from_ = people_.back();
        if (p.role == model::ParticipantRole::To && to->id == 0) to = people_.back();
    }
    other_ = r.direction == model::Direction::Out ? to : from_;
}

void ItemWriter::notePeople(model::Id item, const format::ItemRecord& r) {
    constexpr std::size_t kMostLinks = 200'000;
    for (std::size_t i = 0; i < people_.size(); ++i)
        if (people_[i]->id != 0)
            links_.push_back({people_[i]->id, item, r.participants[i].role == model::ParticipantRole::From});
    if (links_.size() >= kMostLinks) writePeople();
}

void ItemWriter::writePeople() {
    std::sort(links_.begin(), links_.end());
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
    constexpr std::size_t kAtOnce = 4096;
    for (std::size_t begin = 0; begin < links_.size(); begin += kAtOnce) {
        store::RowPacker rows;
        for (std::size_t i = begin; i < std::min(links_.size(), begin + kAtOnce); ++i)
            rows.row(links_[i].identifier, links_[i].item, std::int64_t{links_[i].isSender});
        sql_.identifiersOf.bindBlob(1, rows.bytes()).run();
    }
    links_.clear();
}

} // namespace core::import
