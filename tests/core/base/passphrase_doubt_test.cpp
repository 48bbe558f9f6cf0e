// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/passphrase_doubt.h"
#include "core/base/utf8.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <fstream>

#include <catch2/catch_test_macros.hpp>

using core::base::CommonPasswords;
using core::base::doubtOf;
using core::base::PassphraseDoubt;

TEST_CASE("a passphrase under twelve letters is called short") {
    CHECK(doubtOf("") == PassphraseDoubt::Short);
    CHECK(doubtOf("hest bil gul") == PassphraseDoubt::None);
    CHECK(doubtOf("hest bil gu") == PassphraseDoubt::Short);
    // Letters, not bytes: eleven letters of two bytes each are still eleven.
    CHECK(doubtOf("æøåæøåæøåæø") == PassphraseDoubt::Short);
}

TEST_CASE("a known word stays a known word with digits and marks around it") {
    CHECK(doubtOf("adgangskode2024!") == PassphraseDoubt::Common);
    CHECK(doubtOf("Password12345") == PassphraseDoubt::Common);
    CHECK(doubtOf("KØBENHAVN-2025") == PassphraseDoubt::Common);
}

TEST_CASE("repetitions, runs and bare numbers are easy to guess") {
    CHECK(doubtOf("aaaaaaaaaaaa") == PassphraseDoubt::Common);
    CHECK(doubtOf("abababababab") == PassphraseDoubt::Common);
    CHECK(doubtOf("123456789012") == PassphraseDoubt::Common);
    CHECK(doubtOf("200420042004") == PassphraseDoubt::Common);
}

TEST_CASE("four random words are not doubted") {
    CHECK(doubtOf("kaffe vindue cykel torsdag") == PassphraseDoubt::None);
    CHECK(doubtOf("grøn-stol-regn-lampe") == PassphraseDoubt::None);
}

TEST_CASE("a known word twice and a run backwards are easy to guess, letters of another alphabet are not") {
    CHECK(doubtOf("sommer sommer 2024") == PassphraseDoubt::Common);
    CHECK(doubtOf("987654321098") == PassphraseDoubt::Common);
    CHECK(doubtOf("fireogtyveabcabcabcabc") == PassphraseDoubt::None);
    CHECK(doubtOf("четыре слова подряд") == PassphraseDoubt::None);
}

TEST_CASE("the list that is shipped is folded, sorted, free of doubles, and several hundred long") {
    std::ifstream in(LOGBOG_ASSETS "/passwords/common.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    CHECK(lines.size() > 500);
    CHECK(std::is_sorted(lines.begin(), lines.end()));
    CHECK(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
    for (const std::string& line : lines) CHECK(line == core::base::foldForSearch(line));
    const auto common = CommonPasswords::load(LOGBOG_ASSETS "/passwords/common.txt");
    CHECK(doubtOf("1q2w3e4r5t6y7u", common) == PassphraseDoubt::Common);
    CHECK(doubtOf("Brøndby-IF-1964", common) == PassphraseDoubt::Common);
    CHECK(doubtOf("kaffe vindue cykel torsdag", common) == PassphraseDoubt::None);
}

TEST_CASE("without the list the few words that are built in are known") {
    const auto common = CommonPasswords::load("/nowhere/common.txt");
    CHECK(common.size() == CommonPasswords().size());
    CHECK(common.contains("adgangskode"));
    const tests::TempFolder folder;
    CHECK(CommonPasswords::load(folder.write("junk", "x\n")).contains("adgangskode"));
}
