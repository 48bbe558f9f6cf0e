// SPDX-License-Identifier: GPL-3.0-or-later
// Samples that nobody here wrote; skipped where LOGBOG_CORPUS is unset.
#include "core/format/telegram/telegram_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/corpus.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the samples of chat-miner give the messages that its own list gives") {
    const std::filesystem::path corpus = tests::corpusRoot();
    for (const char* name : {"test_single_export.json", "test_batch_export.json"}) {
        const std::string bytes = tests::readFile(corpus / "telegram/chat-miner/" / name);
        CHECK(core::format::TelegramReader().probe({bytes, name, bytes.size()}) ==
              core::format::Confidence::Certain);
        const auto read = tests::collect<core::format::TelegramReader>(bytes);
        REQUIRE(read.items.size() == 2);
        // Its list has the same in UTC, without saying so: 2018-12-05T10:39:10.
        CHECK(read.items[0].times.at(0).time.utcMs == 1'544'006'350'000);
        CHECK(read.items[0].participants.at(0).id == "Author 1");
        CHECK(read.items[0].participants.at(1).id == "Author 2");
        CHECK(read.items[0].text == "Minimal Message");
        // Its list has a blank between the pieces, which the file has not.
        CHECK(read.items[1].text == "Link:https://telegram.org/");
    }
}
