// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_error.h"

#include "core/base/error.h"

#include <cerrno>
#include <string>

#include <sqlite3.h>

namespace core::store {

using base::ErrorCode;

namespace {

ErrorCode ofIoError(sqlite3* db, int extended) {
    if (extended == SQLITE_IOERR_DATA || extended == SQLITE_IOERR_CORRUPTFS) return ErrorCode::Damaged;
    const int error = db != nullptr ? sqlite3_system_errno(db) : 0;
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) return ErrorCode::NoSpace;
    return ErrorCode::Io;
}

ErrorCode codeFor(sqlite3* db, int extended) {
    switch (extended & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::NoSpace;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return ErrorCode::Permission;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_ERROR: // wrong SQL, a broken constraint or a wrong call is a fault of the program, not of the
                       // disk
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
        return ErrorCode::Internal;
    default:
        return ofIoError(db, extended);
    }
}

} // namespace

void throwSqlite(sqlite3* db, int code, const char* what) {
    const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
    // A call with wrong arguments leaves the connection's own code as it was.
    const bool sameFailure = (extended & 0xFF) == (code & 0xFF);
    std::string text = std::string(what) + ": " + sqlite3_errstr(code);
    if (db != nullptr && sameFailure) text += std::string(" (") + sqlite3_errmsg(db) + ")";
    throw base::Error(codeFor(db, sameFailure ? extended : code), text);
}

} // namespace core::store
