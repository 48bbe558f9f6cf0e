// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of a case or of a package reads: the state of the last closing, the anchor of the history, the
// log of changes, a package as folder and as zip. Each either reads or says that it is damaged; a package
// that is not as it was made is never found sound.
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/share/export.h"
#include "core/share/manifest.h"
#include "core/share/read_me.h"
#include "core/store/bytes.h"
#include "core/store/case_seal.h"
#include "core/store/chain_anchor.h"
#include "core/store/wal_check.h"
#include "tests/fuzz/patched.h"

#include <filesystem>
#include <fstream>

#include <archive.h>
#include <archive_entry.h>

namespace fs = std::filesystem;
using namespace core;

namespace {

// Made once, removed at the end of an ordinary run.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "logbog-fuzz-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) std::abort();
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary | std::ios::trunc) << bytes;
    }
    std::string get(const std::string& name) const {
        std::ifstream in(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

store::SecretKey marksKey() {
    const unsigned char bytes[store::SecretKey::kSize] = {9, 8, 7};
    return store::SecretKey(bytes);
}

// With the digest that belongs to it, where `at` says that one stands.
void setDigest(std::string& bytes, std::size_t from, std::size_t at) {
    if (bytes.size() < at + store::kDigestSize) return;
    bytes.replace(at, store::kDigestSize, store::keyedDigest(bytes.substr(from, at - from), marksKey()));
}

template <typename Call>
void onlyDamaged(Call call) {
    try {
        call();
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Damaged && error.code() != base::ErrorCode::NewerVersion)
            std::abort();
    }
}

void state(const Folder& folder, fuzz::Choices& choices) {
    static const std::string sound = [&] {
        store::writeSeal(folder.path, marksKey(), {true, store::newSession(), 7, std::string(64, 'a'), {}});
        return folder.get("state");
    }();
    const bool isOurs = choices.byte() % 2 == 0;
    std::string bytes = fuzz::rawOrPatched(sound, choices);
    if (isOurs && bytes.size() >= store::kDigestSize) setDigest(bytes, 0, bytes.size() - store::kDigestSize);
    folder.put("state", bytes);
    onlyDamaged([&] {
        if (store::readSeal(folder.path, marksKey()) && !isOurs && bytes != sound) std::abort();
    });
}

void anchor(const Folder& folder, fuzz::Choices& choices) {
    static const std::string sound = [&] {
        const store::ChainAnchor one(folder.path, marksKey(), {7, std::string(64, 'a')});
        return folder.get("anchor");
    }();
    const bool isOurs = choices.byte() % 2 == 0;
    std::string bytes = fuzz::rawOrPatched(sound, choices);
    if (isOurs) {
        setDigest(bytes, 0, 104);
        setDigest(bytes, 4096, 4096 + 104);
    }
    folder.put("anchor", bytes);
    onlyDamaged([&] {
        const auto end = store::readAnchor(folder.path, marksKey(), false);
        if (end && !isOurs && end->sequence != 7) std::abort();
    });
}

// Two frames of the smallest page; the fuzzer's changes are outside of the checksums, which is what damage
// does.
void log(fuzz::Choices& choices) {
    static const std::string sound = [] {
        std::string bytes("\x37\x7f\x06\x82\x00\x2d\xe2\x18\x00\x00\x02\x00\x00\x00\x00\x01saltsalt", 24);
        std::uint32_t a = 0, b = 0;
        const auto add = [&](const std::string& part) {
            for (std::size_t i = 0; i + 8 <= part.size(); i += 8) {
                a += store::getNumber<std::uint32_t>(part, i) + b;
                b += store::getNumber<std::uint32_t>(part, i + 4) + a;
            }
            store::putNumber(bytes, __builtin_bswap32(a));
            store::putNumber(bytes, __builtin_bswap32(b));
        };
        add(bytes.substr());
        for (const char page : {'\1', '\2'}) {
            const std::string head{'\0', '\0', '\0', page, '\0', '\0', '\0', page};
            const std::string content(512, page);
            std::string before = bytes;
            before += head + "saltsalt";
            bytes = before;
            add(head + content);
            bytes += content;
        }
        return bytes;
    }();
    const fuzz::MemoryFile whole(sound);
    if (store::inspectWal(whole.path()) != store::WalState::Sound) std::abort();
    const fuzz::MemoryFile file(fuzz::rawOrPatched(sound, choices));
    store::inspectWal(file.path());
}

struct Package {
    std::string manifest, readMe, readMeName, report = "%PDF-1.7 rapport";

    Package() {
        share::Manifest list;
        list.caseLabel = "Sag";
        list.createdAt = "2025-10-09T08:53:20Z";
        list.audience = "adviser";
        list.language = "da";
        list.custodyHead = std::string(64, 'a');
        list.files.push_back({"logskema.pdf",
                              base::toHex(base::sha256(report)),
                              report.size(),
                              "report",
                              "",
                              "",
                              {1, 2},
                              {3}});
        manifest = share::jsonOf(list).whole();
        readMeName = share::readMeName(list);
        readMe = share::packageReadMe(list, base::toHex(base::sha256(manifest))).whole();
    }
    std::string zip() const {
        std::string bytes(64 * 1024, '\0');
        std::size_t used = 0;
        archive* out = archive_write_new();
        archive_write_set_format_zip(out);
        archive_write_set_options(out, "zip:compression=store");
        if (archive_write_open_memory(out, bytes.data(), bytes.size(), &used) != ARCHIVE_OK) std::abort();
        for (const auto& [name, content] : {std::pair{std::string("logskema.pdf"), report},
                                            {std::string(share::kManifestName), manifest},
                                            {readMeName, readMe}}) {
            archive_entry* entry = archive_entry_new();
            archive_entry_set_pathname_utf8(entry, name.c_str());
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_perm(entry, 0600);
            archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
            archive_write_header(out, entry);
            archive_write_data(out, content.data(), content.size());
            archive_entry_free(entry);
        }
        archive_write_close(out);
        archive_write_free(out);
        bytes.resize(used);
        return bytes;
    }
};

void package(const Folder& folder, fuzz::Choices& choices) {
    static const Package sound;
    const fs::path root = folder.path / "pakke";
    const auto put = [&](const std::string& name, const std::string& bytes) {
        fs::create_directories(root);
        folder.put("pakke/" + name, bytes);
    };
    put("logskema.pdf", sound.report);
    put(sound.readMeName, sound.readMe);
    const std::string bytes = fuzz::rawOrPatched(sound.manifest, choices);
    put(share::kManifestName, bytes);
    base::Progress progress;
    const bool isSound = share::verifyPackage(root, progress).empty();
    if (isSound != (bytes == sound.manifest)) std::abort();
    onlyDamaged([&] {
        const auto list = share::manifestFromJson(bytes);
        share::packageReadMe(list, std::string(64, 'a')).whole();
        share::csvOf(list).whole();
        share::manifestFromJson(share::jsonOf(list).whole());
    });
}

void zip(fuzz::Choices& choices) {
    static const std::string sound = Package().zip();
    base::Progress progress;
    const std::string bytes = fuzz::rawOrPatched(sound, choices);
    const fuzz::MemoryFile file(bytes);
    onlyDamaged([&] {
        const bool isSound = share::verifyPackage(file.path(), progress).empty();
        if (bytes == sound && !isSound) std::abort();
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Folder folder;
    store::prepareCrypto();
    fuzz::Choices choices(data, size);
    switch (choices.byte() % 5) {
    case 0:
        state(folder, choices);
        break;
    case 1:
        anchor(folder, choices);
        break;
    case 2:
        log(choices);
        break;
    case 3:
        package(folder, choices);
        break;
    default:
        zip(choices);
    }
    return 0;
}
