// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"
#include "ui/common/command_ids.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/shell/drop_target.h"
#include "ui/shell/menus.h"
#include "ui/shell/sidebar_model.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

namespace {

core::model::Incident fromItems(const char* channel, int count, std::int64_t fromMs, std::int64_t toMs) {
    core::model::Incident incident;
    incident.channel = channel;
    incident.count = count;
    incident.start.utcMs = fromMs;
    incident.start.precision = core::base::Precision::Second;
    incident.end = incident.start;
    incident.end->utcMs = toMs;
    return incident;
}

constexpr const char* kZone = "Europe/Copenhagen";
constexpr std::int64_t kTenPast = 1'742'591'040'000; // 21 Mar 2025 22:04 in Denmark

} // namespace

TEST_CASE("who was given a package checks it without a case of one's own; what changes a case needs one") {
    CHECK_FALSE(ui::shell::needsCase(ui::common::CmdVerifyPackage));
    CHECK(ui::shell::needsCase(ui::common::CmdPackage));
    CHECK(ui::shell::needsSelection(ui::common::CmdSetTime));
}

TEST_CASE("an incident without a title says what it stands for") {
    ui::common::useUtf8();
    ui::common::setLanguage(core::base::Language::English);
    const auto line = [](const core::model::Incident& incident) {
        return std::string(ui::common::incidentLine(incident, kZone).utf8_string());
    };
    CHECK(line(fromItems("sms", 12, kTenPast, kTenPast + 107 * 60'000)) == "12 text messages at 22:04–23:51");
    CHECK(line(fromItems("call", 1, kTenPast, kTenPast)) == "1 call at 22:04");
    auto daily = fromItems("email", 3, kTenPast, kTenPast);
    daily.start.precision = core::base::Precision::Day; // no clock time is known, so none is said
    CHECK(line(daily) == "3 e-mails");
    CHECK_FALSE(line({}).empty());
    daily.title = "Holdt i bil";
    CHECK(line(daily) == "Holdt i bil");
}

TEST_CASE("what was sent and does not name its sender says whom it went to, and never a sender") {
    ui::common::setLanguage(core::base::Language::English);
    core::query::ItemRow row;
    row.other.party = 1;
    row.other.partyRole = core::model::PartyRole::Offender;
    row.direction = core::model::Direction::Out;
    CHECK(ui::common::fromText(row) == "to Offender");
    row.direction = core::model::Direction::In;
    CHECK(ui::common::fromText(row).empty());
    row.from = row.other;
    CHECK(ui::common::fromText(row) == "Offender");
}

TEST_CASE("many sources are shortened to the largest, and the one filtered by stays") {
    ui::common::ViewData data;
    auto whole = std::make_shared<ui::common::CaseData>();
    for (int i = 1; i <= 25; ++i) {
        core::query::SourceRow source;
        source.id = i;
        source.name = "IMG_" + std::to_string(i) + ".jpg";
        source.items = i == 7 ? 240 : 1;
        whole->sources.push_back(source);
    }
    data.whole = whole;
    data.isWhole = true;
    data.filter.items.source = 25;
    const auto shown = [&data](bool all) {
        std::vector<std::string> names;
        for (const auto& row : ui::shell::sidebarRows(data, all))
            if (row.name.StartsWith("IMG_")) names.push_back(row.name.utf8_string());
        return names;
    };
    const auto few = shown(false);
    CHECK(few.size() < 15);
    CHECK(few.front() == "IMG_7.jpg");
    CHECK(few.back() == "IMG_25.jpg");
    CHECK(shown(true).size() == 25);
    const auto hasMore = [](const auto& row) { return row.sort == ui::shell::SidebarRow::Sort::More; };
    const auto rows = ui::shell::sidebarRows(data, false);
    CHECK(std::any_of(rows.begin(), rows.end(), hasMore));
    const auto all = ui::shell::sidebarRows(data, true);
    CHECK(std::none_of(all.begin(), all.end(), hasMore));
}

TEST_CASE("dropped files arrive with their names as they are, after the drop has ended") {
    ui::common::useUtf8();
    std::vector<std::filesystem::path> got;
    ui::shell::DropTarget target([&](const auto& paths) { got = paths; });
    wxArrayString names;
    names.Add(wxString::FromUTF8("/tmp/Blå mappe/sms æøå.xml"));
    names.Add("/tmp/photos");
    CHECK(target.OnDropFiles(0, 0, names));
    CHECK(got.empty());
    tests::pump();
    REQUIRE(got.size() == 2);
    CHECK(got[0] == std::filesystem::path("/tmp/Blå mappe/sms æøå.xml"));
    CHECK_FALSE(target.OnDropFiles(0, 0, {}));
}
