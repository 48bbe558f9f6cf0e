// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything the windows, the report and the command line read from a case. Read-only; one object and one
// connection a thread. Changes are in core/edit.

#include "core/base/byte_source.h"
#include "core/base/timestamp.h"
#include "core/model/exhibit.h"
#include "core/model/incident.h"
#include "core/model/issue.h"
#include "core/model/item.h"
#include "core/model/milestone.h"
#include "core/model/party.h"
#include "core/query/item_filter.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::store {
class CaseStore;
class Database;
class Vault;
} // namespace core::store

namespace core::query {

struct IdentifierRow {
    model::Id id = 0;
    model::IdentifierKind kind = model::IdentifierKind::Phone;
    std::string normal;  // "+4520110917"
    std::string written; // as first seen
    std::string name;    // as first seen beside it
    model::Id party = 0;
    model::PartyRole role = model::PartyRole::Unknown;
    int items = 0; // in which it occurs
};

struct PartyRow {
    model::Id id = 0;
    model::PartyRole role = model::PartyRole::Unknown;
    std::string name;
    int items = 0;
    std::vector<IdentifierRow> identifiers;
};

struct SourceRow {
    model::Id id = 0;
    model::Id run = 0;
    std::string name, path, format, zone, sha256;
    std::uint64_t size = 0;
    std::int64_t importedMs = 0;
    int items = 0;
    int issues = 0;
    bool complete = false;
    bool isDocument = false;    // all that it gave is one document: itself; a count too
    std::string mapping = {};   // of a table: what its columns mean, where she said so (JSON)
    std::string dateOrder = {}; // of 03/04, where she was asked: day, month or year
};

// One side of an item as it can be shown: what was written, and who it is if that is known.
struct PersonView {
    model::ParticipantRole role = model::ParticipantRole::From;
    model::Id identifier = 0;
    std::string written, name;
    model::Id party = 0;
    model::PartyRole partyRole = model::PartyRole::Unknown;
    std::string partyName;
};

// What a list shows of an item.
struct ItemRow {
    model::Id id = 0;
    model::ItemKind kind = model::ItemKind::Document;
    std::optional<base::Timestamp> time;
    model::TimeSource timeSource = model::TimeSource::Unknown;
    model::Direction direction = model::Direction::Unknown;
    PersonView from; // role From; empty `written` for a hidden number or a photo
    PersonView other;
    std::string subject;
    std::string text; // at most 400 bytes, cut at a grapheme
    model::CallInfo call;
    std::string fileName; // of the source
    int attachments = 0;
    std::vector<int> incidents; // numbers
    std::vector<int> exhibits;  // numbers
    std::vector<std::string> tags;
    bool excluded = false;
    bool reviewed = false;
    bool hasIssues = false;
};

struct AttachmentRow : model::Attachment {
    model::Id id = 0;
    model::Id original = 0;                      // that holds it, where it is in a file of its own
    model::Id source = 0;                        // as which that file is in the case
    std::optional<std::int64_t> durationSeconds; // of a film or a recording, where it is known
    bool isMissing() const { return !path.empty() && original == 0; } // the export did not hold it
};

struct ItemDetail : ItemRow {
    std::string fullText;
    std::string transcript; // of a recording, as the exposed person wrote it down; not in the original
    std::string messageId;
    std::vector<model::TimeClaim> times; // the chosen one first
    std::vector<PersonView> people;
    std::vector<AttachmentRow> attachmentList;
    std::vector<model::Issue> issues;
    std::optional<model::PhotoInfo> photo;
    SourceRow source; // without its counts
    std::uint64_t recordOffset = 0, recordLength = 0, recordIndex = 0;
};

// For core/timeline: one dot. Filled by survey.h, and FacetCounts too.
struct TimelineRow {
    model::Id id = 0;
    model::ItemKind kind = model::ItemKind::Document;
    std::optional<std::int64_t> timeMs;
    std::int64_t spanMs = 0; // > 0 for imprecise times
};

// Reactions come without a time of their own: nobody is asked for one.
inline bool needsTime(model::ItemKind kind) { return kind != model::ItemKind::Notice; }

// Of a chat, and of a call in one, the subject is what the conversation is called: nobody wrote it.
inline bool isSubjectWritten(model::ItemKind kind) {
    return kind != model::ItemKind::Chat && kind != model::ItemKind::Notice && kind != model::ItemKind::Call;
}

struct FacetCounts { // under the given filter without search for its own group
    int all = 0, undated = 0, unreviewed = 0, withIssues = 0, excluded = 0;
    std::map<model::ItemKind, int> kinds;
    std::map<model::Id, int> parties;
    std::map<model::Id, int> tags;
    std::map<model::Id, int> sources;
};

// Where an item stands among others.
struct ItemMoment {
    model::Id id = 0;
    std::optional<std::int64_t> timeMs;
};

struct TagRow {
    model::Id id = 0;
    std::string name;
    int items = 0;
};

struct CustodyRow {
    std::int64_t sequence = 0, atMs = 0;
    std::string action, subject, detail, hash;
};

class CaseReader {
public:
    // A reader with a connection of its own: for a worker thread. The store must outlive it.
    static std::unique_ptr<CaseReader> onOwnConnection(const store::CaseStore& store);
    explicit CaseReader(store::CaseStore& store); // on the store's own connection
    ~CaseReader();

