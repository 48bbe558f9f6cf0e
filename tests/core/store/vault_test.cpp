// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/object_format.h"
#include "core/store/vault.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <csignal>
#include <functional>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <sodium.h>
#include <sys/resource.h>

using namespace core::store;
using core::base::ErrorCode;
using tests::codeThrown;
namespace fs = std::filesystem;

namespace {

struct TestVault {
    tests::TempFolder temp;
    SecretKey key = SecretKey::random();
    Vault vault{temp.path() / "objects", key};
};

std::string readThrough(const Vault& vault, const std::string& id, std::size_t step) {
    const auto reader = vault.read(id);
    std::string all, buffer(step, '\0');
    while (const std::size_t n = reader->read(buffer.data(), step)) all.append(buffer, 0, n);
    return all;
}

bool opensWhole(const Vault& vault, const std::string& id) {
    core::base::Progress progress;
    return !codeThrown([&] { vault.check(id, progress); }).has_value();
}

std::size_t filesIn(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

// Gives some bytes, then does what the test says.
class TellingSource : public core::base::ByteSource {
public:
    TellingSource(std::size_t size, std::function<void()> then) : left_(size), then_(std::move(then)) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        if (left_ == 0) {
            then_();
            return 0;
        }
        const std::size_t n = std::min(left_, capacity);
        std::fill_n(buffer, n, 'x');
        left_ -= n;
        return n;
    }

private:
    std::size_t left_;
    std::function<void()> then_;
};

} // namespace

TEST_CASE("an original of any size comes back bit for bit, with its hash") {
    TestVault t;
    const std::size_t large = 1024 * 1024;
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kChunkSize - 9, kChunkSize - 8, kChunkSize - 7, kChunkSize - 1,
          kChunkSize, kChunkSize + 1, 2 * kChunkSize, large - 1, large, large + 1, 5 * large + 12345}) {
        INFO("size " << size);
        const std::string bytes = tests::patternBytes(size);
        const StoredObject object = tests::storeBytes(t.vault, bytes);
        CHECK(object.size == size);
        CHECK(object.sha256 == core::base::sha256(bytes));
        CHECK(readThrough(t.vault, object.objectId, 70001) == bytes);
        CHECK(t.vault.readRange(object.objectId, 0, size + 100) == bytes);
        const std::uint64_t onDisk = fs::file_size(t.vault.pathOf(object.objectId));
        CHECK(onDisk % (size <= large ? 65536 : large) == 0);
    }
}

TEST_CASE("a chunk is sealed as XChaCha20-Poly1305 of another library seals it, and that one's opens") {
    unsigned char keyBytes[SecretKey::kSize];
    for (std::size_t i = 0; i < sizeof keyBytes; ++i) keyBytes[i] = static_cast<unsigned char>(i * 7);
    const SecretKey key(keyBytes);
    const std::string id = "sixteen bytes id";
    const std::string header = makeObjectHeader(id);
    const ChunkCipher cipher(key, header);
    unsigned char own[SecretKey::kSize]; // the key of the object, as object_format.h says
    const auto* bytes = reinterpret_cast<const unsigned char*>(header.data());
    crypto_generichash(own, sizeof own, bytes, header.size(), key.data(), SecretKey::kSize);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65}, kChunkSize}) {
        for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{0x0102030405060708}}) {
            std::string plain(size, '\0');
            for (std::size_t i = 0; i < size; ++i) plain[i] = static_cast<char>(i * 31 + index);
            std::string data = id, expected(size + kTagSize, '\0'), nonce(24, '\0'), sealed, opened;
            for (int i = 0; i < 8; ++i) data += static_cast<char>(index >> (8 * i));
            nonce.replace(0, 8, data, id.size(), 8);
            data += '\1';
            const auto raw = [](std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); };
            crypto_aead_xchacha20poly1305_ietf_encrypt(raw(expected), nullptr, raw(plain), size, raw(data),
                                                       data.size(), nullptr, raw(nonce), own);
            cipher.seal(index, true, plain, sealed);
            CHECK(sealed == expected);
            CHECK(cipher.open(index, true, expected, opened));
            CHECK(opened == plain);
            CHECK_FALSE(cipher.open(index, false, expected, opened));
            CHECK(opened == std::string(size, '\0'));
        }
    }
}

TEST_CASE("the size of the file tells the true length only to 64 KiB or 1 MiB") {
    TestVault t;
    const auto sizeOnDisk = [&](std::size_t size) {
        return fs::file_size(t.vault.pathOf(tests::storeBytes(t.vault, tests::patternBytes(size)).objectId));
    };
    CHECK(sizeOnDisk(10) == sizeOnDisk(60000));
    CHECK(sizeOnDisk(3'200'000) == sizeOnDisk(3'900'000));
}

