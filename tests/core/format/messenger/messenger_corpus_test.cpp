// SPDX-License-Identifier: GPL-3.0-or-later
// A sample that nobody here wrote; skipped where LOGBOG_CORPUS is unset.
#include "tests/core/format/messenger/messenger_support.h"
#include "tests/support/corpus.h"

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the sample of chat-miner gives the messages that its own list gives") {
    const std::filesystem::path corpus = tests::corpusRoot();
    const std::string bytes = tests::readFile(corpus / "instagram/chat-miner/test_export.json");
    CHECK(core::format::MessengerReader().probe({bytes, "test_export.json", bytes.size()}) ==
          core::format::Confidence::Likely);
    const auto read = tests::readThread(bytes, {"", nullptr});
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].text == "Hello Jane!");
    CHECK(read.items[0].times.at(0).time.utcMs == 1579294140000);
    CHECK(read.items[0].participants.at(0).id == "John Doe");
    CHECK(read.items[0].participants.at(1).id == "Jane Doe");
    CHECK(read.items[1].text == "Hello John!");
}
