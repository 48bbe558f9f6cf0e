// SPDX-License-Identifier: GPL-3.0-or-later
// A package held against its own manifest: folder or zip, read only, nothing unpacked to the disk.
#include "core/base/byte_source.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/utf8_locale.h"
#include "core/share/export.h"
#include "core/share/hash_file.h"
#include "core/share/manifest.h"
#include "core/share/read_me.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace core::share {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kMaxManifest = 256U << 20U;

struct Found {
    std::map<std::string, std::string> hashes; // path -> SHA-256
    std::vector<std::string> twice;            // names that a zip holds more than once
    std::string manifest;                      // the bytes of manifest.json
};

Found readFolder(const fs::path& folder, base::Progress& progress) {
    Found found;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const fs::directory_entry& entry = *it;
        progress.throwIfCancelled();
        std::error_code ignored;
        if (entry.is_directory(ignored)) continue;
        const std::u8string name = entry.path().lexically_relative(folder).generic_u8string();
        // A pipe or a link to nowhere has no bytes; its empty code fits no line of the manifest.
        found.hashes[std::string(name.begin(), name.end())] =
            entry.is_regular_file(ignored) ? hashFile(entry.path()) : std::string();
    }
    if (error) throw Error(ErrorCode::Io, "the package cannot be read: " + error.message(), folder.string());
    if (const auto it = found.hashes.find(kManifestName); it != found.hashes.end() && !it->second.empty()) {
        base::FileSource file(folder / kManifestName);
        found.manifest = base::readAll(file, kMaxManifest);
    }
    return found;
}

class ZipReader {
public:
    explicit ZipReader(const fs::path& file) : archive_(archive_read_new(), archive_read_free) {
        archive_read_support_format_zip(archive_.get());
        archive_read_set_options(archive_.get(), "hdrcharset=UTF-8");
        if (archive_read_open_filename(archive_.get(), file.c_str(), 1U << 16U) != ARCHIVE_OK)
            throw Error(fs::exists(file) ? ErrorCode::Damaged : ErrorCode::NotFound,
                        "the package cannot be opened", file.string());
    }

    Found read(base::Progress& progress) {
        Found found;
        archive_entry* entry = nullptr;
        while (next(entry)) {
            progress.throwIfCancelled();
            const char* utf8 = archive_entry_pathname_utf8(entry);
            if (utf8 == nullptr) throw Error(ErrorCode::Damaged, "a name in the zip cannot be read");
            const std::string name = utf8;
            std::string* keep = name == kManifestName ? &found.manifest : nullptr;
            if (found.hashes.contains(name)) found.twice.push_back(name);
            found.hashes[name] = hashEntry(keep);
        }
        return found;
    }

private:
    bool next(archive_entry*& entry) {
        const int code = archive_read_next_header(archive_.get(), &entry);
        if (code == ARCHIVE_EOF) return false;
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN) throw Error(ErrorCode::Damaged, "the zip is damaged");
        return true;
    }
    // Empty for an entry whose bytes cannot be read: it will not match its line of the manifest.
    std::string hashEntry(std::string* keep) {
        base::Sha256 hash;
        std::string buffer(1U << 16U, '\0');
        for (;;) {
            const la_ssize_t n = archive_read_data(archive_.get(), buffer.data(), buffer.size());
            if (n < 0) return {};
            if (n == 0) return base::toHex(hash.finish());
            const std::string_view bytes(buffer.data(), static_cast<std::size_t>(n));
            hash.update(bytes);
            if (keep != nullptr && keep->size() + bytes.size() <= kMaxManifest) *keep += bytes;
        }
    }
    base::Utf8Locale locale_;
    std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
};

} // namespace

std::vector<PackageFinding> verifyPackage(const fs::path& package, base::Progress& progress) {
    if (!fs::exists(package)) throw Error(ErrorCode::NotFound, "there is no such package", package.string());
    const Found found =
        fs::is_directory(package) ? readFolder(package, progress) : ZipReader(package).read(progress);
    if (found.manifest.empty()) return {{kManifestName, "missing"}};
    std::vector<PackageFinding> findings;
    Manifest manifest;
    try {
        manifest = manifestFromJson(found.manifest);
    } catch (const Error&) {
        return {{kManifestName, "manifest"}};
    }
    // The read-me stands in no list: it names the code of the list. It follows from the manifest, all of it.
    const std::string readMe = readMeName(manifest);
    std::set<std::string> listed{kManifestName, readMe};
    for (const ManifestFile& file : manifest.files) {
        listed.insert(file.path);
        const auto it = found.hashes.find(file.path);
        if (it == found.hashes.end())
            findings.push_back({file.path, "missing"});
        else if (it->second != file.sha256)
            findings.push_back({file.path, "changed"});
    }
    const std::string expected = packageReadMe(manifest, base::toHex(base::sha256(found.manifest))).whole();
    if (!found.hashes.contains(readMe))
        findings.push_back({readMe, "missing"});
    else if (found.hashes.at(readMe) != base::toHex(base::sha256(expected)))
        findings.push_back({readMe, "changed"});
    for (const std::string& name : found.twice) findings.push_back({name, "extra"});
    for (const auto& [name, hash] : found.hashes)
        if (!listed.contains(name)) findings.push_back({name, "extra"});
    return findings;
}

} // namespace core::share
