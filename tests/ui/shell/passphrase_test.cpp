// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passphrase.h"

#include <catch2/catch_test_macros.hpp>

using ui::shell::doubtOf;
using ui::shell::PassphraseDoubt;

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
