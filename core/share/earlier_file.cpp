// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/earlier_file.h"

#include "core/base/error.h"

#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::share {

namespace fs = std::filesystem;

EarlierFile::EarlierFile(fs::path target) : target_(std::move(target)) {
    std::error_code ignored;
    if (fs::symlink_status(target_, ignored).type() == fs::file_type::regular) keep();
}

// It stays where it is under its second name; only where a file system knows one name a file is it moved.
void EarlierFile::keep() {
    const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    beside_ = std::make_unique<pdf::Unfinished>(folder, pdf::Unfinished::Kind::File);
    lock_ = ::open(target_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
    ::unlink(beside_->path().c_str());
    if (::link(target_.c_str(), beside_->path().c_str()) == 0) return;
    if (::rename(target_.c_str(), beside_->path().c_str()) != 0) {
        if (lock_ >= 0) ::close(lock_);
        base::throwErrno("cannot keep the earlier file", target_.string());
    }
    isMoved_ = true;
}

EarlierFile::~EarlierFile() {
    if (!isLetGo_ && beside_ && (isMoved_ || isReplaced_)) {
        if (::rename(beside_->path().c_str(), target_.c_str()) == 0) beside_->release();
    } else if (!isLetGo_ && !beside_ && isReplaced_) {
        ::unlink(target_.c_str());
    }
    if (lock_ >= 0) ::close(lock_);
}

} // namespace core::share