TEST_CASE("a layout exists for every length and none wastes more than it must") {
    for (std::uint64_t length = 0; length < 3'000'000; length += 997) {
        const std::uint64_t size = fileSizeFor(length);
        const ObjectLayout layout = layoutOfFile(size);
        REQUIRE(layout.isValid);
        REQUIRE(layout.lastPlain >= kLengthSize);
        REQUIRE(layout.lastPlain <= kChunkSize);
        REQUIRE(layout.plainSize >= length + kLengthSize);
        REQUIRE(size - length < 2 * 1024 * 1024 + 65536);
    }
}

TEST_CASE("a range is what lies there, from any offset, and ends with the original") {
    TestVault t;
    const std::string bytes = tests::patternBytes(3 * kChunkSize + 500);
    const std::string id = tests::storeBytes(t.vault, bytes).objectId;
    for (const std::uint64_t offset :
         {std::uint64_t{0}, std::uint64_t{kChunkSize - 3}, std::uint64_t{kChunkSize},
          std::uint64_t{2 * kChunkSize + 17}, std::uint64_t{bytes.size() - 1}})
        for (const std::uint64_t length : {1U, 6U, 300000U})
            CHECK(t.vault.readRange(id, offset, length) == bytes.substr(offset, length));
    CHECK(t.vault.readRange(id, bytes.size(), 10).empty());
    CHECK(t.vault.readRange(id, bytes.size() + 1'000'000, 10).empty());
    const auto reader = t.vault.read(id);
    char c = 0;
    reader->seek(kChunkSize * 2);
    REQUIRE(reader->read(&c, 1) == 1);
    CHECK(c == bytes[kChunkSize * 2]);
    reader->seek(5);
    REQUIRE(reader->read(&c, 1) == 1);
    CHECK(c == bytes[5]);
}

TEST_CASE("a changed byte anywhere in an object file is found") {
    TestVault t;
    const StoredObject object = tests::storeBytes(t.vault, tests::patternBytes(5 * kChunkSize + 1000));
    const std::string id = object.objectId;
    core::base::Progress progress;
    const StoredObject checked = t.vault.check(id, progress);
    CHECK(checked.sha256 == object.sha256);
    CHECK(checked.size == object.size);
    CHECK(progress.done() == object.size);
    const fs::path file = t.vault.pathOf(id);
    const std::uint64_t size = fs::file_size(file);
    std::set<std::uint64_t> places;
    for (std::uint64_t i = 0; i < kObjectHeaderSize + 4; ++i) places.insert(i);
    for (std::uint64_t i = 0; i < size; i += 9973) places.insert(i);
    for (std::uint64_t i = size - 40; i < size; ++i) places.insert(i);
    REQUIRE(opensWhole(t.vault, id));
    for (const std::uint64_t place : places) {
        tests::flipByte(file, place);
        INFO("byte " << place);
        CHECK_FALSE(opensWhole(t.vault, id));
        tests::flipByte(file, place);
    }
    CHECK(opensWhole(t.vault, id));
}

TEST_CASE("a cut, lengthened, swapped or foreign object file is found") {
    TestVault t;
    const std::string a = tests::storeBytes(t.vault, tests::patternBytes(4 * kChunkSize)).objectId;
    const std::string b = tests::storeBytes(t.vault, tests::patternBytes(4 * kChunkSize)).objectId;
    const std::string whole = tests::readFile(t.vault.pathOf(a));
    const auto put = [&](const std::string& bytes) {
        fs::remove(t.vault.pathOf(a));
        t.temp.write("objects/" + a.substr(0, 2) + "/" + a, bytes);
    };
    for (const std::size_t cut : {std::size_t{0}, std::size_t{63}, kObjectHeaderSize + kChunkSize + kTagSize,
                                  whole.size() - 65536, whole.size() - 1}) {
        put(whole.substr(0, cut));
        CHECK_FALSE(opensWhole(t.vault, a));
    }
    put(whole + std::string(65536, '\0'));
    CHECK_FALSE(opensWhole(t.vault, a));
    put(tests::readFile(t.vault.pathOf(b)));
    CHECK_FALSE(opensWhole(t.vault, a));
    std::string swapped = whole; // two chunks of the same object
    const std::size_t sealed = kChunkSize + kTagSize;
    swapped.replace(kObjectHeaderSize, sealed, whole, kObjectHeaderSize + sealed, sealed);
    swapped.replace(kObjectHeaderSize + sealed, sealed, whole, kObjectHeaderSize, sealed);
    put(swapped);
    CHECK_FALSE(opensWhole(t.vault, a));
    put(whole);
    CHECK(opensWhole(t.vault, a));
    const SecretKey other = SecretKey::random();
    CHECK_FALSE(opensWhole(Vault(t.temp.path() / "objects", other), a));
}

