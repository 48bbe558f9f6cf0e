// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/zip_parts.h"

#include <algorithm>
#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace core::format::document {

namespace {

using Archive = std::unique_ptr<::archive, decltype(&archive_read_free)>;

constexpr int kMostEntries = 10'000;

bool readPart(::archive* from, std::size_t mostBytes, std::string& part, ZipParts& out) {
    std::array<char, 65536> piece{};
    for (;;) {
        const la_ssize_t n = archive_read_data(from, piece.data(), piece.size());
        if (n == 0) return true;
        if (n < 0) {
            const char* message = archive_error_string(from);
            out.damage = message == nullptr ? "zip" : message;
            return false;
        }
        const std::size_t room = mostBytes - part.size();
        part.append(piece.data(), std::min(static_cast<std::size_t>(n), room));
        if (static_cast<std::size_t>(n) > room) {
            out.isCut = true;
            return true;
        }
    }
}

} // namespace

ZipParts readZipParts(std::string_view zip, const std::vector<std::string>& names, std::size_t mostBytes) {
    ZipParts out;
    const Archive from(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(from.get());
    if (archive_read_open_memory(from.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
        out.damage = "zip";
        return out;
    }
    archive_entry* entry = nullptr;
    for (int i = 0; i < kMostEntries && out.parts.size() < names.size(); ++i) {
        const int status = archive_read_next_header(from.get(), &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN) {
            out.damage = "zip";
            break;
        }
        const char* path = archive_entry_pathname(entry);
        if (path == nullptr || std::find(names.begin(), names.end(), path) == names.end()) continue;
        std::string& part = out.parts[path];
        if (part.empty() && !readPart(from.get(), mostBytes, part, out)) break;
    }
    return out;
}

} // namespace core::format::document
