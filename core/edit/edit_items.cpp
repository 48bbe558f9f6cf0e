// SPDX-License-Identifier: GPL-3.0-or-later
// Editor: tags and states of items, and a time that she states herself.
#include "core/edit/editor_state.h"
#include "core/store/custody_log.h"

namespace core::edit {

namespace {

std::string subjectOf(const std::vector<model::Id>& items) {
    return items.size() == 1 ? "item " + std::to_string(items[0]) : std::to_string(items.size()) + " items";
}

int countOf(const std::vector<model::Id>& items) { return static_cast<int>(items.size()); }

} // namespace

void Editor::tagItems(const std::vector<model::Id>& items, const std::string& tag) {
    const auto first = tag.find_first_not_of(' ');
    if (first == std::string::npos) throw base::Error(base::ErrorCode::InvalidInput, "an empty tag");
    const std::string name = tag.substr(first, tag.find_last_not_of(' ') - first + 1);
    store::Database& db = state_->db;
    state_->run({"tag", countOf(items)}, subjectOf(items), [&] {
        db.prepare("INSERT INTO tag(name) VALUES (?) ON CONFLICT(name) DO NOTHING").with(name).run();
        auto insert = db.prepare("INSERT INTO item_tag(item_id, tag_id) SELECT ?, id FROM tag WHERE name = ? "
                                 "ON CONFLICT(item_id, tag_id) DO NOTHING");
        for (const model::Id item : items) insert.with(item, name).run();
    });
}

void Editor::untagItems(const std::vector<model::Id>& items, const std::string& tag) {
    store::Database& db = state_->db;
    state_->run({"untag", countOf(items)}, subjectOf(items), [&] {
        auto remove = db.prepare(
            "DELETE FROM item_tag WHERE item_id = ? AND tag_id = (SELECT id FROM tag WHERE name = ?)");
        for (const model::Id item : items) remove.with(item, tag).run();
        db.execute("DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM item_tag)");
    });
}

void Editor::setExcluded(const std::vector<model::Id>& items, bool excluded) {
    state_->run({excluded ? "exclude" : "include", countOf(items)}, subjectOf(items), [&] {
        auto update = state_->db.prepare("UPDATE item SET excluded = ? WHERE id = ?");
        for (const model::Id item : items) update.with(excluded, item).run();
    });
}

void Editor::setReviewed(const std::vector<model::Id>& items, bool reviewed) {
    state_->run({"review", countOf(items)}, subjectOf(items), [&] {
        auto update = state_->db.prepare("UPDATE item SET reviewed = ? WHERE id = ?");
        for (const model::Id item : items) update.with(reviewed, item).run();
    });
}

void Editor::setTime(model::Id item, const base::Timestamp& time, model::TimeSource source,
                     const std::string& reason) {
    store::Database& db = state_->db;
    state_->run({"set-time", 1}, "item " + std::to_string(item), [&] {
        auto update =
            db.prepare("UPDATE item SET time_ms = ?, offset_s = ?, zone = ?, precision = ?, basis = ?, "
                       "about = ?, time_source = ? WHERE id = ?");
        update.with(time.utcMs, time.offsetSeconds, time.zone, static_cast<int>(time.precision),
                    static_cast<int>(time.basis), time.about, model::codeOf(source), item);
        update.run();
        // The reason stands in the history, beside the old and the new time.
        store::appendCustody(db, state_->store.clock(), "reason", "item " + std::to_string(item), reason);
    });
}

void Editor::setTranscript(model::Id item, const std::string& text) {
    if (text.size() > kMostTranscript)
        throw base::Error(base::ErrorCode::InvalidInput, "a transcript is larger than any recording");
    const auto end = text.find_last_not_of(" \t\r\n");
    const std::string kept = end == std::string::npos ? std::string() : text.substr(0, end + 1);
    state_->run({"transcript", 1}, "item " + std::to_string(item), [&] {
        state_->db.prepare("UPDATE item SET transcript = ? WHERE id = ?").with(kept, item).run();
    });
}

} // namespace core::edit
