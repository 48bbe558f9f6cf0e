// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passphrase.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace ui::shell {
namespace {

// Folded. What is tried first by anybody who guesses, and what is near at hand in Danish.
constexpr std::array<std::string_view, 40> kCommon{
    "password",     "passwort",  "adgangskode", "kodeord",  "kode",     "hemmelig",   "qwerty",
    "qwertyuiop",   "asdfghjkl", "zxcvbnm",     "letmein",  "welcome",  "velkommen",  "iloveyou",
    "jegelskerdig", "skat",      "sommer",      "vinter",   "danmark",  "koebenhavn", "fodbold",
    "football",     "monkey",    "dragon",      "master",   "admin",    "test",       "logbog",
    "dagbog",       "stalking",  "abcdef",      "abcdefgh", "sunshine", "princess",   "prinsesse",
    "hund",         "mormor",    "farmor",      "computer", "internet"};

std::string lettersOnly(const std::string& folded) {
    std::string out;
    for (const char letter : folded)
        if (letter >= 'a' && letter <= 'z') out += letter;
    return out;
}

bool repeats(std::string_view text) {
    for (const std::size_t unit : {1U, 2U}) {
        bool same = text.size() > unit;
        for (std::size_t i = unit; i < text.size() && same; ++i) same = text[i] == text[i - unit];
        if (same) return true;
    }
    return false;
}

bool isRun(std::string_view text) { // 123456789012, abcdefghijkl
    if (text.size() < 2) return false;
    for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] != text[i - 1] + 1 && !(text[i - 1] == '9' && text[i] == '0')) return false;
    return true;
}

} // namespace

PassphraseDoubt doubtOf(std::string_view passphrase) {
    std::size_t letters = 0;
    for (std::size_t pos = 0; pos < passphrase.size(); ++letters) core::base::nextCodePoint(passphrase, pos);
    if (letters < kGoodPassphraseLetters) return PassphraseDoubt::Short;
    const std::string folded = core::base::foldForSearch(passphrase);
    const std::string word = lettersOnly(folded);
    if (repeats(folded) || isRun(folded) || word.empty()) return PassphraseDoubt::Common;
    if (std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end()) return PassphraseDoubt::Common;
    return PassphraseDoubt::None;
}

} // namespace ui::shell
