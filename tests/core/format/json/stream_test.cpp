// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/json/json_support.h"

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;
using core::model::IssueSeverity;
using tests::readJson;

namespace {

const std::string kThread = R"({
  "participants": [{"name": "Mette"}, {"name": "Jens"}],
  "messages": [
    {"sender": "Mette", "text": "hej [du] {der} \"x\""},
    {"sender": "Jens", "reactions": [{"by": "Mette"}]}
  ],
  "title": "Mette og Jens", "big": {"a": [1, {"b": "]}"}]}, "n": 17
})";

std::string cut(const std::string& bytes, std::size_t size) { return bytes.substr(0, size); }

} // namespace

TEST_CASE("elements of the chosen paths and the fields around them come in file order") {
    for (const std::size_t most : {1U, 3U, 7U, 100'000U}) {
        const auto seen = readJson(kThread, {"messages[]", "participants[]"}, most);
        REQUIRE(seen.elements.size() == 4);
        CHECK(seen.elements[0].path == 1);
        CHECK(seen.elements[0].place == "participants[]");
        CHECK(seen.elements[2].path == 0);
        CHECK(seen.elements[2].value.textOf("text") == "hej [du] {der} \"x\"");
        const auto& value = seen.elements[3].value;
        CHECK(kThread.substr(value.offset, value.length) ==
              R"({"sender": "Jens", "reactions": [{"by": "Mette"}]})");
        CHECK(seen.lines == std::vector<std::string>{"+", "+participants", "-participants", "+messages",
                                                     "-messages", "title=Mette og Jens", "n=17", "-"});
        CHECK(seen.told.issues.empty());
        CHECK(seen.told.reached == kThread.size());
    }
}

TEST_CASE("paths lead through lists of objects and through names that are not known") {
    const std::string chats =
        R"({"chats": {"about": "x", "list": [{"id": 1, "messages": [{"t": 1}]}, {"id": 2, "messages": [{"t": 2}, {"t": 3}]}]}})";
    const auto seen = readJson(chats, {"chats.list[].messages[]"});
    REQUIRE(seen.elements.size() == 3);
    CHECK(seen.elements[0].place == "chats.list[].messages[]");
    CHECK(seen.lines == std::vector<std::string>{
                            "+", "+chats", "chats.about=x", "+chats.list", "+chats.list[]",
                            "chats.list[].id=1", "+chats.list[].messages", "-chats.list[].messages",
                            "-chats.list[]", "+chats.list[]", "chats.list[].id=2", "+chats.list[].messages",
                            "-chats.list[].messages", "-chats.list[]", "-chats.list", "-chats", "-"});

    const auto names = readJson(R"({"mette.h": [{"a": 1}], "[]": [{"a": 2}], "x": {"a": []}})", {"*[]"});
    REQUIRE(names.elements.size() == 2);
    CHECK(names.elements[0].place == "mette.h[]");
    CHECK(readJson(R"({"[]": 1})", {"[]"}).elements.empty());
    CHECK(readJson(R"([1, "a", {}])", {"[]"}).elements.size() == 3);
    CHECK(readJson(R"({"a": 1})", {""}).elements.size() == 1);
}

TEST_CASE("a file that was cut gives what is whole and says where the rest began") {
    const auto all = readJson(kThread, {"messages[]"});
    for (std::size_t size = 1; size < kThread.size(); ++size) {
        const auto seen = readJson(cut(kThread, size), {"messages[]"});
        for (std::size_t i = 0; i < seen.elements.size(); ++i)
            CHECK(seen.elements[i].value.length == all.elements[i].value.length);
        REQUIRE(seen.told.issues.size() == 1);
        CHECK(seen.told.issues[0].code == IssueCode::Truncated);
        CHECK(seen.told.issues[0].offset <= size);
    }
    const std::size_t second = kThread.find(R"({"sender": "Jens")");
    const auto seen = readJson(cut(kThread, second + 20), {"messages[]"});
    CHECK(seen.elements.size() == 1);
    CHECK(seen.told.issues[0].offset == second);
    CHECK(seen.told.issues[0].severity == IssueSeverity::Skipped);
    CHECK(seen.told.issues[0].detail == "messages[]");
}

TEST_CASE("a broken element is skipped with its place and the next one is read") {
    const std::string before = R"({"messages": [{"n": 1, "t": "a"}, )";
    const std::string after = R"(, {"n": 3, "t": "c, \"d\": {"}, {"n": 4}], "title": "x"})";
    for (const std::string broken : {
             R"({"n": 2, "t": b"})",             // a quote that is missing
             R"({"n": 2, "t": "b, "u": "v"})",   //
             R"({"n": 2, "t": "b"", "u": "v"})", // one too many
             R"({"n": 2, "t" "b"})",
             R"({"n": 2, "t": "b", "u": [1, 2, x]})",
             R"({"n": 2, t: {"u": "},"}})",
             R"({"n": })",
             R"({2})",
             R"(@)",
             R"({"n": 2@3})",
         }) {
        CAPTURE(broken);
        for (const std::size_t most : {1U, 100'000U}) {
            const auto seen = readJson(before + broken + after, {"messages[]"}, most);
            REQUIRE(seen.elements.size() == 3);
            CHECK(seen.elements[1].value.integerOf("n") == 3);
            CHECK(seen.lines.back() == "-");
            CHECK(seen.lines[seen.lines.size() - 2] == "title=x");
            REQUIRE(seen.told.issues.size() == 1);
            CHECK(seen.told.issues[0].code == IssueCode::Malformed);
            CHECK(seen.told.issues[0].severity == IssueSeverity::Skipped);
            CHECK(seen.told.issues[0].offset == before.size());
        }
    }
}

