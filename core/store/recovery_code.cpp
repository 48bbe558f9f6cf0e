// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_code.h"

#include "core/base/utf8.h"
#include "core/store/secret_key.h"

#include <array>
#include <optional>

#include <sodium.h>

namespace core::store {

namespace {

constexpr std::size_t kAllDigits = std::size_t{kRecoveryGroups} * kRecoveryGroupDigits;
// With fewer or more digits than these it was not meant as a code: a passphrase of digits only.
constexpr std::size_t kFewest = kAllDigits - kRecoveryGroupDigits;
constexpr std::size_t kMost = kAllDigits + kRecoveryGroupDigits;

// H. Michael Damm's quasigroup of order 10 (totally anti-symmetric).
constexpr std::array<std::array<int, 10>, 10> kDamm{{{0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
                                                     {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                                                     {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
                                                     {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                                                     {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
                                                     {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                                                     {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
                                                     {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                                                     {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
                                                     {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}}};

// The state after the digits of a group; with its check digit behind them, 0.
int dammOf(std::string_view digits, int group) {
    int state = group;
    for (const char digit : digits)
        state = kDamm[static_cast<std::size_t>(state)][static_cast<std::size_t>(digit - '0')];
    return state;
}

bool isSeparator(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == U'-' || c == U'.' || c == 0xA0 ||
           c == 0x2010 || c == 0x2011 || c == 0x2013;
}

struct Typed {
    base::SecretText digits;
    std::array<std::size_t, kRecoveryGroups + 1> lengths{}; // of the groups as they were typed
    std::size_t groups = 0;
};

// None where anything but digits and separators stands there.
std::optional<Typed> digitsOf(std::string_view typed) {
    Typed out;
    bool isInGroup = false;
    for (std::size_t pos = 0; pos < typed.size();) {
        const char32_t c = base::nextCodePoint(typed, pos);
        if (isSeparator(c)) {
            isInGroup = false;
            continue;
        }
        if (c < U'0' || c > U'9') return std::nullopt;
        if (!isInGroup) ++out.groups;
        isInGroup = true;
        if (out.groups <= out.lengths.size()) ++out.lengths[out.groups - 1];
        out.digits.append(static_cast<char>(c));
    }
    if (out.digits.size() < kFewest || out.digits.size() > kMost) return std::nullopt;
    return out;
}

int wrongGroupOf(const Typed& typed) {
    if (typed.groups == kRecoveryGroups) {
        for (std::size_t i = 0; i < kRecoveryGroups; ++i)
            if (typed.lengths[i] != kRecoveryGroupDigits) return static_cast<int>(i) + 1;
    }
    for (int i = 0; i < kRecoveryGroups; ++i) {
        const auto from = static_cast<std::size_t>(i) * kRecoveryGroupDigits;
        const std::string_view group =
            from < typed.digits.size() ? typed.digits.view().substr(from, kRecoveryGroupDigits) : "";
        if (group.size() != kRecoveryGroupDigits || dammOf(group, i) != 0) return i + 1;
    }
    return typed.digits.size() == kAllDigits ? 0 : kRecoveryGroups;
}

} // namespace

RecoveryEntry readRecoveryCode(std::string_view typed) {
    RecoveryEntry entry;
    std::optional<Typed> found = digitsOf(typed);
    if (!found) return entry;
    entry.group = wrongGroupOf(*found);
    entry.state = entry.group == 0 ? RecoveryEntry::State::Sound : RecoveryEntry::State::WrongGroup;
    if (entry.group == 0) entry.digits = std::move(found->digits);
    return entry;
}

base::SecretText makeRecoveryCode() {
    prepareCrypto();
    base::SecretText code;
    for (int group = 0; group < kRecoveryGroups; ++group) {
        if (group > 0) code.append(' ');
        const std::size_t from = code.size();
        for (int i = 1; i < kRecoveryGroupDigits; ++i)
            code.append(static_cast<char>('0' + randombytes_uniform(10)));
        // Every row of the table has 0 in its own column: the state is its own check digit.
        code.append(static_cast<char>('0' + dammOf(code.view().substr(from), group)));
    }
    return code;
}

} // namespace core::store
