// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sqlite/original_file.h"

#include "core/base/error.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace core::format::sqlite {

using base::Error;
using base::ErrorCode;

void SourceDatabase::State::readSource(char* buffer, std::size_t count, std::uint64_t offset, bool& isWhole) {
    source.seek(offset);
    std::size_t used = 0;
    while (used < count) {
        const std::size_t n = source.read(buffer + used, count - used);
        if (n == 0) break;
        used += n;
    }
    std::memset(buffer + used, 0, count - used);
    isWhole = isWhole && used == count;
}

bool SourceDatabase::State::read(char* buffer, std::size_t count, std::uint64_t offset) {
    bool isWhole = true;
    if (pages.pageSize == 0) {
        readSource(buffer, count, offset, isWhole);
    } else {
        for (std::size_t used = 0; used < count;) {
            const std::uint64_t at = offset + used;
            const std::size_t within = at % pages.pageSize;
            const std::size_t piece = std::min<std::size_t>(count - used, pages.pageSize - within);
            const auto page = static_cast<std::uint32_t>(at / pages.pageSize) + 1;
            const auto found = pages.begin.find(page);
            if (found == pages.begin.end())
                readSource(buffer + used, piece, at, isWhole);
            else
                std::memcpy(buffer + used, log.data() + found->second + within, piece);
            used += piece;
        }
    }
    // "Uses a log" in the header becomes "does not": the log is part of what is read already.
    for (std::uint64_t at = 18; at < 20; ++at)
        if (at >= offset && at < offset + count) buffer[at - offset] = 1;
    return isWhole;
}

namespace {

struct File {
    sqlite3_file base;
    SourceDatabase::State* state;
};

int closeFile(sqlite3_file*) { return SQLITE_OK; }

int readFile(sqlite3_file* file, void* buffer, int count, sqlite3_int64 offset) {
    auto& state = *reinterpret_cast<File*>(file)->state;
    if (count < 0 || offset < 0) return SQLITE_IOERR_READ;
    try {
        const bool isWhole = state.read(static_cast<char*>(buffer), static_cast<std::size_t>(count),
                                        static_cast<std::uint64_t>(offset));
        return isWhole ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    } catch (...) {
        state.thrown = std::current_exception();
        return SQLITE_IOERR_READ;
    }
}

int writeFile(sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; }
int truncateFile(sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; }
int syncFile(sqlite3_file*, int) { return SQLITE_OK; }
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(reinterpret_cast<File*>(file)->state->size());
    return SQLITE_OK;
}
int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int isReserved(sqlite3_file*, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int controlFile(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 512; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; }

const sqlite3_io_methods kMethods = {1,           closeFile,  readFile,        writeFile, truncateFile,
                                     syncFile,    sizeOfFile, lockFile,        lockFile,  isReserved,
                                     controlFile, sectorSize, characteristics, nullptr,   nullptr,
                                     nullptr,     nullptr,    nullptr,         nullptr};

// Only the database itself: nothing temporary, no journal.
int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    if (name == nullptr || (flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
    auto* own = reinterpret_cast<File*>(file);
    own->state = static_cast<SourceDatabase::State*>(vfs->pAppData);
    own->base.pMethods = &kMethods;
    if (outFlags != nullptr) *outFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    return SQLITE_OK;
}
int removeFile(sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; }
int accessFile(sqlite3_vfs*, const char*, int, int* result) {
    *result = 0;
    return SQLITE_OK;
}
int fullName(sqlite3_vfs*, const char* name, int most, char* out) {
    sqlite3_snprintf(most, out, "%s", name);
    return SQLITE_OK;
}
int randomness(sqlite3_vfs*, int count, char* out) {
    std::memset(out, 7, static_cast<std::size_t>(std::max(count, 0)));
    return count;
}
int sleepFor(sqlite3_vfs*, int) { return 0; }
int currentTime(sqlite3_vfs*, double* julian) {
    *julian = 2'451'545.0; // no query here asks for it
    return SQLITE_OK;
}

} // namespace

void registerVfs(SourceDatabase::State& state) {
    static std::atomic<unsigned> count{0};
    state.vfsName = "logbog-original-" + std::to_string(count++);
    sqlite3_vfs& vfs = state.vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(File);
    vfs.mxPathname = 64;
    vfs.zName = state.vfsName.c_str();
    vfs.pAppData = &state;
    vfs.xOpen = openFile;
    vfs.xDelete = removeFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullName;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) throw Error(ErrorCode::Internal, "no database system");
}

} // namespace core::format::sqlite