TEST_CASE("a quote missing before the end of an element costs the next one, and no more") {
    const auto seen =
        readJson(R"({"messages": [{"t": "b}, {"t": "c"}, {"t": "d"}, {"t": "e"}]})", {"messages[]"});
    REQUIRE(seen.elements.size() == 2);
    CHECK(seen.elements[0].value.textOf("t") == "d");
    CHECK(seen.told.issues.size() == 1);
}

TEST_CASE("a broken field beside the way costs only itself") {
    const auto seen =
        readJson(R"({"a": x, "b": , c, "d": "1" 2, "messages": [{"n": 1}], "e": "f"})", {"messages[]"});
    CHECK(seen.elements.size() == 1);
    CHECK(seen.lines.back() == "-");
    CHECK(seen.lines[seen.lines.size() - 2] == "e=f");
    CHECK(seen.told.has(IssueCode::Malformed));
    CHECK_FALSE(seen.told.has(IssueCode::Truncated));
}

TEST_CASE("an element beyond a bound is skipped with its place, text that looks like structure and all") {
    core::format::json::Limits limits;
    limits.depth = 3;
    limits.bytes = 200;
    limits.nodes = 20;
    const std::string deep = R"({"a": [[[[["}]"]]]], 1], "b": "{"})";
    const std::string large = R"({"a": ")" + std::string(300, 'x') + R"(\"}, {\"n\": 9}"})";
    std::string many = R"({"a": [)";
    for (int i = 0; i < 30; ++i) many += "1,";
    many += "1]}";
    for (const auto& [bytes, code] : std::vector<std::pair<std::string, IssueCode>>{
             {deep, IssueCode::TooDeep}, {large, IssueCode::TooLarge}, {many, IssueCode::TooLarge}}) {
        const auto seen =
            readJson(R"({"messages": [)" + bytes + R"(, {"n": 2}]})", {"messages[]"}, 5, limits);
        REQUIRE(seen.elements.size() == 1);
        CHECK(seen.elements[0].value.integerOf("n") == 2);
        REQUIRE(seen.told.issues.size() == 1);
        CHECK(seen.told.issues[0].code == code);
        CHECK(seen.told.issues[0].offset == 14);
    }
}

TEST_CASE("a large thing that nobody asked for, and a long name, take no memory and do no harm") {
    std::string bytes = R"({"other": [)";
    for (int i = 0; i < 200'000; ++i) bytes += R"({"a": "}"},)";
    bytes += R"(0], "messages": [{"n": 1}]})";
    CHECK(readJson(bytes, {"messages[]"}).elements.size() == 1);
    core::format::json::Limits limits;
    limits.bytes = 100;
    const auto seen = readJson("{\"" + std::string(1000, 'k') + R"(": 1, "messages": [{"n": 1}]})",
                               {"messages[]"}, 9, limits);
    CHECK(seen.elements.size() == 1);
    CHECK(seen.told.has(IssueCode::TooLarge));
}

TEST_CASE("nesting without end returns") {
    std::string deep;
    for (int i = 0; i < 300'000; ++i) deep += "[{\"a\":";
    CHECK(readJson(deep, {"[].a[]", "[]"}).told.has(IssueCode::Truncated));
    CHECK(readJson(R"({"messages": )" + deep, {"messages[]"}).told.has(IssueCode::TooDeep));
}

TEST_CASE("junk in place of a document is said once") {
    for (const char* junk : {"]", ",", "}{", "hej med dig", "<html>"}) {
        const auto seen = readJson(junk, {"messages[]"});
        CHECK(seen.elements.empty());
        CHECK_FALSE(seen.told.issues.empty());
    }
    CHECK(readJson(R"({"messages": [1]} {"messages": [2]})", {"messages[]"}).elements.size() == 2);
}

TEST_CASE("one value a line: a line that is none costs nothing but itself") {
    const std::string lines =
        "\xEF\xBB\xBF{\"n\": 1}\r\n\n{\"n\": 2, \"t\": \"x}\n{\"n\": 3}\n[1, \n{\"n\": 4} x\n"
        "{\"n\": 5, \"t\": \"\\n\"} \n{\"n\": 6";
    const auto seen = tests::readJsonLines(lines);
    REQUIRE(seen.elements.size() == 3);
    CHECK(seen.elements[1].value.integerOf("n") == 3);
    CHECK(seen.elements[2].value.integerOf("n") == 5);
    REQUIRE(seen.told.issues.size() == 4);
    CHECK(seen.told.issues[0].offset == lines.find("{\"n\": 2"));
    CHECK(seen.told.issues[3].code == IssueCode::Truncated);
    CHECK(seen.told.issues[3].offset == lines.find("{\"n\": 6"));
}
