// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The only way to change a case after import: each method is one command, in one transaction with its custody
// entry (old and new values), and can be undone; undoing is a new entry, nothing is erased. Not for reading:
// core/query.
//
// One thread an editor. Every method throws base::Error and then has changed
// nothing.

#include "core/base/progress.h"
#include "core/base/timestamp.h"
#include "core/model/episode.h"
#include "core/model/exhibit.h"
#include "core/model/incident.h"
#include "core/model/milestone.h"
#include "core/model/party.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::store {
class CaseStore;
class Database;
} // namespace core::store

namespace core::edit {

// What an undo step was, for the window to word: action is the method's fixed word ("tag", "incident", ...).
struct StepName {
    std::string action;
    int count = 0; // rows the user would count: items tagged, episodes accepted
};

// What left the case, for the history.
struct ExportEntry {
    std::string fileName, sha256;
    std::string audience, variant, language; // codes
    int pages = 0, redactions = 0;
    int heldBack = 0; // originals that stayed behind
};

using model::EpisodeToAccept;

inline constexpr std::size_t kMostTranscript = 1'000'000; // bytes

class Editor {
public:
    explicit Editor(store::CaseStore& store); // on the store's own connection
    Editor(store::CaseStore& store, std::unique_ptr<store::Database> connection); // for a worker thread
    ~Editor();

    // "party": these identifiers belong to a person in that role. Roles Exposed and Offender have one party
    // each unless `name` names another; the directions of all items follow in the same command.
    model::Id assignIdentifiers(const std::vector<model::Id>& identifiers, model::PartyRole role,
                                const std::string& name = {});
    void renameParty(model::Id party, const std::string& name); // "rename-party"
    // The identifier of that spelling, made if no item has it yet (a number she knows but that is in no
    // export).
    model::Id ensureIdentifier(model::IdentifierKind kind, const std::string& asWritten);

    void tagItems(const std::vector<model::Id>& items, const std::string& tag);   // "tag"
    void untagItems(const std::vector<model::Id>& items, const std::string& tag); // "untag"
    void setExcluded(const std::vector<model::Id>& items, bool excluded);         // "exclude" / "include"
    void setReviewed(const std::vector<model::Id>& items, bool reviewed);         // "review"
    // "set-time": the time she states for an item, with the reason; the times read from the original stay.
    void setTime(model::Id item, const base::Timestamp& time, model::TimeSource source,
                 const std::string& reason);
    // "transcript": what is said in a recording, in her words; empty takes it away. Throws
    // Error(InvalidInput) for more than kMostTranscript bytes.
    void setTranscript(model::Id item, const std::string& text);

    // "incident": a new one (id 0; gets the next number) or a changed one. The start is required:
    // throws Error(InvalidInput) where it lies before 1900.
    model::Id saveIncident(const model::Incident& incident);
    void addToIncident(model::Id incident, const std::vector<model::Id>& items);         // "link"
    void removeFromIncident(model::Id incident, const std::vector<model::Id>& items);    // "unlink"
    std::vector<model::Id> acceptEpisodes(const std::vector<EpisodeToAccept>& episodes); // "accept"

    // "from-log": incidents out of rows of her own log, each with its `origin`; one of which there is one
    // already is passed over. Numbered by time.
    std::vector<model::Id> makeFromLog(const std::vector<model::Incident>& rows);

    model::Id saveMilestone(const model::Milestone& milestone); // "milestone"
    void removeMilestone(model::Id milestone);                  // "remove-milestone"

    void addProtectedTerm(const std::string& term, const std::string& label); // "protect"
    void removeProtectedTerm(const std::string& term);                        // "unprotect"
    // "template": the meaning of a table's columns, kept by name; an empty mapping takes it away.
    void saveTableTemplate(const std::string& name, const std::string& mapping);
    void setCaseLabel(const std::string& label); // "case"
    // "background": who the parties are to each other, in her words; empty takes it away. Throws
    // Error(InvalidInput) for more than kMostBackground bytes.
    static constexpr std::size_t kMostBackground = 20'000;
    void setBackground(const std::string& text);

    // "freeze": gives numbers to exhibits that leave the case for the first time; cannot be undone. Exhibits
    // that have a number already keep it. Returns all of them with their numbers. Throws Error(Exists) where
    // others were given numbers since `exhibits` was planned: plan again.
    std::vector<model::Exhibit> freezeExhibits(std::vector<model::Exhibit> exhibits);
    // "export": an entry in the history; cannot be undone. Made before the file gets its name: nothing may
    // leave without one. "export-failed" follows where it did not get there.
    void recordExport(const ExportEntry& entry);
    void recordFailedExport(const ExportEntry& entry);

    // "remove-source": what was imported by mistake, with all that was read from it (remove_source.h); cannot
    // be undone, and ends what could be. Takes about a minute for a million items: on a worker. Throws
    // Error(Exists) where something in the case stands on it.
    void removeSource(model::Id source, const base::Progress& progress = base::Progress());

    std::optional<StepName> undoable() const;
    std::optional<StepName> redoable() const;
    void forgetSteps(); // after an export: what left the case cannot be undone under it
    void undo();
    void redo();

    // Called after every change, on the same thread.
    void onChange(std::function<void()> listener);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::edit
