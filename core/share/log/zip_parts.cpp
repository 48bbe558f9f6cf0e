// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/zip_parts.h"

#include "core/base/error.h"

#include <cerrno>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace core::share::log {

namespace {

void check(archive* zip, int code) {
    if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return;
    const int number = archive_errno(zip);
    const char* text = archive_error_string(zip);
    throw base::Error(number == ENOSPC ? base::ErrorCode::NoSpace : base::ErrorCode::Io,
                      text == nullptr ? "cannot write the document" : text);
}

} // namespace

void writeZip(const DocxParts& parts, pdf::OutputFile& file) {
    const std::unique_ptr<archive, int (*)(archive*)> owner(archive_write_new(), archive_write_free);
    archive* zip = owner.get();
    check(zip, archive_write_set_format_zip(zip));
    check(zip, archive_write_open_fd(zip, file.descriptor()));
    for (const auto& [name, bytes] : parts) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        check(zip, archive_write_header(zip, entry.get()));
        if (archive_write_data(zip, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()))
            check(zip, ARCHIVE_FATAL);
    }
    check(zip, archive_write_close(zip));
}

} // namespace core::share::log
