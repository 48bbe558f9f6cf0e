// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/passphrase_doubt.h"

#include "core/base/secret_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

namespace core::base {
namespace {

// What is tried first by anybody who guesses, and what is near at hand in Danish.
constexpr std::array<std::string_view, 40> kFew{
    "abcdef",    "abcdefgh",  "adgangskode",  "admin",   "asdfghjkl", "computer",   "dagbog",
    "danmark",   "dragon",    "farmor",       "fodbold", "football",  "hemmelig",   "hund",
    "iloveyou",  "internet",  "jegelskerdig", "kode",    "kodeord",   "koebenhavn", "letmein",
    "logbog",    "master",    "monkey",       "mormor",  "password",  "passwort",   "princess",
    "prinsesse", "qwerty",    "qwertyuiop",   "skat",    "sommer",    "stalking",   "sunshine",
    "test",      "velkommen", "vinter",       "welcome", "zxcvbnm"};

// As foldForSearch does it for the letters of the list, but without a copy that stays behind. Blanks and
// marks of ASCII are dropped, other letters stay as they are.
SecretText foldedLetters(std::string_view passphrase, bool withDigits) {
    SecretText out = SecretText::ofCapacity(2 * passphrase.size());
    for (std::size_t pos = 0; pos < passphrase.size();) {
        const std::size_t from = pos;
        const char32_t letter = nextCodePoint(passphrase, pos);
        if (letter == U'å' || letter == U'Å') {
            out.append("aa");
        } else if (letter == U'æ' || letter == U'Æ' || letter == U'ä' || letter == U'Ä') {
            out.append("ae");
        } else if (letter == U'ø' || letter == U'Ø' || letter == U'ö' || letter == U'Ö') {
            out.append("oe");
        } else if (letter >= U'A' && letter <= U'Z') {
            out.append(static_cast<char>(letter - U'A' + U'a'));
        } else if ((letter >= U'a' && letter <= U'z') || letter >= 0x80 ||
                   (withDigits && letter >= U'0' && letter <= U'9')) {
            out.append(passphrase.substr(from, pos - from));
        }
    }
    return out;
}

// The same `unit` bytes over and over, the last time perhaps cut short.
bool repeats(std::string_view text, std::size_t unit) {
    for (std::size_t i = unit; i < text.size(); ++i)
        if (text[i] != text[i - unit]) return false;
    return text.size() > unit;
}

bool isOverAndOver(std::string_view text) {
    const std::size_t most = std::min<std::size_t>(text.size() / 2, kGoodPassphraseLetters - 1);
    for (std::size_t unit = 1; unit <= most; ++unit)
        if (repeats(text, unit)) return true;
    return false;
}

bool isRun(std::string_view text, int step) { // 123456789012, abcdefghijkl, 987654321098
    if (text.size() < 2) return false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool wraps =
            step > 0 ? text[i - 1] == '9' && text[i] == '0' : text[i - 1] == '0' && text[i] == '9';
        if (text[i] != text[i - 1] + step && !wraps) return false;
    }
    return true;
}

} // namespace

CommonPasswords::CommonPasswords() : words_(kFew.begin(), kFew.end()) {}

CommonPasswords CommonPasswords::load(const std::filesystem::path& file) {
    CommonPasswords common;
    std::ifstream in(file);
    std::vector<std::string> words;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) words.push_back(line);
    if (words.size() < kFew.size()) return common;
    words.insert(words.end(), kFew.begin(), kFew.end());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    common.words_ = std::move(words);
    return common;
}

bool CommonPasswords::contains(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word, std::less<>());
}

PassphraseDoubt doubtOf(std::string_view passphrase, const CommonPasswords& common) {
    const SecretText text = composed(passphrase);
    int letters = 0;
    for (std::size_t pos = 0; pos < text.size(); ++letters) nextCodePoint(text.view(), pos);
    if (letters < kGoodPassphraseLetters) return PassphraseDoubt::Short;
    const SecretText all = foldedLetters(text.view(), true);
    const SecretText word = foldedLetters(text.view(), false);
    const std::string_view half = word.view().substr(0, word.size() / 2);
    const bool isKnown =
        common.contains(all.view()) || common.contains(word.view()) ||
        (repeats(word.view(), half.size()) && word.size() == 2 * half.size() && common.contains(half));
    if (word.empty() || isKnown || isOverAndOver(text.view()) || isRun(all.view(), 1) ||
        isRun(all.view(), -1))
        return PassphraseDoubt::Common;
    return PassphraseDoubt::None;
}

} // namespace core::base
