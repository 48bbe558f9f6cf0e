// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/package_writer.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/utf8_locale.h"
#include "core/pdf/output_file.h"
#include "core/pdf/unfinished.h"

#include <cctype>
#include <cerrno>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
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

fs::path folderOf(const fs::path& target) { return fs::absolute(target).parent_path(); }

// Everything by way of the folder's descriptor: where the folder was taken away, nothing can be written there
// any more.
class FolderWriter : public PackageWriter {
public:
    explicit FolderWriter(fs::path target)
        : target_(std::move(target)), temporary_(folderOf(target_), pdf::Unfinished::Kind::Folder) {}

    std::string add(const std::string& name, base::ByteSource& source, std::uint64_t) override {
        for (std::size_t at = name.find('/'); at != std::string::npos; at = name.find('/', at + 1))
            if (::mkdirat(temporary_.descriptor(), name.substr(0, at).c_str(), 0700) != 0 && errno != EEXIST)
                base::throwErrno("cannot write", name);
        const int fd = ::openat(temporary_.descriptor(), name.c_str(),
                                O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) base::throwErrno("cannot write", name);
        base::Sha256 hash;
        std::vector<char> buffer(kBuffer);
        try {
            while (const std::size_t n = source.read(buffer.data(), buffer.size())) {
                hash.update({buffer.data(), n});
                writeAll(fd, buffer.data(), n, name);
            }
        } catch (...) {
            ::close(fd);
            throw;
        }
        if (::close(fd) != 0) base::throwErrno("cannot write", name);
        return base::toHex(hash.finish());
    }

    // Once for all: a package may hold thousands of small files.
    void finish() override {
        if (::syncfs(temporary_.descriptor()) != 0) base::throwErrno("cannot write", target_.string());
    }

    void commit() override {
        std::error_code error;
        fs::rename(temporary_.path(), target_, error); // takes the place of an empty folder, of nothing else
        if (error)
            throw Error(ErrorCode::Io, "cannot put the package in place: " + error.message(),
                        target_.string());
        temporary_.release();
    }

private:
    static void writeAll(int fd, const char* data, std::size_t size, const std::string& name) {
        while (size > 0) {
            const ssize_t n = ::write(fd, data, size);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) base::throwErrno("cannot write", name);
            data += n;
            size -= static_cast<std::size_t>(n);
        }
    }

    fs::path target_;
    pdf::Unfinished temporary_;
};

class ZipWriter : public PackageWriter {
public:
    explicit ZipWriter(fs::path target)
        : target_(std::move(target)), file_(fs::absolute(target_)), archive_(archive_write_new()) {
        check(archive_write_set_format_zip(archive_));
        check(archive_write_set_options(archive_, "zip:hdrcharset=UTF-8"));
        check(archive_write_open_fd(archive_, file_.descriptor()));
    }
    ~ZipWriter() override { archive_write_free(archive_); }

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

    void finish() override {
        check(archive_write_close(archive_));
        file_.flush();
    }

    void commit() override {
        ::rmdir(target_.c_str()); // an empty folder of that name
        file_.commit(pdf::OutputFile::Present::Refuse);
    }

private:
    void check(int code) const {
        if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return;
        const int number = archive_errno(archive_);
        const char* text = archive_error_string(archive_);
        throw Error(number == ENOSPC ? ErrorCode::NoSpace : ErrorCode::Io,
                    text == nullptr ? "cannot write the zip" : text, target_.string());
    }

    base::Utf8Locale locale_;
    fs::path target_;
    pdf::OutputFile file_;
    archive* archive_;
};

} // namespace

std::unique_ptr<PackageWriter> makePackageWriter(const fs::path& target) {
    requireFree(target);
    std::error_code error;
    fs::create_directories(folderOf(target), error);
    pdf::Unfinished::clearStale(folderOf(target));
    std::string extension = target.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".zip") return std::make_unique<ZipWriter>(target);
    return std::make_unique<FolderWriter>(target);
}

} // namespace core::share
