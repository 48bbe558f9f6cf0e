// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/output_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace core::pdf {
namespace {

std::filesystem::path folderOf(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

} // namespace

OutputFile::OutputFile(const std::filesystem::path& target) : target_(target) {
    std::string name = (folderOf(target) / ".logbog-pdf-XXXXXX").string();
    fd_ = ::mkstemp(name.data()); // mode 0600
    if (fd_ < 0) base::throwErrno("cannot write a PDF there", target.string());
    temporary_ = name;
}

OutputFile::~OutputFile() {
    if (fd_ >= 0) ::close(fd_);
    if (!committed_) ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) base::throwErrno("cannot write the PDF", target_.string());
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void OutputFile::flush() {
    if (::fsync(fd_) != 0) base::throwErrno("cannot flush the PDF to the disk", target_.string());
    const int fd = fd_;
    fd_ = -1;
    if (::close(fd) != 0) base::throwErrno("cannot close the PDF", target_.string());
}

void OutputFile::commit() {
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        base::throwErrno("cannot give the PDF its name", target_.string());
    }
    committed_ = true;
    const int folder = ::open(folderOf(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) { // the name itself reaches the disk; where a file system refuses, the file is whole
        ::fsync(folder);
        ::close(folder);
    }
}

} // namespace core::pdf
