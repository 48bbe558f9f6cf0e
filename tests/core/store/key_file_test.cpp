// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bytes.h"
#include "core/store/key_file.h"
#include "core/store/recovery_code.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
using core::base::ErrorCode;
using tests::codeThrown;

namespace {

bool same(const SecretKey& a, const SecretKey& b) {
    return std::equal(a.data(), a.data() + SecretKey::kSize, b.data());
}

bool opensAlike(const std::filesystem::path& folder, const SecretKey& key, bool& restored) {
    const OpenedKeys keys = openKeyFiles(folder, "x");
    restored = keys.isOneCopy;
    restoreKeyFiles(folder, keys.bytes);
    return same(keys.dataKey, key);
}

} // namespace

TEST_CASE("the passphrase gives back the data key, another one does not") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "løgkage", KdfCost::Fast);
    CHECK(same(openKeyFile(file, "løgkage").dataKey, key));
    CHECK(codeThrown([&] { openKeyFile(file, "logkage"); }) == ErrorCode::WrongPassphrase);
    CHECK(codeThrown([&] { openKeyFile(file, ""); }) == ErrorCode::WrongPassphrase);
}

TEST_CASE("å typed as one or as two characters is the same passphrase") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "b\xC3\xA5t", KdfCost::Fast);
    CHECK(same(openKeyFile(file, "ba\xCC\x8At").dataKey, key));
}

TEST_CASE("any changed byte of a key file is damage, never a wrong passphrase") {
    const std::string file = sealKeyFile(SecretKey::random(), "x", KdfCost::Fast);
    for (std::size_t i = 0; i < file.size(); ++i) {
        std::string changed = file;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        INFO("byte " << i);
        REQUIRE(codeThrown([&] { openKeyFile(changed, "x"); }) == ErrorCode::Damaged);
    }
    CHECK(codeThrown([&] { openKeyFile(file.substr(0, 300), "x"); }) == ErrorCode::Damaged);
    CHECK(codeThrown([&] { openKeyFile("", "x"); }) == ErrorCode::Damaged);
}

TEST_CASE("subkeys differ from each other and from the data key, and are the same every time") {
    const SecretKey key = SecretKey::random();
    const SecretKey database = key.subkey(KeyPurpose::Database);
    CHECK(same(database, key.subkey(KeyPurpose::Database)));
    CHECK_FALSE(same(database, key.subkey(KeyPurpose::Objects)));
    CHECK_FALSE(same(database, key));
}

TEST_CASE("the standard cost is never below its floor and opens again", "[slow]") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "x", KdfCost::Standard);
    CHECK(same(openKeyFile(file, "x").dataKey, key));
    // Passes and memory stand in the first slot, which says what the file was made with.
    CHECK(getNumber<std::uint64_t>(file, 16 + 8) >= 3);
    CHECK(getNumber<std::uint64_t>(file, 16 + 16) >= std::uint64_t{64} << 20);
}

TEST_CASE("a damaged or missing copy of the key file is made anew from the other one") {
    tests::TempFolder temp;
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "x", KdfCost::Fast);
    writeKeyFiles(temp.path(), file);
    REQUIRE(tests::readFile(temp.path() / "keys.bak") == file);
    bool restored = true;
    CHECK(opensAlike(temp.path(), key, restored));
    CHECK_FALSE(restored);

    for (const char* victim : {"keys", "keys.bak"}) {
        tests::flipByte(temp.path() / victim, 100);
        CHECK_FALSE(keyFilesSound(temp.path()));
        CHECK(codeThrown([&] { openKeyFiles(temp.path(), "y"); }) == ErrorCode::WrongPassphrase);
        CHECK(opensAlike(temp.path(), key, restored));
        CHECK(restored);
        CHECK(keyFilesSound(temp.path()));

        std::filesystem::remove(temp.path() / victim);
        CHECK(opensAlike(temp.path(), key, restored));
        CHECK(tests::readFile(temp.path() / victim) == file);
    }
    tests::flipByte(temp.path() / "keys", 1);
    tests::flipByte(temp.path() / "keys.bak", 500);
    CHECK(codeThrown([&] { openKeyFiles(temp.path(), "x"); }) == ErrorCode::Damaged);
    CHECK(codeThrown([&] { openKeyFiles(temp.path() / "nowhere", "x"); }) == ErrorCode::NotFound);
}

TEST_CASE("of two sound copies the one of the later change opens the case, and the other is made from it") {
    tests::TempFolder temp;
    const SecretKey key = SecretKey::random();
    const std::string old = sealKeyFile(key, "old", KdfCost::Fast);
    const std::string changed = withPassphrase(old, key, "new", KdfCost::Fast);
    CHECK(generationOf(changed) == generationOf(old) + 1);
    for (const char* newer : {"keys", "keys.bak"}) {
        writeKeyFiles(temp.path(), old);
        temp.write(newer, changed);
        CHECK(codeThrown([&] { openKeyFiles(temp.path(), "old"); }) == ErrorCode::WrongPassphrase);
        CHECK(tests::readFile(temp.path() / newer) == changed);
        const OpenedKeys keys = openKeyFiles(temp.path(), "new");
        CHECK(same(keys.dataKey, key));
        CHECK(keys.isOneCopy);
        restoreKeyFiles(temp.path(), keys.bytes);
        CHECK(keys.generation == generationOf(changed));
        CHECK(tests::readFile(temp.path() / "keys") == changed);
        CHECK(tests::readFile(temp.path() / "keys.bak") == changed);
    }
}

TEST_CASE("a recovery code opens beside the passphrase, says so, and is dead after renewal or withdrawal") {
    const SecretKey key = SecretKey::random();
    const std::string plain = sealKeyFile(key, "x", KdfCost::Fast);
    CHECK_FALSE(hasRecovery(plain));
    const auto code = makeRecoveryCode(), next = makeRecoveryCode();
    const std::string file = withRecovery(plain, key, code.view());
    CHECK(hasRecovery(file));
    CHECK(openKeyFile(file, code.view()).slot == KeySlot::Recovery);
    CHECK(same(openKeyFile(file, code.view()).dataKey, key));
    CHECK(openKeyFile(file, "x").slot == KeySlot::Passphrase);
    CHECK(codeThrown([&] { openKeyFile(file, next.view()); }) == ErrorCode::WrongPassphrase);

    const std::string renewed = withRecovery(file, key, next.view());
    CHECK(codeThrown([&] { openKeyFile(renewed, code.view()); }) == ErrorCode::WrongPassphrase);
    CHECK(same(openKeyFile(renewed, next.view()).dataKey, key));
    // A new passphrase leaves the sheet as it is.
    CHECK(same(openKeyFile(withPassphrase(renewed, key, "y", KdfCost::Fast), next.view()).dataKey, key));
    const std::string withdrawn = withoutRecovery(renewed);
    CHECK(codeThrown([&] { openKeyFile(withdrawn, next.view()); }) == ErrorCode::WrongPassphrase);
    CHECK(same(openKeyFile(withdrawn, "x").dataKey, key));
    CHECK(generationOf(withdrawn) == 4);
}
