// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/editor.h"

#include "core/edit/direction.h"
#include "core/edit/editor_state.h"
#include "core/store/custody_log.h"

namespace core::edit {

namespace {
constexpr std::size_t kMaxSteps = 500;
constexpr std::size_t kMaxRows = 1'000'000; // of all steps; about 150 MB
} // namespace

void Editor::State::notify() const {
    for (const auto& listener : listeners) listener();
}

void Editor::State::run(const StepName& name, const std::string& subject,
                        const std::function<void()>& change) {
    {
        store::WriteTransaction transaction(store.writeGate(), db);
        log.clear();
        change();
        std::vector<RowChange> changes = log.take();
        if (changes.empty()) return; // nothing differed; the transaction rolls back
        const std::int64_t entry = enterChanges(db, store.clock(), name.action, subject, changes);
        transaction.commit();
        undo.push_back({name, subject, std::move(changes), entry});
    }
    redo.clear();
    boundSteps();
    notify();
}

void Editor::State::boundSteps() {
    std::size_t rows = 0;
    for (const Step& step : undo) rows += step.changes.size();
    while (undo.size() > 1 && (undo.size() > kMaxSteps || rows > kMaxRows)) {
        rows -= undo.front().changes.size();
        undo.erase(undo.begin());
    }
}

// An export may have been made by another editor, on a worker; a removed source is not there to go back to.
bool Editor::State::hasLeftSince(std::int64_t custody) {
    auto query = db.prepare("SELECT 1 FROM custody WHERE sequence > ? AND action IN ('freeze', 'export', "
                            "'remove-source', 'read-table') "
                            "LIMIT 1");
    return query.with(custody).step();
}

void Editor::State::moveStep(std::vector<Step>& from, std::vector<Step>& to, const char* action) {
    if (from.empty()) return;
    Step step = from.back();
    if (hasLeftSince(step.custody)) {
        undo.clear();
        redo.clear();
        notify();
        return;
    }
    {
        store::WriteTransaction transaction(store.writeGate(), db);
        log.clear();
        log.revert(step.changes);
        // Items that came in since the step follow who is who now.
        if (step.name.action == "party") updateDirections(db);
        step.changes = log.take();
        step.custody = enterChanges(db, store.clock(), action, step.subject, step.changes);
        transaction.commit();
        from.pop_back();
        to.push_back(std::move(step));
    }
    notify();
}

void Editor::State::runForGood(const std::string& action, const std::string& subject,
                               const std::string& detail, const std::function<void()>& change) {
    {
        store::WriteTransaction transaction(store.writeGate(), db);
        change();
        store::appendCustody(db, store.clock(), action, subject, detail);
        transaction.commit();
    }
    log.clear();
    undo.clear();
    redo.clear();
    notify();
}

Editor::Editor(store::CaseStore& store) : Editor(store, nullptr) {}
Editor::Editor(store::CaseStore& store, std::unique_ptr<store::Database> connection)
    : state_(std::make_unique<State>(store, std::move(connection))) {}
Editor::~Editor() = default;

std::optional<StepName> Editor::undoable() const {
    if (state_->undo.empty()) return std::nullopt;
    return state_->undo.back().name;
}

std::optional<StepName> Editor::redoable() const {
    if (state_->redo.empty()) return std::nullopt;
    return state_->redo.back().name;
}

void Editor::forgetSteps() {
    state_->undo.clear();
    state_->redo.clear();
}

void Editor::undo() { state_->moveStep(state_->undo, state_->redo, "undo"); }
void Editor::redo() { state_->moveStep(state_->redo, state_->undo, "redo"); }

void Editor::onChange(std::function<void()> listener) { state_->listeners.push_back(std::move(listener)); }

void Editor::setCaseLabel(const std::string& label) {
    state_->run({"case", 1}, "case", [&] {
        state_->db.prepare("UPDATE setting SET value = ? WHERE key = 'label'").with(label).run();
    });
}

void Editor::setBackground(const std::string& text) {
    if (text.size() > kMostBackground)
        throw base::Error(base::ErrorCode::InvalidInput, "the background is longer than a few pages");
    const auto end = text.find_last_not_of(" \t\r\n");
    const std::string kept = end == std::string::npos ? std::string() : text.substr(0, end + 1);
    state_->run({"background", 1}, "case", [&] {
        state_->db
            .prepare("INSERT INTO setting(key, value) VALUES ('background', ?) "
                     "ON CONFLICT(key) DO UPDATE SET value = excluded.value")
            .with(kept)
            .run();
    });
}

void Editor::saveTableTemplate(const std::string& name, const std::string& mapping) {
    if (name.find_first_not_of(" \t\n") == std::string::npos)
        throw base::Error(base::ErrorCode::InvalidInput, "a template needs a name");
    state_->run({"template", 1}, "case", [&] {
        if (mapping.empty())
            state_->db.prepare("DELETE FROM table_template WHERE name = ?").with(name).run();
        else
            state_->db
                .prepare("INSERT INTO table_template(name, mapping) VALUES (?, ?) "
                         "ON CONFLICT(name) DO UPDATE SET mapping = excluded.mapping")
                .with(name, mapping)
                .run();
    });
}

void Editor::addProtectedTerm(const std::string& term, const std::string& label) {
    if (term.find_first_not_of(" \t\n") == std::string::npos)
        throw base::Error(base::ErrorCode::InvalidInput, "an empty term protects nothing");
    state_->run({"protect", 1}, "case", [&] {
        state_->db
            .prepare("INSERT INTO protected_term(term, label) VALUES (?, ?) "
                     "ON CONFLICT(term) DO UPDATE SET label = excluded.label")
            .with(term, label)
            .run();
    });
}

void Editor::removeProtectedTerm(const std::string& term) {
    state_->run({"unprotect", 1}, "case",
                [&] { state_->db.prepare("DELETE FROM protected_term WHERE term = ?").with(term).run(); });
}

} // namespace core::edit
