// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_file.h"
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

} // namespace

TEST_CASE("the passphrase gives back the data key, another one does not") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "løgkage", KdfCost::Fast);
    CHECK(same(openKeyFile(file, "løgkage"), key));
    CHECK(codeThrown([&] { openKeyFile(file, "logkage"); }) == ErrorCode::WrongPassphrase);
    CHECK(codeThrown([&] { openKeyFile(file, ""); }) == ErrorCode::WrongPassphrase);
}

TEST_CASE("å typed as one or as two characters is the same passphrase") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "b\xC3\xA5t", KdfCost::Fast);
    CHECK(same(openKeyFile(file, "ba\xCC\x8At"), key));
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

TEST_CASE("the standard cost is that of the design and takes noticeable time", "[slow]") {
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "x", KdfCost::Standard);
    CHECK(same(openKeyFile(file, "x"), key));
    // Passes and memory stand in the first slot, which says what the file was made with.
    CHECK(file[16 + 8] == 3);
    CHECK(static_cast<unsigned char>(file[16 + 16 + 3]) == 0x10); // 0x10000000 bytes
}

TEST_CASE("a damaged or missing copy of the key file is made anew from the other one") {
    tests::TempFolder temp;
    const SecretKey key = SecretKey::random();
    const std::string file = sealKeyFile(key, "x", KdfCost::Fast);
    writeKeyFiles(temp.path(), file);
    REQUIRE(tests::readFile(temp.path() / "keys.bak") == file);
    bool restored = true;
    CHECK(same(openKeyFiles(temp.path(), "x", restored), key));
    CHECK_FALSE(restored);

    for (const char* victim : {"keys", "keys.bak"}) {
        tests::flipByte(temp.path() / victim, 100);
        CHECK_FALSE(keyFilesSound(temp.path()));
        CHECK(codeThrown([&] { openKeyFiles(temp.path(), "y", restored); }) == ErrorCode::WrongPassphrase);
        CHECK(same(openKeyFiles(temp.path(), "x", restored), key));
        CHECK(restored);
        CHECK(keyFilesSound(temp.path()));

        std::filesystem::remove(temp.path() / victim);
        CHECK(same(openKeyFiles(temp.path(), "x", restored), key));
        CHECK(tests::readFile(temp.path() / victim) == file);
    }
    tests::flipByte(temp.path() / "keys", 1);
    tests::flipByte(temp.path() / "keys.bak", 500);
    CHECK(codeThrown([&] { openKeyFiles(temp.path(), "x", restored); }) == ErrorCode::Damaged);
    CHECK(codeThrown([&] { openKeyFiles(temp.path() / "nowhere", "x", restored); }) == ErrorCode::NotFound);
}
