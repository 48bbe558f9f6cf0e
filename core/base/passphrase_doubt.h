// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a passphrase is easy to guess: its length and a list of common ones decide. A warning, not a rule:
// no letters of one sort or another are asked for, and there is no score.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace core::base {

enum class PassphraseDoubt { None, Short, Common };

inline constexpr int kGoodPassphraseLetters = 12;

// Words as foldForSearch writes them (å as aa, ø as oe), sorted.
class CommonPasswords {
public:
    CommonPasswords(); // the few that the program knows by itself
    // One a line, sorted. Where the file is missing or is none, the few stay.
    static CommonPasswords load(const std::filesystem::path& file);

    bool contains(std::string_view foldedWord) const;
    std::size_t size() const { return words_.size(); }

private:
    std::vector<std::string> words_;
};

// Short: fewer than 12 letters. Common: a known one, with nothing but digits or marks added or once more
// behind itself; a run of the alphabet or of digits; the same few letters over and over; digits only.
PassphraseDoubt doubtOf(std::string_view passphrase, const CommonPasswords& common = CommonPasswords());

} // namespace core::base
