// SPDX-License-Identifier: GPL-3.0-or-later
// Editor: who is who.
#include "core/edit/direction.h"
#include "core/edit/editor_state.h"

namespace core::edit {

namespace {

// The party of that role (and name, if one is given); made where there is none.
model::Id findOrMakeParty(store::Database& db, model::PartyRole role, const std::string& name) {
    auto find = db.prepare("SELECT id, name FROM party WHERE role = ? ORDER BY name = ? DESC, id");
    find.with(model::codeOf(role), name);
    const bool oneOfItsKind = role == model::PartyRole::Exposed || role == model::PartyRole::Offender;
    while (find.step()) {
        const std::string present = find.text(1);
        if (present == name || (oneOfItsKind && (name.empty() || present.empty()))) {
            const model::Id id = find.integer(0);
            if (present.empty() && !name.empty())
                db.prepare("UPDATE party SET name = ? WHERE id = ?").with(name, id).run();
            return id;
        }
    }
    db.prepare("INSERT INTO party(role, name) VALUES (?, ?)").with(model::codeOf(role), name).run();
    return db.lastInsertId();
}

} // namespace

model::Id Editor::assignIdentifiers(const std::vector<model::Id>& identifiers, model::PartyRole role,
                                    const std::string& name) {
    model::Id party = 0;
    store::Database& db = state_->db;
    state_->run({"party", static_cast<int>(identifiers.size())}, "case", [&] {
        if (role != model::PartyRole::Unknown) party = findOrMakeParty(db, role, name);
        auto update = db.prepare("UPDATE identifier SET party_id = ? WHERE id = ?");
        for (const model::Id id : identifiers) {
            update.reset();
            if (party == 0)
                update.bindNull(1);
            else
                update.bind(1, party);
            update.bind(2, id).run();
        }
        db.execute(
            "DELETE FROM party WHERE id NOT IN (SELECT party_id FROM identifier WHERE party_id IS NOT NULL) "
            "AND id NOT IN (SELECT party_id FROM incident WHERE party_id IS NOT NULL)");
        updateDirectionsOf(db, identifiers);
    });
    return party;
}

void Editor::renameParty(model::Id party, const std::string& name) {
    state_->run({"rename-party", 1}, "party " + std::to_string(party), [&] {
        state_->db.prepare("UPDATE party SET name = ? WHERE id = ?").with(name, party).run();
    });
}

model::Id Editor::ensureIdentifier(model::IdentifierKind kind, const std::string& asWritten) {
    const std::string normal = model::normalizeIdentifier(kind, asWritten);
    if (normal.empty()) throw base::Error(base::ErrorCode::InvalidInput, "an empty identifier");
    auto find = state_->db.prepare("SELECT id FROM identifier WHERE kind = ? AND normal = ?");
    find.with(model::codeOf(kind), normal);
    if (find.step()) return find.integer(0);
    find.reset();
    model::Id id = 0;
    state_->run({"identifier", 1}, "case", [&] {
        state_->db.prepare("INSERT INTO identifier(kind, normal, written) VALUES (?, ?, ?)")
            .with(model::codeOf(kind), normal, asWritten)
            .run();
        id = state_->db.lastInsertId();
    });
    return id;
}

} // namespace core::edit