    // What is read while it lives is the case at one moment, whatever others write meanwhile. For a reader on
    // a connection of its own; on the store's it does nothing, for the editor writes there.
    class Snapshot {
    public:
        explicit Snapshot(const CaseReader& reader);
        ~Snapshot();
        Snapshot(const Snapshot&) = delete;
        Snapshot& operator=(const Snapshot&) = delete;

    private:
        store::Database* database_ = nullptr;
    };

    std::string label() const;
    std::string zone() const;
    std::string background() const; // of the parties, in her words; empty where nothing is written
    store::Database& database() const;

    int itemCount(const ItemFilter& filter = {}) const;
    std::vector<model::Id> itemIds(const ItemFilter& filter, ItemSort sort = ItemSort::Time,
                                   bool descending = false) const;
    // The first ones by time, undated ones last: what a window can show before all are there.
    std::vector<model::Id> firstIds(const ItemFilter& filter, bool descending, std::size_t limit) const;
    std::vector<ItemMoment> moments(const ItemFilter& filter) const; // by time, undated ones first
    std::vector<ItemRow> rows(std::span<const model::Id> ids) const; // in the order of `ids`
    // The same for very many, one in memory.
    void eachRow(std::span<const model::Id> ids, const std::function<void(const ItemRow&)>& visit) const;
    std::optional<ItemDetail> item(model::Id id) const;
    void eachItem(const ItemFilter& filter,
                  const std::function<void(const ItemDetail&)>& visit) const; // by time, one in memory

    std::vector<PartyRow> parties() const;          // with their identifiers
    std::vector<IdentifierRow> identifiers() const; // all, most items first
    std::vector<TagRow> tags() const;
    std::vector<SourceRow> sources() const; // without those that were removed
    SourceRow source(model::Id id) const;   // without its counts; id 0 where there is none
    std::vector<model::Issue> issuesOfSource(model::Id source) const;

    std::vector<model::Incident> incidents() const; // oldest first
    std::optional<model::Incident> incident(model::Id id) const;
    std::vector<model::Milestone> milestones() const;                        // oldest first
    std::vector<model::Exhibit> exhibits() const;                            // frozen ones, by number
    std::vector<std::pair<std::string, std::string>> protectedTerms() const; // term, label
    std::vector<CustodyRow> custody(model::Id item) const; // of one item; 0 = the whole case, newest first
    std::string custodyHead() const;
    std::vector<std::pair<std::string, std::string>> tableTemplates() const; // name, mapping; by name
    // The JSON report of an import; empty if there is none.
    std::string importReport(model::Id run) const;
    std::vector<model::Id> importRuns() const; // newest first

    // The bytes of an item's record, or of an attachment decoded. From the encrypted originals; nothing is
    // written. Throws Error(Damaged) where the original fails its check.
    std::string itemBytes(model::Id item) const;
    std::string attachmentBytes(model::Id attachment) const;
    // The same for the same bytes alone, without reading them: by the hashes that the case holds. Empty where
    // there is none.
    std::string itemBytesName(model::Id item) const;
    std::string attachmentBytesName(model::Id attachment) const;
    // The same in pieces of at most a few megabytes, whatever the size; the hash is checked at the end.
    void readAttachment(model::Id attachment, const std::function<void(std::string_view)>& piece) const;
    // An attachment to be read at any place: the file it is, or its bytes in memory where it lies within
    // another. Throws Error(Unsupported) where those are too many.
    std::unique_ptr<base::SeekableSource> openAttachment(model::Id attachment) const;
    std::unique_ptr<base::SeekableSource> openSource(model::Id source) const; // the original
    // `length` bytes of a source's original from `offset`; fewer at its end.
    std::string sourceBytes(model::Id source, std::uint64_t offset, std::uint64_t length) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::query
