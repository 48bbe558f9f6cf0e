// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list of a package: every file with its SHA-256 and size, where it came from, what it shows. As JSON for
// programs and as CSV for people (UTF-8 with BOM, semicolons, so that a Danish spreadsheet opens it).

#include "core/model/item.h"
#include "core/share/long_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::share {

// The files of a package that are about the others; the third is of readMeName() in read_me.h.
inline constexpr const char* kManifestName = "manifest.json";
inline constexpr const char* kCsvName = "manifest.csv";

struct ManifestFile {
    std::string path; // in the package, '/' between folders
    std::string sha256;
    std::uint64_t size = 0;
    std::string kind; // "report", "original", "extract" (a record cut out of an original), "list", "text"
                      // (a record that cannot be cut out, as the log form has it)
    std::string originalName; // of an original, or of the one an extract is cut out of
    std::string importedAt;   // RFC 3339, of that original
    std::vector<model::Id> items;
    std::vector<int> exhibits;
    std::string sourceKey = {};    // its key in the log form ("K1")
    std::string sourceSha256 = {}; // of the whole original
    std::uint64_t offset = 0;      // of an extract, in bytes from the beginning of the original
    bool isLocked = false;         // opens with a password only
};

// An attachment that the exhibits name and the case never had: the export did not hold it.
struct ManifestMissing {
    std::string originalName;
    model::Id item = 0;
    std::vector<int> exhibits;
};

struct Manifest {
    std::string caseLabel, createdAt, audience;
    std::string language;    // "da", "en": of the edition
    std::string custodyHead; // of the case's history when the package was made
    std::vector<ManifestFile> files;
    std::vector<ManifestMissing> missing;
};

// Of a manifest that outlives them.
LongText jsonOf(const Manifest& manifest);
LongText csvOf(const Manifest& manifest);
// Throws Error(Damaged) where it is none, NewerVersion where it says another format.
Manifest manifestFromJson(const std::string& json);

} // namespace core::share
