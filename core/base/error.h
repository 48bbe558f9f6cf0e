// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one exception of the project: an operation that cannot go on.
// Not for odd input: a reader stores an issue (core/model/issue.h) and goes on.

#include <stdexcept>
#include <string>

namespace core::base {

enum class ErrorCode {
    Io,              // reading or writing failed
    NotFound,        // no such file, folder, case
    NoSpace,         // the disk is full
    Permission,      // not allowed to read or write there
    WrongPassphrase, // the key file is sound, the passphrase does not open it
    Damaged,         // bytes that fail their own check
    NewerVersion,    // written by a newer program
    InUse,           // another program has the case open
    InvalidInput,    // an argument that cannot be meant (a date that is none, an unknown id)
    Exists,          // the target is there already and is not overwritten
    Cancelled,       // the user stopped it
    Unsupported,     // known, but not handled
    Internal,        // a promise inside the program was broken
};

// The field's short name of a code ("wrong-passphrase"), for the command line and the log.
const char* codeName(ErrorCode code);

class Error : public std::runtime_error {
public:
    // `what` is English and for the log; windows word the error by code, with `subject` (a path, an id)
    // beside it.
    Error(ErrorCode code, const std::string& what, std::string subject = {})
        : std::runtime_error(what), code_(code), subject_(std::move(subject)) {}

    ErrorCode code() const { return code_; }
    const std::string& subject() const { return subject_; }

private:
    ErrorCode code_;
    std::string subject_;
};

// Throws Error with the code that fits errno (ENOSPC, EACCES, ENOENT, ...), naming the path.
[[noreturn]] void throwErrno(const std::string& what, const std::string& path);

} // namespace core::base
