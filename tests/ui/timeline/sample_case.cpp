// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "core/base/timestamp.h"

#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace tests {

using core::timeline::Entry;
using core::timeline::Lane;

namespace {

constexpr std::int64_t kDay = 86'400'000;

std::int64_t at(const char* rfc3339) { return core::base::parseRfc3339(rfc3339)->utcMs; }

wxBitmapBundle iconOf(const std::string& name, const wxColour& colour) {
    std::ifstream in(std::string(LOGBOG_ASSETS) + "/icons/" + name + ".svg");
    std::string svg{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (auto at = svg.find("#000000"); at != std::string::npos; at = svg.find("#000000"))
        svg.replace(at, 7, colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string());
    return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(16, 16));
}

} // namespace

SampleCase sampleCase(std::size_t n) {
    std::mt19937_64 random(42);
    const auto below = [&](std::int64_t limit) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
    };
    const std::int64_t begin = at("2023-12-31T23:00:00Z");
    std::vector<Entry> entries;
    constexpr std::array<Lane, 10> mix{Lane::Sms,  Lane::Sms,  Lane::Sms,   Lane::Sms,  Lane::Sms,
                                       Lane::Call, Lane::Call, Lane::Email, Lane::Chat, Lane::Photo};
    for (std::size_t i = 0; i < n; ++i) {
        Entry entry;
        entry.id = static_cast<std::int64_t>(i) + 1;
        entry.lane = mix[static_cast<std::size_t>(below(10))];
        const std::int64_t day = std::min(below(182), below(182));
        entry.startMs = begin + day * kDay + below(kDay);
        if (entry.lane == Lane::Photo && below(12) == 0) {
            entry.startMs = begin + day * kDay;
            entry.spanMs = 7 * kDay;
        }
        entries.push_back(entry);
    }
    std::map<core::model::Id, std::string> titles;
    const std::array<const char*, 5> names{"Sms'er til min s\u00f8ster", "Opslag om mig",
                                           "D\u00e6k uden luft", "Besked trods tilhold", "Samme bil i maj"};
    const std::int64_t incidents = n < 10 ? 1 : 24;
    for (std::int64_t i = 0; i < incidents; ++i) {
        Entry entry{i + 1, Lane::Incident, begin + (12 + i * 7) * kDay + below(kDay), 0, false};
        if (i % 6 == 2) entry.spanMs = 9 * kDay;
        if (i % 6 == 5) {
            entry.spanMs = 3 * kDay;
            entry.lasting = true;
        }
        titles[entry.id] = names[static_cast<std::size_t>(i) % names.size()];
        entries.push_back(entry);
    }
    for (std::int64_t i = 0; n > 10 && i < 5; ++i)
        entries.push_back({static_cast<std::int64_t>(n) + 100 + i, Lane::Chat, std::nullopt, 0, false});
    return {std::make_shared<core::timeline::TimelineIndex>(entries, titles),
            {{at("2024-01-14T11:00:00Z"), "Klart nej 14. jan."},
             {at("2024-03-03T11:00:00Z"), "Formaning 3. mar."},
             {at("2024-04-22T08:15:00Z"), "Tilhold 22. apr."}}};
}

void fillTimeline(ui::timeline::TimelineCtrl& control, const SampleCase& sample,
                  const ui::timeline::TimelineColors& colors) {
    control.setColors(colors);
    control.setTextSource([](const std::vector<core::timeline::EntryRef>& entries) {
        std::vector<ui::timeline::EntryText> texts;
        for (const auto& entry : entries)
            texts.push_back(
                {"5. mar. 2024 14.05", "fra Anna", wxString("Hvorfor svarer du ikke, post ") << entry.id});
        return texts;
    });
    std::array<wxBitmapBundle, core::timeline::kLanes> icons;
    const std::array<const char*, core::timeline::kLanes> files{"incident", "sms",   "call",    "email",
                                                                "chat",     "photo", "document"};
    for (std::size_t i = 0; i < files.size(); ++i) icons[i] = iconOf(files[i], colors.lanes[i]);
    control.setLaneIcons(icons);
    control.setData(sample.index, sample.milestones);
}

} // namespace tests
