// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"
#include "ui/common/quick_exit.h"

#include <catch2/catch_test_macros.hpp>

using ui::common::TripleShift;

TEST_CASE("three presses of Shift alone leave, two do not") {
    TripleShift shift;
    CHECK_FALSE(shift.shiftPressed(1000));
    CHECK_FALSE(shift.shiftPressed(1300));
    CHECK(shift.shiftPressed(1600));
    CHECK_FALSE(shift.shiftPressed(1700)); // counting begins anew
}

TEST_CASE("capital letters and slow presses do not leave") {
    TripleShift shift;
    for (int i = 0; i < 6; ++i) {
        CHECK_FALSE(shift.shiftPressed(1000 + i * 100));
        shift.otherKey();
    }
    for (int i = 0; i < 6; ++i) CHECK_FALSE(shift.shiftPressed(5000 + i * 900));
}
