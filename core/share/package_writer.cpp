// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/package_writer.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/share/utf8_locale.h"

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

namespace core::share {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kBuffer = 1U << 18U;

void requireFree(const fs::path& target) {
    std::error_code error;
    if (!fs::exists(target, error)) return;
    const bool emptyFolder = fs::is_directory(target, error) && fs::is_empty(target, error);
    if (!emptyFolder) throw Error(ErrorCode::Exists, "the target is there already", target.string());
}

fs::path besideTarget(const fs::path& target) {
    const fs::path folder = fs::absolute(target).parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    std::string pattern = (folder / ".logbog-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        base::throwErrno("cannot write beside the target", folder.string());
    return pattern;
}

class FolderWriter : public PackageWriter {
public:
    explicit FolderWriter(fs::path target) : target_(std::move(target)) {
        temporary_ = besideTarget(target_);
    }
    ~FolderWriter() override {
        std::error_code ignored;
        if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
    }

    std::string add(const std::string& name, base::ByteSource& source, std::uint64_t) override {
        const fs::path file = temporary_ / fs::path(std::u8string(name.begin(), name.end()));
        fs::create_directories(file.parent_path());
        const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0) base::throwErrno("cannot write", file.string());
        base::Sha256 hash;
        std::vector<char> buffer(kBuffer);
        try {
            while (const std::size_t n = source.read(buffer.data(), buffer.size())) {
                hash.update({buffer.data(), n});
                writeAll(fd, buffer.data(), n, file);
            }
            if (::fsync(fd) != 0) base::throwErrno("cannot write", file.string());
        } catch (...) {
            ::close(fd);
            throw;
        }
        if (::close(fd) != 0) base::throwErrno("cannot write", file.string());
        return base::toHex(hash.finish());
    }

    void commit() override {
        std::error_code error;
        fs::remove(target_, error); // an empty folder that she made for it
        fs::rename(temporary_, target_, error);
        if (error)
            throw Error(ErrorCode::Io, "cannot put the package in place: " + error.message(),
                        target_.string());
        temporary_.clear();
    }

private:
    static void writeAll(int fd, const char* data, std::size_t size, const fs::path& file) {
        while (size > 0) {
            const ssize_t n = ::write(fd, data, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) base::throwErrno("cannot write", file.string());
            data += n;
            size -= static_cast<std::size_t>(n);
        }
    }

    fs::path target_, temporary_;
};

class ZipWriter : public PackageWriter {
public:
    explicit ZipWriter(fs::path target) : target_(std::move(target)), archive_(archive_write_new()) {
        folder_ = besideTarget(target_);
        check(archive_write_set_format_zip(archive_));
        check(archive_write_set_options(archive_, "zip:hdrcharset=UTF-8"));
        const fs::path made = folder_ / "package.zip";
        fd_ = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd_ < 0) base::throwErrno("cannot write", made.string());
        check(archive_write_open_fd(archive_, fd_));
    }
    ~ZipWriter() override {
        archive_write_free(archive_);
        if (fd_ >= 0) ::close(fd_);
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    std::string add(const std::string& name, base::ByteSource& source, std::uint64_t size) override {
        archive_entry* entry = archive_entry_new();
        archive_entry_update_pathname_utf8(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(size));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        const int code = archive_write_header(archive_, entry);
        archive_entry_free(entry);
        check(code);
        base::Sha256 hash;
        std::vector<char> buffer(kBuffer);
        while (const std::size_t n = source.read(buffer.data(), buffer.size())) {
            hash.update({buffer.data(), n});
            if (archive_write_data(archive_, buffer.data(), n) != static_cast<la_ssize_t>(n))
                check(ARCHIVE_FATAL);
        }
        return base::toHex(hash.finish());
    }

    void commit() override {
        check(archive_write_close(archive_));
        const fs::path made = folder_ / "package.zip";
        if (::fsync(fd_) != 0) base::throwErrno("cannot write", made.string());
        requireFree(target_);
        std::error_code error;
        fs::remove(target_, error); // an empty folder of that name
        fs::rename(made, target_, error);
        if (error)
            throw Error(ErrorCode::Io, "cannot put the package in place: " + error.message(),
                        target_.string());
    }

private:
    void check(int code) const {
        if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return;
        const int number = archive_errno(archive_);
        const char* text = archive_error_string(archive_);
        throw Error(number == ENOSPC ? ErrorCode::NoSpace : ErrorCode::Io,
                    text == nullptr ? "cannot write the zip" : text, target_.string());
    }

    Utf8Locale locale_;
    fs::path target_, folder_;
    int fd_ = -1;
    archive* archive_;
};

} // namespace

std::unique_ptr<PackageWriter> makePackageWriter(const fs::path& target) {
    requireFree(target);
    std::string extension = target.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".zip") return std::make_unique<ZipWriter>(target);
    return std::make_unique<FolderWriter>(target);
}

} // namespace core::share
