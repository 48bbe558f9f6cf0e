// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/visible_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("a text is blank where nothing of it leaves a mark on paper") {
    for (const char* text : {"", " ", "\t \r\n", "\u00a0\u2003\u3000", "\u200b\u200e\ufeff", "\u2028\u2029",
                             "\u3164\u2800", "\u00ad"}) {
        CAPTURE(text);
        CHECK(base::isBlank(text));
    }
    for (const char* text : {"a", " .", "\u200b1", "\x0b", "\x7f", "🙏", "\xff", "ا"}) {
        CAPTURE(text);
        CHECK_FALSE(base::isBlank(text));
    }
}

TEST_CASE("a text runs from left to right where no letter or sign of it runs the other way") {
    CHECK(base::runsLeftToRight("Hej 🙏 12"));
    CHECK(base::runsLeftToRight("家の前で"));
    CHECK_FALSE(base::runsLeftToRight("Hej שלום"));
    CHECK_FALSE(base::runsLeftToRight("من"));
    CHECK_FALSE(base::runsLeftToRight("Hej \u2067x"));
}