TEST_CASE("the same bytes stored twice are two files that share nothing") {
    TestVault t;
    const std::string bytes = tests::patternBytes(50000);
    const StoredObject a = tests::storeBytes(t.vault, bytes), b = tests::storeBytes(t.vault, bytes);
    REQUIRE(a.objectId != b.objectId);
    CHECK(a.objectId.find(core::base::toHex(a.sha256).substr(0, 8)) == std::string::npos);
    CHECK(tests::readFile(t.vault.pathOf(a.objectId)).substr(64, 256) !=
          tests::readFile(t.vault.pathOf(b.objectId)).substr(64, 256));
    CHECK(codeThrown([&] { t.vault.read(""); }) == ErrorCode::NotFound);
}

TEST_CASE(
    "an object has no place until it is given one, can be read all the while, and is only then listed") {
    TestVault t;
    const std::string a = tests::storeBytes(t.vault, "first").objectId;
    const std::string b = tests::storeBytes(t.vault, "second").objectId;
    CHECK(t.vault.objectIds().empty());
    CHECK(t.vault.readRange(a, 0, 9) == "first");
    t.vault.settle(a);
    CHECK(t.vault.objectIds() == std::vector<std::string>{a});
    CHECK(t.vault.readRange(a, 0, 9) == "first");
    t.vault.discard(a); // too late
    t.vault.discard(b);
    t.vault.discard("../../etc/passwd");
    CHECK(t.vault.readRange(a, 0, 9) == "first");
    CHECK(codeThrown([&] { t.vault.read(b); }) == ErrorCode::NotFound);
    t.vault.moveToLost(a);
    CHECK(t.vault.objectIds().empty());
    CHECK(fs::exists(t.temp.path() / "objects/lost" / a));
}

TEST_CASE("of what a killed program left, halves go and an object with a row gets its place") {
    TestVault t;
    const std::string kept = tests::storeBytes(t.vault, "with a row").objectId;
    const std::string other = tests::storeBytes(t.vault, "without").objectId;
    t.temp.write("objects/tmp/" + kept + ".part", "half");
    const auto hasRow = [&](const std::string& id) { return id == kept; };
    SECTION("where all is well the rest goes") {
        t.vault.clearLeftovers(hasRow, false);
        CHECK(t.vault.objectIds() == std::vector<std::string>{kept});
    }
    SECTION("where rows may be missing nothing whole goes") {
        t.vault.clearLeftovers(hasRow, true);
        CHECK(t.vault.objectIds().size() == 2);
        CHECK(t.vault.readRange(other, 0, 9) == "without");
    }
    CHECK(fs::is_empty(t.temp.path() / "objects/tmp"));
}

TEST_CASE("a cancelled or failing import leaves no file behind") {
    TestVault t;
    std::stop_source stop;
    core::base::Progress progress(stop.get_token());
    class Endless : public core::base::ByteSource {
    public:
        explicit Endless(std::stop_source& s) : stop_(s) {}
        std::size_t read(char* buffer, std::size_t capacity) override {
            if (++calls_ == 5) stop_.request_stop();
            std::fill_n(buffer, capacity, 'x');
            return capacity;
        }

    private:
        std::stop_source& stop_;
        int calls_ = 0;
    } endless(stop);
    CHECK(codeThrown([&] { t.vault.store(endless, progress); }) == ErrorCode::Cancelled);
    CHECK(progress.done() >= 4 * kChunkSize);
    CHECK(filesIn(t.temp.path()) == 0);

    TellingSource broken(400000, [] { throw core::base::Error(ErrorCode::Io, "the stick was pulled out"); });
    core::base::Progress fresh;
    CHECK(codeThrown([&] { t.vault.store(broken, fresh); }) == ErrorCode::Io);
    CHECK(filesIn(t.temp.path()) == 0);
}

TEST_CASE("a full disk is said so and leaves no file behind") {
    TestVault t;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 1'000'000; // the kernel refuses to write on, as it does on a full disk
    setrlimit(RLIMIT_FSIZE, &small);
    const auto code = codeThrown([&] { tests::storeBytes(t.vault, tests::patternBytes(3'000'000)); });
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(code == ErrorCode::NoSpace);
    CHECK(filesIn(t.temp.path()) == 0);
}
