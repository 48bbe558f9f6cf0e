// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one interface of all formats: probe by content, then read a stream into neutral records and issues.
// A reader knows no case, no database and no other reader. Odd input never throws: it becomes an issue.

#include "core/base/byte_source.h"
#include "core/base/secret_text.h"
#include "core/format/date_order.h"
#include "core/format/item_record.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format {

// What a reader may look at before it says whether a file is its own.
struct ProbeInput {
    std::string_view head; // the first bytes, at most 64 KiB
    std::string fileName;  // without folders; a hint, never the reason
    std::uint64_t size = 0;
    std::string folder = {}; // where it stands in what came with it, with / between; empty at the top
    // The whole file from its start, for the few whose beginning does not say what is packed in them. Empty:
    // only the head is at hand.
    std::function<std::unique_ptr<base::SeekableSource>()> whole = {};
};

enum class Confidence { No, Maybe, Likely, Certain };

// The files that came with the one that is read: the folder that was dropped, or the archive. On the reader's
// thread only.
class Surroundings {
public:
    virtual ~Surroundings() = default;
    // By a path as the export writes it (from the top of the export, from the file's own folder, or the last
    // parts of either). Null where there is none.
    virtual std::unique_ptr<base::SeekableSource> open(std::string_view path) = 0;
    // The names, without folders, of the files in the folder of the one that is read, sorted; its own too.
    virtual const std::vector<std::string>& beside() = 0;
};

// Asks the user for the passphrase of a sealed file; on the reader's thread, waiting for the answer.
// `isAgain`: the last answer did not open it. None: she has none.
using AskPassphrase = std::function<std::optional<base::SecretText>(bool isAgain)>;

struct ReadContext {
    std::string fileName;        // without folders
    std::string folder;          // as ProbeInput::folder
    std::uint64_t size = 0;      // bytes
    std::string sha256;          // of the whole file, hexadecimal; empty where nobody has it yet
    std::string zone;            // for local times without one, IANA
    std::int64_t fileTimeMs = 0; // modification time; 0 = unknown
    std::int64_t nowMs = 0;      // the moment of import, for dates in the future
    DateOrder dateOrder = DateOrder::FromFile; // what the user said
    Surroundings* around = nullptr;            // null: the file came alone
    AskPassphrase passphrase;                  // empty: nobody can be asked
    // What the columns of a table mean, as the user said: the JSON of table/mapping.h. Empty: as guessed.
    std::string mapping = {};
};

// Receives what a reader finds, in file order, on the reader's thread.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    virtual void item(ItemRecord&& record) = 0;
    virtual void issue(const model::Issue& issue) = 0; // one that belongs to no item
    virtual void
    position(std::uint64_t offset) = 0; // bytes read so far, for progress; throws Error(Cancelled)
};

// A file inside a file: a member of an archive, an attachment in a mailbox of which nothing stands there byte
// for byte. It is kept as an original of its own and read by whatever reader it is for.
struct ChildFile {
    std::string path;        // as written, with / between; unique in its parent
    std::uint64_t size = 0;  // bytes, as the parent says; 0 = not said
    std::int64_t timeMs = 0; // modification time, 0 = not said
};

class ChildSink {
public:
    virtual ~ChildSink() = default;
    // Reads `bytes` to their end or not at all, before it returns.
    virtual void child(const ChildFile& file, base::ByteSource& bytes) = 0;
    virtual void issue(const model::Issue& issue) = 0;
    virtual void position(std::uint64_t offset) = 0; // as RecordSink
};

class Reader {
public:
    virtual ~Reader() = default;
    virtual const char* code() const = 0; // "sms-backup", "mbox", "eml", "photo"
    virtual Confidence probe(const ProbeInput& input) const = 0;
    // Bounded memory whatever the size. Throws only what the source or the sink throws.
    virtual void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const = 0;

    // The source given to these two can be sought in: it is a base::SeekableSource.
    virtual bool hasChildren() const { return false; }
    // Before read(): hands out the files inside. An attachment of a record names one by its path.
    virtual void unpack(base::SeekableSource&, const ReadContext&, ChildSink&) const {}

    // Its records name files beside it, which then are attachments and no items of their own: it is read
    // before them.
    virtual bool linksFiles() const { return false; }
    // The messages of another file may show it, and then it is no item of its own.
    virtual bool mayBeShown() const { return !linksFiles(); }
};

} // namespace core::format
