// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/party.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::model;

TEST_CASE("all spellings of a Danish number are one number") {
    for (const char* written : {"+4512345678", "004512345678", "12 34 56 78", "12345678", "+45 12-34-56-78",
                                "45 12345678", "\xE2\x80\xAA+45 12 34 56 78\xE2\x80\xAC",
                                "12\xC2\xA0"
                                "34\xC2\xA0"
                                "56\xC2\xA0"
                                "78"})
        CHECK(normalizeIdentifier(IdentifierKind::Phone, written) == "+4512345678");
}

TEST_CASE("foreign numbers, short codes and named senders keep apart") {
    CHECK(normalizeIdentifier(IdentifierKind::Phone, "+46701234567") == "+46701234567");
    CHECK(normalizeIdentifier(IdentifierKind::Phone, "1220") == "1220");
    CHECK(normalizeIdentifier(IdentifierKind::Phone, "PostNord") == "postnord");
    CHECK(normalizeIdentifier(IdentifierKind::Phone, "").empty());
    CHECK(normalizeIdentifier(IdentifierKind::Phone, "+4512345678") !=
          normalizeIdentifier(IdentifierKind::Phone, "+4612345678"));
}

TEST_CASE("mail addresses are equal whatever their case") {
    CHECK(normalizeIdentifier(IdentifierKind::Email, " Anna.Lind@Example.ORG ") == "anna.lind@example.org");
    CHECK(guessIdentifierKind("a@b.dk") == IdentifierKind::Email);
    CHECK(guessIdentifierKind("+45 12 34 56 78") == IdentifierKind::Phone);
    CHECK(guessIdentifierKind("m.holm_82") == IdentifierKind::Profile);
}
