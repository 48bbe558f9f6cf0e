// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/survey.h"
#include "tests/support/temp_case.h"

#include <algorithm>
#include <stop_token>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::base::Error;
using core::model::ItemKind;
using core::query::ItemFilter;
using core::query::survey;

namespace {

const std::string kHer = "+4512345602";
const std::string kOther = "+4512345655";

// Two sources, two kinds, tags, one left out, one reviewed, one of nobody.
void fill(TempCase& c) {
    c.importFile("b.xml",
                 smsFile({smsLine(kHim, kMay3 + 9000, 1, "sidst"), smsLine(kOther, kMay3, 1, "ukendt"),
                          smsLine(kHim, kMay3 + 3000, 2, "svar")}));
    c.importFile("a.xml",
                 callFile({callLine(kHim, kMay3 + 1000, 3, 0), callLine(kHim, kMay3 + 5000, 1, 20)}));
    c.sayWho({kHim}, {kHer});
    const auto ids = c.reader->itemIds({});
    c.editor->tagItems({ids[0], ids[1], ids[2]}, "natten");
    c.editor->tagItems({ids[1]}, "arbejde");
    c.editor->setReviewed({ids[2]}, true);
    c.editor->setExcluded({ids[3]}, true);
}

int countOf(const TempCase& c, ItemFilter filter) { return c.reader->itemCount(filter); }

// Each count is what the list would have under that choice.
void checkCounts(const TempCase& c, const ItemFilter& filter) {
    const auto found = survey(*c.reader, filter);
    const auto& counts = found.facets;
    CHECK(counts.all == countOf(c, filter));
    CHECK(static_cast<int>(found.rows.size()) == counts.all);
    const auto with = [&](auto change) {
        ItemFilter other = filter;
        change(other);
        return countOf(c, other);
    };
    CHECK(counts.undated == with([](ItemFilter& f) { f.onlyUndated = true; }));
    CHECK(counts.unreviewed == with([](ItemFilter& f) { f.onlyUnreviewed = true; }));
    CHECK(counts.withIssues == with([](ItemFilter& f) { f.onlyWithIssues = true; }));
    CHECK(counts.excluded == with([](ItemFilter& f) { f.onlyExcluded = true; }));
    const auto at = [](const auto& map, auto key) { return map.contains(key) ? map.at(key) : 0; };
    for (const ItemKind kind : {ItemKind::Sms, ItemKind::Call, ItemKind::Photo})
        CHECK(at(counts.kinds, kind) == with([&](ItemFilter& f) { f.kinds = {kind}; }));
    for (const auto& party : c.reader->parties())
        CHECK(at(counts.parties, party.id) == with([&](ItemFilter& f) { f.party = party.id; }));
    for (const auto& tag : c.reader->tags())
        CHECK(at(counts.tags, tag.id) == with([&](ItemFilter& f) { f.tag = tag.id; }));
    for (const auto& source : c.reader->sources())
        CHECK(at(counts.sources, source.id) == with([&](ItemFilter& f) { f.source = source.id; }));
}

} // namespace

TEST_CASE("one walk counts what each choice beside the list would show, under every filter") {
    TempCase c;
    fill(c);
    checkCounts(c, {});
    ItemFilter filter;
    filter.kinds = {ItemKind::Call};
    checkCounts(c, filter);
    filter.source = c.reader->sources()[0].id;
    checkCounts(c, filter); // nothing
    filter.kinds.clear();
    checkCounts(c, filter);
    filter = {};
    filter.party = c.reader->parties()[0].id;
    checkCounts(c, filter);
    filter.tag = c.reader->tags()[0].id;
    checkCounts(c, filter);
    filter = {};
    filter.onlyExcluded = true;
    checkCounts(c, filter);
    filter = {};
    filter.withExcluded = true;
    filter.search = "s";
    checkCounts(c, filter);
}

TEST_CASE("the first ids are those that the survey begins and ends with") {
    TempCase c;
    fill(c);
    const auto rows = survey(*c.reader, {}).rows;
    std::vector<core::model::Id> ids;
    for (const auto& row : rows) ids.push_back(row.id);
    CHECK(c.reader->firstIds({}, false, 10) == ids);
    std::reverse(ids.begin(), ids.end());
    CHECK(c.reader->firstIds({}, true, 10) == ids);
}

TEST_CASE("a survey stops when it is asked to") {
    TempCase c;
    fill(c);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(survey(*c.reader, {}, core::base::Progress(stop.get_token())), Error);
}
