// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/format/archive/archive_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/zip_bytes.h"

#include <map>

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;
using tests::zipBytes;

namespace {

struct Files : core::format::ChildSink {
    std::map<std::string, std::string> found;
    std::vector<core::model::Issue> issues;
    std::uint64_t total = 0;

    void child(const core::format::ChildFile& file, core::base::ByteSource& bytes) override {
        std::string all, piece(65536, '\0');
        while (const std::size_t n = bytes.read(piece.data(), piece.size())) {
            total += n;
            if (all.size() < (1U << 20U)) all.append(piece, 0, n);
        }
        found[file.path] = all;
    }
    void issue(const core::model::Issue& one) override { issues.push_back(one); }
    void position(std::uint64_t) override {}
};

Files unpack(const std::string& bytes, const core::format::AskPassphrase& ask = {}) {
    Files files;
    core::base::MemorySource source(bytes);
    core::format::ReadContext context;
    context.passphrase = ask;
    core::format::ArchiveReader().unpack(source, context, files);
    return files;
}

bool has(const Files& files, IssueCode code) { return tests::Collected::contains(files.issues, code); }

} // namespace

TEST_CASE("the files of an archive come out whole, under the names that it has") {
    for (const char* format : {"zip", "ustar", "7zip"}) {
        CAPTURE(format);
        const auto files =
            unpack(zipBytes({{"inbox/mads/besked.txt", "hej"}, {"tom", ""}, {"a/b", "x"}}, {}, format));
        REQUIRE(files.found.size() == 3);
        CHECK(files.found.at("inbox/mads/besked.txt") == "hej");
        CHECK(files.found.at("tom").empty());
        CHECK(files.issues.empty());
    }
}

TEST_CASE("no name in an archive leads out of it, and no two are one") {
    const auto files = unpack(zipBytes({{"../../etc/passwd", "1"},
                                        {"/root/x", "2"},
                                        {"C:\\Windows\\y", "3"},
                                        {"a/../b/z", "4"},
                                        {"./c//d", "5"},
                                        {"c/d", "6"},
                                        {"..", "7"}}));
    CHECK(files.found.at("passwd") == "1");
    CHECK(files.found.at("x") == "2");
    CHECK(files.found.at("y") == "3");
    CHECK(files.found.at("z") == "4");
    CHECK(files.found.at("c/d") == "5");
    CHECK(files.found.at("c/d (2)") == "6");
    CHECK(files.found.at("unnamed") == "7");
    CHECK(has(files, IssueCode::UnsafeName));
}

TEST_CASE("names are read as UTF-8 where the archive says so, whatever the locale") {
    const auto files = unpack(zipBytes({{"hoveddør/æøå 😀.txt", "x"}}));
    CHECK(files.found.contains("hoveddør/æøå 😀.txt"));
}

TEST_CASE("names of old archivers are read in the character set of DOS") {
    std::string bytes = zipBytes({{"b#r.txt", "x"}});
    for (std::size_t at = 0; (at = bytes.find("b#r", at)) != std::string::npos;) bytes[at + 1] = '\x91'; // æ
    CHECK(unpack(bytes).found.contains("bær.txt"));
}

TEST_CASE("a sealed archive asks, asks again where the answer is wrong, and says so where there is none") {
    const std::string bytes = zipBytes({{"sms.xml", "<smses/>"}, {"calls.xml", "<calls/>"}}, "rolig sol");
    std::vector<bool> asked;
    const auto files = unpack(bytes, [&](bool isAgain) -> std::optional<core::base::SecretText> {
        asked.push_back(isAgain);
        return core::base::SecretText(asked.size() == 1 ? "forkert" : "rolig sol");
    });
    CHECK(asked == std::vector<bool>{false, true});
    CHECK(files.found.at("sms.xml") == "<smses/>");
    CHECK(files.found.at("calls.xml") == "<calls/>");

    int times = 0;
    const auto declined = unpack(bytes, [&](bool) -> std::optional<core::base::SecretText> {
        ++times;
        return std::nullopt;
    });
    CHECK(times == 1);
    CHECK(declined.found.empty());
    CHECK(declined.issues.size() == 2);
    CHECK(has(declined, IssueCode::SealedContent));
    CHECK(has(unpack(bytes), IssueCode::SealedContent));
}

TEST_CASE("of a cut archive what is whole comes out, and the cut is said") {
    std::string noise;
    for (unsigned i = 0, x = 1; i < 200'000; ++i)
        noise += static_cast<char>((x = x * 1664525U + 1013904223U) >> 24U);
    const std::string whole = zipBytes({{"first.txt", "hej"}, {"second.bin", noise}});
    Files files;
    std::string error;
    try {
        files = unpack(whole.substr(0, whole.size() / 2));
    } catch (const core::base::Error& thrown) {
        error = thrown.what(); // the sink reads; who stores it says which file it was
    }
    CHECK((!error.empty() || has(files, IssueCode::Truncated)));
}

TEST_CASE("a bomb is stopped with a word about it") {
    const std::string zeros(64U << 20U, '\0');
    const std::string inner = zipBytes({{"zeros", zeros}});
    REQUIRE(inner.size() < zeros.size() / 500);
    tests::ZipFiles many;
    for (int i = 0; i < 20; ++i) many.emplace_back("zeros" + std::to_string(i), zeros);
    const auto files = unpack(zipBytes(many)); // 1.25 GiB out of a hundred kilobytes
    CHECK(has(files, IssueCode::TooLarge));
    CHECK(files.total <= (std::uint64_t{1} << 30U) + 65536);
}

TEST_CASE("what systems leave beside files does not come along") {
    const auto files = unpack(zipBytes({{"__MACOSX/._a.jpg", "x"}, {".DS_Store", "x"}, {"a.jpg", "x"}}));
    CHECK(files.found.size() == 1);
}

TEST_CASE("an archive that is cut or changed anywhere returns") {
    const std::string whole = zipBytes({{"a.txt", std::string(300, 'a')}, {"b/c.txt", "hej hej"}});
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same each time
    for (int i = 0; i < 2000; ++i) {
        std::string bytes = whole;
        if (i < static_cast<int>(whole.size()))
            bytes.resize(static_cast<std::size_t>(i));
        else
            bytes[random() % bytes.size()] = static_cast<char>(random());
        try {
            unpack(bytes);
        } catch (const core::base::Error& error) {
            CHECK(error.code() == core::base::ErrorCode::Unsupported);
        }
    }
}
