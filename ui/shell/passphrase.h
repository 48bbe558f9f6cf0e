// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a passphrase is easy to guess. A warning, not a rule, and no score.

#include <string_view>

namespace ui::shell {

enum class PassphraseDoubt { None, Short, Common };

inline constexpr int kGoodPassphraseLetters = 12;

// Short: fewer than 12 letters. Common: a known one with nothing but digits or marks added, or one letter or
// pair of letters over and over.
PassphraseDoubt doubtOf(std::string_view passphrase);

} // namespace ui::shell
