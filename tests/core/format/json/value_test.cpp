// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/json/json_support.h"

#include <catch2/catch_test_macros.hpp>

namespace json = core::format::json;

namespace {

json::Value whole(std::string_view bytes) {
    auto value = json::parse(bytes);
    REQUIRE(value);
    return *value;
}

} // namespace

TEST_CASE("every kind of value comes out with its place") {
    const std::string_view bytes = R"( {"a": [1, -2.50e+3, true, false, null], "b": {"c": "x"}} )";
    const auto value = whole(bytes);
    REQUIRE(value.isObject());
    CHECK(value.offset == 1);
    CHECK(value.length == bytes.size() - 2);
    const json::Value* list = value.find("a");
    REQUIRE(list != nullptr);
    REQUIRE(list->items.size() == 5);
    CHECK(bytes.substr(list->offset, list->length) == "[1, -2.50e+3, true, false, null]");
    CHECK(list->items[0].integer() == 1);
    CHECK(list->items[1].text == "-2.50e+3");
    CHECK_FALSE(list->items[1].integer());
    CHECK(list->items[2].isTrue());
    CHECK(list->items[3].kind == json::Value::Kind::False);
    CHECK(list->items[4].kind == json::Value::Kind::Null);
    CHECK(value.find("b")->textOf("c") == "x");
    CHECK(value.find("d") == nullptr);
    CHECK(value.textOf("a").empty());
}

TEST_CASE("a number keeps its text and every digit of 64 bits") {
    const auto value =
        whole(R"({"id": 1234567890123456789, "s": "9007199254740993", "big": 99999999999999999999})");
    CHECK(value.integerOf("id") == 1234567890123456789);
    CHECK(value.integerOf("s") == 9007199254740993);
    CHECK_FALSE(value.integerOf("big"));
    CHECK(value.find("big")->text == "99999999999999999999");
}

TEST_CASE("the last of two members of one name counts") {
    CHECK(whole(R"({"a": 1, "a": 2})").integerOf("a") == 2);
}

TEST_CASE("escapes and pairs become the characters they mean") {
    const auto value =
        whole(R"(["\u00e6\u00f8\u00e5 \"\\\/\b\f\n\r\t", "\ud83d\ude00", "blåbærgrød 😀", "\u0000"])");
    CHECK(value.items[0].text == "æøå \"\\/\b\f\n\r\t");
    CHECK(value.items[1].text == "😀");
    CHECK(value.items[2].text == "blåbærgrød 😀");
    CHECK(value.items[3].text == std::string(1, '\0'));
    CHECK_FALSE(value.repaired);
}

TEST_CASE("half a pair, bytes that are no UTF-8 and unknown escapes are replaced and said") {
    for (const auto& [bytes, text] : std::vector<std::pair<std::string, std::string>>{
             {R"("a\ud83db")", "a\xEF\xBF\xBD"
                               "b"},
             {R"("\ude00")", "\xEF\xBF\xBD"},
             {R"("\ud83d\ud83d\ude00")", "\xEF\xBF\xBD😀"},
             {R"("\ud83d\n")", "\xEF\xBF\xBD\n"},
             {R"("\ud83d")", "\xEF\xBF\xBD"},
             {"\"\xE6\"", "\xEF\xBF\xBD"},
             {R"("\u12")", "\xEF\xBF\xBD"},
             {R"("\q")", "q"},
         }) {
        CAPTURE(bytes);
        const auto value = whole("[{\"k\": " + bytes + "}]");
        CHECK(value.items[0].textOf("k") == text);
        CHECK(value.repaired);
        CHECK(value.items[0].repaired);
    }
}

TEST_CASE("control characters are read both raw and in the way that is no JSON") {
    const auto value = whole("[\"a\\x0Bb\\x1f\", \"line\nline\tx\", \"\\x\"]");
    CHECK(value.items[0].text == "a\x0B"
                                 "b\x1F");
    CHECK_FALSE(value.items[0].repaired);
    CHECK(value.items[1].text == "line\nline\tx");
    CHECK_FALSE(value.items[1].repaired);
    CHECK(value.items[2].repaired);
}

TEST_CASE("a byte order mark, commas too many and a comma too few do no harm") {
    CHECK(whole("\xEF\xBB\xBF[1,,2,]").items.size() == 2);
    CHECK(whole("[{} {}]").items.size() == 2);
    CHECK(whole("{\"a\":1,\"b\":NaN,}").find("b")->text == "NaN");
}

TEST_CASE("what is no JSON is none") {
    for (const char* bytes : {"", " ", "{", "[1", "{\"a\"}", "{\"a\":}", "{a:1}", "[\"x]", "tru", "[nul]",
                              "1 2", "[1}", "{\"a\":1]", "\"\\", "\"\\u00"})
        CHECK_FALSE(json::parse(bytes));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += '[';
    CHECK_FALSE(json::parse(deep));
}
