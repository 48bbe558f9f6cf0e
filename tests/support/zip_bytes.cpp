// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zip_bytes.h"

#include <stdexcept>

#include <archive.h>
#include <archive_entry.h>

namespace tests {

namespace {

la_ssize_t append(archive*, void* out, const void* data, size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace

std::string zipBytes(const ZipFiles& files, const std::string& passphrase, const char* format) {
    std::string out;
    archive* writer = archive_write_new();
    const auto check = [&](int code) {
        if (code != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
    };
    check(archive_write_set_format_by_name(writer, format));
    if (!passphrase.empty()) {
        check(archive_write_set_options(writer, "zip:encryption=aes256"));
        check(archive_write_set_passphrase(writer, passphrase.c_str()));
    }
    if (std::string(format) == "zip") check(archive_write_set_options(writer, "zip:hdrcharset=UTF-8"));
    check(archive_write_set_bytes_in_last_block(writer, 1));
    check(archive_write_open(writer, &out, nullptr, append, nullptr));
    for (const auto& [name, bytes] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_update_pathname_utf8(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 1'684'092'645, 0);
        check(archive_write_header(writer, entry));
        archive_entry_free(entry);
        if (archive_write_data(writer, bytes.data(), bytes.size()) < 0)
            throw std::runtime_error(archive_error_string(writer));
    }
    check(archive_write_close(writer));
    archive_write_free(writer);
    return out;
}

} // namespace tests
