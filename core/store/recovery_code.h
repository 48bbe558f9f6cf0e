// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The code of a recovery sheet: eight groups of five random digits and a check digit, to be read aloud and
// typed with blanks, dashes or neither. 132 random bits, so that nothing has to be made slow to guess. The
// check digit (Damm, begun with the number of the group) finds every single wrong digit, every two
// neighbours swapped inside a group, and groups in the wrong order, and tells which group it is.

#include "core/base/secret_text.h"

#include <string_view>

namespace core::store {

inline constexpr int kRecoveryGroups = 8;
inline constexpr int kRecoveryGroupDigits = 6; // with the check digit

struct RecoveryEntry {
    enum class State {
        NoCode,     // something else: a passphrase
        Sound,      // a code; whether it opens the case is another matter
        WrongGroup, // meant as a code, but `group` is not right or has too many or too few digits
    };
    State state = State::NoCode;
    int group = 0;           // from 1
    base::SecretText digits; // of a sound one: 48
};

RecoveryEntry readRecoveryCode(std::string_view typed);
// A new one: groups with blanks between them.
base::SecretText makeRecoveryCode();

} // namespace core::store
