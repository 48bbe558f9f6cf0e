// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finds the way on behind a value that is not read: one that nobody asked for, or one that is broken. Only
// brackets and quotes are looked at, in no memory.

#include "core/format/json/input.h"

namespace core::format::json {

constexpr bool isClosing(int c) { return c == '}' || c == ']'; }

// Passes over a whole value. False where the file ended inside it.
bool skipValue(Input& input);

enum class Recovered {
    AtNext,   // the next byte may begin the next value
    AtCloser, // the next byte closes the container that the broken value was in
    Ended,    // neither was found up to the end of the file
};

// Where a value stopped being readable.
struct Break {
    unsigned nest = 0;     // brackets of it that are open
    bool inString = false; // it stopped inside a string
    // A quote too many or too few turns text and structure over; where that may be so, both readings are
    // followed, and the first one that comes out where it should is taken.
    bool isDoubtful = true;
    char next = '{'; // what the value behind the comma begins with, if it is one of { [ "
};
Recovered recover(Input& input, const Break& at);

// To behind the next line end. False at the end of the file.
bool skipLine(Input& input);

} // namespace core::format::json
