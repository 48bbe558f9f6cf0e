// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one interface of all formats: probe by content, then read a stream into neutral records and issues.
// A reader knows no case, no database and no other reader. Odd input never throws: it becomes an issue.

#include "core/base/byte_source.h"
#include "core/format/item_record.h"

#include <string>
#include <string_view>

namespace core::format {

// What a reader may look at before it says whether a file is its own.
struct ProbeInput {
    std::string_view head; // the first bytes, at most 64 KiB
    std::string fileName;  // without folders; a hint, never the reason
    std::uint64_t size = 0;
};

enum class Confidence { No, Maybe, Likely, Certain };

struct ReadContext {
    std::string fileName;        // without folders
    std::uint64_t size = 0;      // bytes
    std::string zone;            // for local times without one, IANA
    std::int64_t fileTimeMs = 0; // modification time; 0 = unknown
    std::int64_t nowMs = 0;      // the moment of import, for dates in the future
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

class Reader {
public:
    virtual ~Reader() = default;
    virtual const char* code() const = 0; // "sms-backup", "mbox", "eml", "photo"
    virtual Confidence probe(const ProbeInput& input) const = 0;
    // Bounded memory whatever the size. Throws only what the source or the sink throws.
    virtual void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const = 0;
};

} // namespace core::format
