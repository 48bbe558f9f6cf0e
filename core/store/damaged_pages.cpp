// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damaged_pages.h"

#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/disk.h"

#include <cstdlib>
#include <fstream>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;

namespace {

void putFront(const fs::path& file, const std::string& bytes) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out << bytes;
    out.close();
    if (!out) throw Error(base::ErrorCode::Io, "cannot write a copy of the database", file.string());
}

} // namespace

std::set<std::uint64_t> damagedPages(const fs::path& file, const SecretKey& key) {
    std::set<std::uint64_t> pages;
    const auto database = Database::openUnchanged(file, key);
    Statement rows = database->prepare("PRAGMA cipher_integrity_check");
    while (rows.step()) { // "HMAC verification failed for page 7"
        const std::string line = rows.text(0);
        pages.insert(std::strtoull(line.c_str() + line.find_last_of(' ') + 1, nullptr, 10));
    }
    return pages;
}

bool mendSalt(const fs::path& copy, const SecretKey& key, const std::string& salt) {
    std::string before(salt.size(), '\0');
    before.resize(InputFile(copy).readAt(0, before.data(), before.size()));
    const std::size_t bad = damagedPages(copy, key).size();
    putFront(copy, salt);
    if (damagedPages(copy, key).size() < bad) return true;
    putFront(copy, before);
    return false;
}

} // namespace core::store
