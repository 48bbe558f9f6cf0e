// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_keeper.h"

#include "core/base/byte_source.h"
#include "core/base/utf8.h"
#include "core/format/registry.h"

#include <algorithm>

namespace core::import {

namespace {

// A file of the user's; tells whether it was the file that could not be read, and not the case that failed.
class TellingSource : public base::ByteSource {
public:
    TellingSource(const std::filesystem::path& path, bool& failed) : file_(path), failed_(failed) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        failed_ = true;
        const std::size_t count = file_.read(buffer, capacity);
        failed_ = false;
        return count;
    }

private:
    base::FileSource file_;
    bool& failed_;
};

// Remembers the first bytes that go by.
class HeadSource : public base::ByteSource {
public:
    explicit HeadSource(base::ByteSource& source) : source_(source) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = source_.read(buffer, capacity);
        if (head_.size() < kHeadBytes) head_.append(buffer, std::min(n, kHeadBytes - head_.size()));
        return n;
    }
    const std::string& head() const { return head_; }

private:
    base::ByteSource& source_;
    std::string head_;
};

} // namespace

// The object is on the disk before its rows are; a file of the same bytes is kept once.
Kept FileKeeper::keep(const std::filesystem::path& path, const Incoming& incoming, const ProbedFile& probed) {
    fileFailed_ = true;
    TellingSource file(path, fileFailed_);
    fileFailed_ = false;
    return place(store_.vault().store(file, progress_), incoming, probed.reader);
}

Kept FileKeeper::keepMember(base::ByteSource& bytes, const Incoming& incoming,
                            const format::Reader*& reader) {
    HeadSource source(bytes);
    const store::StoredObject stored = store_.vault().store(source, progress_);
    reader = format::findReader({source.head(), incoming.name, stored.size, incoming.folder,
                                 [&] { return store_.vault().read(stored.objectId); }});
    return place(stored, incoming, reader);
}

Kept FileKeeper::place(const store::StoredObject& stored, const Incoming& incoming,
                       const format::Reader* reader) {
    Kept kept;
    kept.objectId = stored.objectId;
    kept.sha256 = base::toHex(stored.sha256);
    kept.size = stored.size;
    auto find = db_.prepare("SELECT object_id FROM original WHERE sha256 = ?");
    const std::string before = find.with(kept.sha256).step() ? find.text(0) : "";
    find.reset();
    std::string fault;
    try {
        if (!before.empty()) fault = faultOf(before, kept);
    } catch (...) {
        store_.vault().discard(stored.objectId);
        throw;
    }
    if (!templates_.isEmpty() && mayBeTable(reader)) {
        kept.mapping = templates_.mappingFor(*store_.vault().read(stored.objectId), reader);
        if (!kept.mapping.empty()) reader = format::readerByCode("table");
    }
    {
        store::WriteTransaction transaction(store_.writeGate(), db_);
        placeOriginal(kept, fault);
        placeSource(kept, incoming, reader);
        history_.begin(kept, incoming.name, incoming.path, incoming.fileTimeMs, run_);
        transaction.commit();
    }
    if (kept.objectId == stored.objectId)
        store_.vault().settle(stored.objectId);
    else
        store_.vault().discard(stored.objectId);
    if (!fault.empty()) store_.vault().moveToLost(before);
    return kept;
}

// What is wrong with the copy that the case has of these bytes; empty for nothing.
std::string FileKeeper::faultOf(const std::string& objectId, const Kept& kept) {
    try {
        const store::StoredObject now = store_.vault().check(objectId, progress_);
        return now.size == kept.size && base::toHex(now.sha256) == kept.sha256 ? "" : "it holds other bytes";
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::NotFound) return "its file is missing";
        if (error.code() != base::ErrorCode::Damaged) throw;
        return error.what();
    }
}

// With a fault of the copy that is there, the new one takes its place.
void FileKeeper::placeOriginal(Kept& kept, const std::string& fault) {
    auto find = db_.prepare("SELECT id, object_id FROM original WHERE sha256 = ?");
    if (find.with(kept.sha256).step()) {
        kept.original = find.integer(0);
        const std::string before = find.text(1);
        // Its file is about to go, or gone: the new one is not to go with it.
        auto live = db_.prepare("SELECT 1 FROM source WHERE original_id = ? AND removed_ms IS NULL");
        if (!live.with(kept.original).step()) {
            db_.prepare("UPDATE original SET object_id = ? WHERE id = ?")
                .with(kept.objectId, kept.original)
                .run();
            return;
        }
        if (fault.empty()) {
            kept.objectId = before;
            return;
        }
        db_.prepare("UPDATE original SET object_id = ? WHERE id = ?")
            .with(kept.objectId, kept.original)
            .run();
        history_.restored(kept, before, fault);
        return;
    }
    db_.prepare("INSERT INTO original(object_id, sha256, size) VALUES (?, ?, ?)")
        .with(kept.objectId, kept.sha256, static_cast<std::int64_t>(kept.size))
        .run();
    kept.original = db_.lastInsertId();
}

// The source row of these bytes: the one that is there already (complete or broken off), or a new one.
void FileKeeper::placeSource(Kept& kept, const Incoming& incoming, const format::Reader* reader) {
    findSource(kept, incoming, reader);
    if (incoming.parent == 0 || incoming.parent == kept.source) return;
    db_.prepare("INSERT OR IGNORE INTO source_member VALUES (?, ?, ?)")
        .with(incoming.parent, incoming.memberPath, kept.source)
        .run();
}

void FileKeeper::findSource(Kept& kept, const Incoming& incoming, const format::Reader* reader) {
    auto find = db_.prepare("SELECT id, complete, zone, format, mapping, date_order FROM source WHERE "
                            "original_id = ? AND removed_ms IS NULL "
                            "ORDER BY complete = 1 DESC, complete DESC LIMIT 1");
    if (find.with(kept.original).step()) {
        kept.source = find.integer(0);
        kept.state = static_cast<Kept::State>(find.integer32(1));
        kept.zone = find.text(2); // as its first part was read
        kept.format = find.text(3);
        kept.mapping = find.text(4);
        kept.dateOrder = format::dateOrderByCode(find.text(5)).value_or(format::DateOrder::FromFile);
        // Broken off before: what belongs to no item will be said again.
        if (kept.state == Kept::Begun)
            db_.prepare("DELETE FROM issue WHERE source_id = ? AND item_id IS NULL").with(kept.source).run();
        return;
    }
    kept.zone = zoneOf(options_, incoming.path);
    kept.dateOrder = dateOrderOf(options_, incoming.path);
    kept.format = reader == nullptr ? "" : reader->code();
    const auto fileTime =
        incoming.fileTimeMs == 0 ? std::nullopt : std::optional<std::int64_t>(incoming.fileTimeMs);
    db_.prepare(
           "INSERT INTO source(run_id, original_id, name, path, format, zone, file_time_ms, imported_ms, "
           "mapping, date_order) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(run_, kept.original, incoming.name, incoming.path, kept.format, kept.zone, fileTime,
              store_.clock().nowMs(), kept.mapping, store::Borrowed{format::codeOf(kept.dateOrder)})
        .run();
    kept.source = db_.lastInsertId();
}

} // namespace core::import
