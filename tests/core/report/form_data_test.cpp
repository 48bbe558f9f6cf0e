// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/report/form_data.h"
#include "tests/support/temp_folder.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("the form data has ten columns that fill the page and 26 types with a group each") {
    const report::FormData form = report::loadFormData(LOGBOG_ASSETS);
    CHECK(form.log.columns.size() == 10);
    double width = 0;
    for (const auto& column : form.log.columns) width += column.widthMm;
    CHECK(width == 267);
    CHECK(form.types.size() == 26);
    std::set<std::string> groups, codes;
    for (const auto& group : form.groups) groups.insert(group.code);
    for (const auto& type : form.types) {
        CAPTURE(type.code);
        CHECK(groups.contains(type.group));
        CHECK(codes.insert(type.code).second);
        CHECK(!type.danish.empty());
        CHECK(!type.english.empty());
    }
    CHECK(form.typeName("sms", base::Language::Danish) == "SMS/MMS");
    CHECK(form.typeName("no-such-type", base::Language::Danish) == "no-such-type");
    CHECK(form.groupOf("tracking") == "surveillance");
    CHECK(form.groupOf("no-such-type") == "other");
}

TEST_CASE("the help contacts have the emergency numbers, and say what is not confirmed") {
    const report::FormData form = report::loadFormData(LOGBOG_ASSETS);
    std::set<std::string> phones;
    for (const auto& contact : form.help) {
        phones.insert(contact.phone);
        if (contact.email == "Tregs@Vejle.dk") CHECK(contact.verify);
    }
    CHECK(phones.contains("112"));
    CHECK(phones.contains("114"));
    CHECK(phones.contains("76 81 80 98"));
}

TEST_CASE("emoji are put into words, each once, in the order of the text") {
    const report::FormData form = report::loadFormData(LOGBOG_ASSETS);
    CHECK(form.emojiIn("nu \u2764 og 🚗😡😡", base::Language::Danish) == "rødt hjerte, bil, vredt ansigt");
    CHECK(form.emojiIn("os 👨‍👩‍👧 i 🇩🇰", base::Language::Danish) ==
          "familie, Danmarks flag");
    CHECK(form.emojiIn("intet her", base::Language::Danish).empty());
}

TEST_CASE("damaged form data is an error with the name of the file") {
    const tests::TempFolder folder;
    CHECK_THROWS_AS(report::loadFormData(folder.path()), base::Error);
    for (const char* text : {"", "{", "[]", "{}", "{\"columns\": 3}"}) {
        CAPTURE(text);
        folder.write("logskema/dansk.json", text);
        try {
            report::loadFormData(folder.path());
            FAIL("no error");
        } catch (const base::Error& error) {
            CHECK(error.code() == base::ErrorCode::Damaged);
            CHECK(error.subject().ends_with("dansk.json"));
        }
    }
}
