// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <cerrno>
#include <cstring>

namespace core::base {

const char* codeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::Io:
        return "io";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::NoSpace:
        return "no-space";
    case ErrorCode::Permission:
        return "permission";
    case ErrorCode::WrongPassphrase:
        return "wrong-passphrase";
    case ErrorCode::Damaged:
        return "damaged";
    case ErrorCode::NewerVersion:
        return "newer-version";
    case ErrorCode::InUse:
        return "in-use";
    case ErrorCode::InvalidInput:
        return "invalid-input";
    case ErrorCode::Exists:
        return "exists";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

void throwErrno(const std::string& what, const std::string& path) {
    const int error = errno;
    ErrorCode code = ErrorCode::Io;
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) code = ErrorCode::NoSpace;
    if (error == EACCES || error == EPERM || error == EROFS) code = ErrorCode::Permission;
    if (error == ENOENT || error == ENOTDIR) code = ErrorCode::NotFound;
    if (error == EEXIST) code = ErrorCode::Exists;
    throw Error(code, what + ": " + std::strerror(error), path);
}

} // namespace core::base
