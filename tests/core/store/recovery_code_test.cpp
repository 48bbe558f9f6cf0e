// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_code.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
using State = RecoveryEntry::State;

namespace {

std::string without(std::string text, char what) {
    std::erase(text, what);
    return text;
}

std::string withDashes(std::string text) {
    for (char& c : text)
        if (c == ' ') c = '-';
    return text;
}

} // namespace

TEST_CASE("a code is typed with blanks, dashes, lines or nothing between its groups") {
    const std::string code(makeRecoveryCode().view());
    REQUIRE(code.size() == 8 * 6 + 7);
    const std::string digits = without(code, ' ');
    for (const std::string& typed : {code, digits, withDashes(code), " " + code + "\r\n",
                                     digits.substr(0, 24) + "\n" + digits.substr(24)}) {
        const RecoveryEntry entry = readRecoveryCode(typed);
        CHECK(entry.state == State::Sound);
        CHECK(entry.digits.view() == digits);
    }
    CHECK(code != std::string(makeRecoveryCode().view()));
}

TEST_CASE("every single wrong digit is found and its group named") {
    for (int round = 0; round < 5; ++round) {
        const std::string digits = without(std::string(makeRecoveryCode().view()), ' ');
        for (std::size_t i = 0; i < digits.size(); ++i) {
            for (char c = '0'; c <= '9'; ++c) {
                if (c == digits[i]) continue;
                std::string wrong = digits;
                wrong[i] = c;
                const RecoveryEntry entry = readRecoveryCode(wrong);
                REQUIRE(entry.state == State::WrongGroup);
                REQUIRE(entry.group == static_cast<int>(i / 6) + 1);
            }
        }
    }
}

TEST_CASE("every two neighbours swapped inside a group are found and the group named") {
    for (int round = 0; round < 50; ++round) {
        const std::string digits = without(std::string(makeRecoveryCode().view()), ' ');
        for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
            if (i % 6 == 5 || digits[i] == digits[i + 1]) continue;
            std::string wrong = digits;
            std::swap(wrong[i], wrong[i + 1]);
            const RecoveryEntry entry = readRecoveryCode(wrong);
            REQUIRE(entry.state == State::WrongGroup);
            REQUIRE(entry.group == static_cast<int>(i / 6) + 1);
        }
    }
}

TEST_CASE("groups in the wrong order, and groups with a digit too many or too few, are found") {
    const std::string code(makeRecoveryCode().view());
    for (std::size_t a = 0; a < 8; ++a) {
        for (std::size_t b = a + 1; b < 8; ++b) {
            std::string wrong = code;
            wrong.replace(a * 7, 6, code.substr(b * 7, 6)).replace(b * 7, 6, code.substr(a * 7, 6));
            CHECK(readRecoveryCode(wrong).state == State::WrongGroup);
            CHECK(readRecoveryCode(wrong).group == static_cast<int>(a) + 1);
        }
        std::string wrong = code;
        CHECK(readRecoveryCode(wrong.erase(a * 7, 1)).group == static_cast<int>(a) + 1);
        wrong = code;
        CHECK(readRecoveryCode(wrong.insert(a * 7, "1")).group == static_cast<int>(a) + 1);
    }
    CHECK(readRecoveryCode(without(code, ' ') + "1").state == State::WrongGroup);
    CHECK(readRecoveryCode(without(code, ' ').substr(1)).state == State::WrongGroup);
}

TEST_CASE("a passphrase is no code") {
    for (const char* text : {"", "tre grønne både", "1234567890", "- -",
                             "123456 123456 123456 123456 123456 123456 123456 12345x"})
        CHECK(readRecoveryCode(text).state == State::NoCode);
}
