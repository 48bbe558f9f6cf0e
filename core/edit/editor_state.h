// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the .cpp files of Editor share: running one command in its transaction, the undo steps, the listeners.

#include "core/edit/change_log.h"
#include "core/edit/editor.h"
#include "core/store/case_store.h"

#include <functional>
#include <string>
#include <vector>

namespace core::edit {

struct Step {
    StepName name;
    std::string subject;
    std::vector<RowChange> changes;
    std::int64_t custody = 0; // sequence of its entry
};

struct Editor::State {
    State(store::CaseStore& s, std::unique_ptr<store::Database> connection)
        : store(s), own(std::move(connection)), db(own ? *own : s.database()), log(db) {}

    // One command: what `change` did to the rows, its custody entry, and the undo step, or nothing at all.
    // `subject` is read after `change`, which may complete it.
    void run(const StepName& name, const std::string& subject, const std::function<void()>& change);
    // The same for undo and redo: moves the last step from one stack to the other.
    void moveStep(std::vector<Step>& from, std::vector<Step>& to, const char* action);
    // A command that is entered in the history and cannot be undone; ends what could be undone before it.
    // `detail` too is read after `change`.
    void runForGood(const std::string& action, const std::string& subject, const std::string& detail,
                    const std::function<void()>& change);
    bool hasLeftSince(std::int64_t custody);
    void boundSteps();
    void notify() const;

    store::CaseStore& store;
    std::unique_ptr<store::Database> own;
    store::Database& db;
    ChangeLog log;
    std::vector<Step> undo, redo;
    std::vector<std::function<void()>> listeners;
};

} // namespace core::edit
