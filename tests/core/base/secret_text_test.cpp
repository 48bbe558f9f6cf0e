// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_text.h"
#include "core/base/utf8.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

using core::base::composed;
using core::base::SecretText;

TEST_CASE("a secret grows, moves and is cleared") {
    SecretText text;
    CHECK(text.empty());
    std::string expected;
    for (int i = 0; i < 10000; ++i) {
        text.append(static_cast<char>('a' + i % 26));
        expected += static_cast<char>('a' + i % 26);
    }
    CHECK(text.view() == expected);
    SecretText other = std::move(text);
    CHECK(other.view() == expected);
    const char* bytes = other.data();
    other.clear();
    CHECK(other.empty());
    CHECK(std::string(bytes, 10) == std::string(10, '\0'));
    other = SecretText("x");
    CHECK(other.view() == "x");
}

TEST_CASE("a secret is composed as any other text is") {
    for (const char* text : {"", "plain", "ba\xCC\x8At", "b\xC3\xA5t", "\xFF\xFE broken \xC3", "\xE2\x84\xAB",
                             "\xF0\x9D\x85\xA0 \xEF\xAC\xAC", "e\xCC\x81\xCC\xA3"})
        CHECK(composed(text).view() == core::base::toNfc(text));
}
