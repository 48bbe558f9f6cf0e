// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

// A recording of one second, so small that it has no sound worth hearing.
std::string wav() {
    const auto number = [](std::uint32_t n, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(n >> (8 * i) & 0xFF);
        return out;
    };
    const std::string samples(8000, '\x80');
    return "RIFF" + number(36 + 8000, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(1, 2) +
           number(8000, 4) + number(8000, 4) + number(1, 2) + number(8, 2) + "data" + number(8000, 4) +
           samples;
}

std::size_t found(const TempCase& c, const std::string& words) {
    core::query::ItemFilter filter;
    filter.search = words;
    const auto first = c.reader->firstIds(filter, false, 10).size();
    CHECK(c.reader->itemIds(filter).size() == first);
    return first;
}

} // namespace

TEST_CASE("what is said in a recording is written down, searched, undone and done again") {
    TempCase c;
    c.importFile("besked.wav", wav());
    const auto id = c.items().at(0).id;
    c.editor->setTranscript(id, "Jeg ved godt hvor du bor, Søster \n");
    CHECK(c.reader->item(id)->transcript == "Jeg ved godt hvor du bor, Søster");
    CHECK(c.reader->item(id)->fullText.empty());
    CHECK(found(c, "soester") == 1);
    CHECK(found(c, "ør") == 0);
    CHECK(c.reader->custody(id).at(0).action == "transcript");
    c.editor->setTranscript(id, "Noget andet");
    CHECK(found(c, "søster") == 0);
    CHECK(found(c, "noget andet") == 1);
    c.editor->undo();
    CHECK(found(c, "søster") == 1);
    CHECK(found(c, "noget") == 0);
    c.editor->undo();
    CHECK(found(c, "søster") == 0);
    CHECK(c.reader->item(id)->transcript.empty());
    c.editor->redo();
    CHECK(found(c, "hvor du bor") == 1);
    CHECK(c.store->verify().empty()); // the index fits the items, the rows are those of the import
    CHECK_THROWS_AS(c.editor->setTranscript(id, std::string(2'000'000, 'x')), core::base::Error);
}

TEST_CASE("a recording with its words in writing is taken out of the case with them") {
    TempCase c;
    c.importFile("besked.wav", wav());
    c.editor->setTranscript(c.items().at(0).id, "Jeg ved godt hvor du bor");
    c.editor->removeSource(c.reader->sources().at(0).id);
    CHECK(found(c, "ved godt") == 0);
    CHECK(c.store->verify().empty());
}
