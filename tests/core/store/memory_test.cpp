// SPDX-License-Identifier: GPL-3.0-or-later
// What stays in the memory of this process after a secret was used.
#include "core/base/secret_text.h"
#include "tests/core/store/store_support.h"

#include <cstdio>
#include <fstream>
#include <memory>

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace core::store;
using core::base::SecretText;

namespace {

constexpr char kMask = 0x5A;

// Text of which no other copy is in the program: its mask is what is kept.
SecretText unmasked(const std::string& masked) {
    SecretText text;
    for (const char c : masked) text.append(static_cast<char>(c ^ kMask));
    return text;
}

// Pages of its own, so that the scan does not find itself.
class Scan {
public:
    static constexpr std::size_t kSize = std::size_t{4} << 20;
    Scan()
        : buffer_(static_cast<char*>(
              mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))),
          memory_(open("/proc/self/mem", O_RDONLY | O_CLOEXEC)) {}
    ~Scan() {
        close(memory_);
        munmap(buffer_, kSize);
    }
    Scan(const Scan&) = delete;
    Scan& operator=(const Scan&) = delete;

    int copiesOf(const std::string& masked) {
        int copies = 0;
        std::ifstream maps("/proc/self/maps");
        for (std::string line; std::getline(maps, line);) {
            unsigned long from = 0, to = 0;
            char rights[5] = {};
            if (sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, rights) != 3 || rights[0] != 'r') continue;
            for (unsigned long at = from; at < to; at += kSize - masked.size())
                copies += inPart(at, std::min<unsigned long>(kSize, to - at), masked);
        }
        return copies;
    }

private:
    int inPart(unsigned long from, std::size_t size, const std::string& masked) {
        const auto own = reinterpret_cast<unsigned long>(buffer_);
        if (from < own + kSize && own < from + size) return 0; // adjoining pages are one region
        const ssize_t got = pread(memory_, buffer_, size, static_cast<off_t>(from));
        int copies = 0;
        for (ssize_t i = 0; i + static_cast<ssize_t>(masked.size()) <= got; ++i) {
            std::size_t same = 0;
            while (same < masked.size() &&
                   buffer_[static_cast<std::size_t>(i) + same] == static_cast<char>(masked[same] ^ kMask))
                ++same;
            if (same == masked.size()) ++copies;
        }
        explicit_bzero(buffer_, kSize);
        return copies;
    }

    char* buffer_;
    int memory_;
};

std::string maskedRandom() {
    std::string masked = "9?77?6"; // some letters, then what is new each time
    const std::string number = std::to_string(getpid() * 7919L);
    for (const char c : number) masked += static_cast<char>(c ^ kMask);
    // å, so that the normal form is made by ICU
    masked += static_cast<char>('\xC3' ^ kMask);
    masked += static_cast<char>('\xA5' ^ kMask);
    return masked;
}

} // namespace

TEST_CASE("a passphrase is nowhere in memory after the case was made, opened or given another one") {
    const std::string masked = maskedRandom();
    Scan scan;
    tests::TempFolder temp;
    const tests::FixedClock clock;
    {
        const SecretText alive = unmasked(masked);
        CHECK(scan.copiesOf(masked) >= 1); // the scan finds what is there
    }
    CHECK(scan.copiesOf(masked) == 0);
    const auto folder = temp.path() / "sag";
    auto store = CaseStore::create(folder, unmasked(masked).view(), "", "", KdfCost::Fast, clock);
    CHECK(scan.copiesOf(masked) == 0);
    store.reset();
    store = CaseStore::open(folder, unmasked(masked).view(), clock);
    CHECK(scan.copiesOf(masked) == 0);
    store->changePassphrase(unmasked(masked).view(), "en anden", KdfCost::Fast);
    CHECK(scan.copiesOf(masked) == 0);
    store.reset();
    CHECK(scan.copiesOf(masked) == 0);
}

TEST_CASE("an original is nowhere in memory after it was stored and read") {
    const std::string masked = maskedRandom() + maskedRandom();
    tests::TestCase t;
    Scan scan;
    {
        SecretText text;
        const SecretText unit = unmasked(masked);
        for (int i = 0; i < 5000; ++i) text.append(unit.view());
        core::base::MemorySource source(text.view());
        core::base::Progress progress;
        const auto stored = t.store->vault().store(source, progress);
        t.store->vault().check(stored.objectId, progress);
    }
    CHECK(scan.copiesOf(masked) == 0);
}
