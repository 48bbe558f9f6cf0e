// SPDX-License-Identifier: GPL-3.0-or-later
// Samples that nobody here wrote; skipped where LOGBOG_CORPUS is unset.
#include "tests/core/format/whatsapp/whatsapp_support.h"
#include "tests/support/corpus.h"

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

using core::model::ItemKind;

// Three lines of each sample are none of a person: a group that was made, somebody who was added, and
// "John Doe:." without a blank behind the colon, which its own reader leaves out as well.
TEST_CASE("the samples of chat-miner give the messages that their own list gives, in every layout") {
    const std::filesystem::path corpus = tests::corpusRoot();
    struct Expected {
        const char* local;
        const char* from;
        const char* text;
    };
    const Expected expected[] = {
        {"2019-01-01T10:25:00Z", "John Doe", "Lorem ipsum dolor sit amet."},
        {"2019-01-30T19:49:00Z", "Jahn Doe",
         "Lorem ipsum dolor sit amet,\nconsectetur adipiscing elit. Duis libero."},
        {"2020-06-10T13:55:00Z", "John-John Doe", "Lorem ipsum : dolor sit amet."},
        {"2021-12-10T09:10:00Z", "John Doe 🤓", "Lorem ipsum 🤓"},
        {"2021-12-20T11:10:00Z", "🤓", "Lorem ipsum 🤓"},
        {"2021-12-30T21:01:00Z", "John Doe",
         "Lorem ipsum dolor sit amet,\nconsectetur adipiscing elit. Duis libero."},
    };
    for (const char* name : {"test_mmddyy_24hrs.txt", "test_ddmmyy_24hrs.txt", "test_[mmddyy]_24hrs.txt",
                             "test_yyyymmdd_24hrs.txt", "test_mmddyyyy_12hrs.txt"}) {
        CAPTURE(name);
        const std::string bytes = tests::readFile(corpus / "whatsapp/chat-miner/" / name);
        CHECK(core::format::WhatsAppReader().probe({bytes, name, bytes.size()}) ==
              core::format::Confidence::Maybe);
        const auto read = tests::readChat(bytes, {name, {}, {}});
        REQUIRE(read.items.size() == 9);
        std::size_t next = 0;
        for (const auto& item : read.items) {
            if (item.kind == ItemKind::Notice) continue;
            REQUIRE(next < std::size(expected));
            CHECK(tests::timeOf(item) == expected[next].local);
            CHECK(tests::fromOf(item) == expected[next].from);
            CHECK(item.text == expected[next].text);
            ++next;
        }
        CHECK(next == std::size(expected));
        CHECK_FALSE(read.has(core::model::IssueCode::DoubtfulTime));
    }
}
