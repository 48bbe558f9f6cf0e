// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/store_support.h"

#include <fstream>

namespace tests {

using namespace core::store;

bool finds(const std::vector<CaseStore::Finding>& findings, const std::string& what,
           const std::string& subject) {
    for (const auto& finding : findings)
        if (finding.what == what && finding.subject == subject) return true;
    return false;
}

StoredObject storeBytes(Vault& vault, std::string_view bytes) {
    core::base::MemorySource source(bytes);
    core::base::Progress progress;
    return vault.store(source, progress);
}

std::string placeBytes(Vault& vault, std::string_view bytes) {
    std::string id = storeBytes(vault, bytes).objectId;
    vault.settle(id);
    return id;
}

std::int64_t addSource(CaseStore& store, const std::string& bytes) {
    const StoredObject object = storeBytes(store.vault(), bytes);
    Database& database = store.database();
    Transaction transaction(database);
    database.prepare("INSERT INTO original(object_id, sha256, size) VALUES (?, ?, ?)")
        .with(object.objectId, core::base::toHex(object.sha256), static_cast<std::int64_t>(object.size))
        .run();
    const std::int64_t original = database.lastInsertId();
    database.execute("INSERT INTO import_run(begun_ms) VALUES (0)");
    database
        .prepare("INSERT INTO source(run_id, original_id, name, path, format, zone, imported_ms) "
                 "VALUES (?, ?, 'a.xml', '/a.xml', 'sms-xml', 'Europe/Copenhagen', 0)")
        .with(database.lastInsertId(), original)
        .run();
    const std::int64_t source = database.lastInsertId();
    transaction.commit();
    store.vault().settle(object.objectId);
    return source;
}

std::int64_t addItem(Database& database, std::int64_t source, const std::string& text) {
    static std::int64_t count = 0;
    ++count;
    database
        .prepare(
            "INSERT INTO item(source_id, kind, time_ms, written_direction, direction, text, record_offset, "
            "record_length, record_index, identity) VALUES (?, 'sms', ?, 'in', 'in', ?, 0, 0, ?, "
            "randomblob(16))")
        .with(source, count * 1000, text, count)
        .run();
    const std::int64_t id = database.lastInsertId();
    const bool isOld = database.integer("PRAGMA user_version") < 3;
    if (isOld)
        database.prepare("INSERT INTO item_search(rowid, body) VALUES (?, fold(' ' || ?) || '  ')")
            .with(id, text)
            .run();
    else
        database.prepare("INSERT INTO search_pending VALUES (?)").with(id).run();
    return id;
}

std::string patternBytes(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint64_t state = 88172645463325252U;
    for (char& c : bytes) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        c = static_cast<char>(state);
    }
    return bytes;
}

void flipByte(const std::filesystem::path& file, std::uint64_t offset) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(offset));
    const char c = static_cast<char>(stream.get());
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.put(static_cast<char>(c ^ 0x10));
    if (!stream) throw std::runtime_error("cannot change " + file.string());
}

} // namespace tests
