// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small case of text messages with accepted episodes and an order, for tests of the document built from it.
// Not a fixture on the disk: it is imported anew each time.

#include "core/base/zone.h"
#include "core/edit/editor.h"
#include "core/import/importer.h"
#include "core/pdf/pages/render_log.h"
#include "core/query/episodes.h"
#include "core/report/document_texts.h"
#include "core/report/exhibit_plan.h"
#include "core/report/log_builder.h"
#include "core/report/redactor.h"
#include "core/share/file_reading.h"
#include "core/store/case_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/pdf_text.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstdlib>

namespace tests {

using namespace core;

inline const char* const kMessages = R"(<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="6">
  <sms protocol="0" address="+4520110917" date="1746302657000" type="1" subject="null" body="Jeg ved godt, du har læst den." read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1746303108000" type="1" subject="null" body="Jeg kørte forbi BIRKEVEJ, 12 i dag." read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1746303200000" type="2" subject="null" body="Skriv ikke til mig." read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1746303570000" type="1" subject="null" body="Ring til mig på 0045 5566 7788." read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1747200000000" type="1" subject="null" body="Er du vågen?" read="1" status="-1" />
  <sms protocol="0" address="+4599887766" date="1746303600000" type="1" subject="null" body="Hej fra en anden." read="1" status="-1" />
</smses>
)";

struct Case {
    tests::TempFolder folder;
    tests::FixedClock clock;
    std::unique_ptr<store::CaseStore> store;
    std::unique_ptr<edit::Editor> editor;
    bool reviewed = false;
    bool isBlind = false; // no file is read again

    explicit Case(const std::string& messages = kMessages) {
        store = store::CaseStore::create(folder.path() / "case", "very long words", "Sag 7F3",
                                         base::kDefaultZone, store::KdfCost::Fast, clock);
        base::Progress progress;
        import::importFiles(*store, {folder.write("sms-birkevej-12.xml", messages)}, {}, progress);
        editor = std::make_unique<edit::Editor>(*store);
        const query::CaseReader reader(*store);
        for (const auto& row : reader.identifiers())
            if (row.normal == "+4520110917")
                editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
        std::vector<edit::EpisodeToAccept> accepted;
        for (const query::Episode& e : query::episodes(reader)) {
            edit::EpisodeToAccept a;
            a.key = e.key;
            a.party = e.party;
            a.channel = query::codeOf(e.channel);
            a.type = "sms";
            a.count = e.count;
            a.first.utcMs = e.firstMs;
            a.last.utcMs = e.lastMs;
            a.items = e.items;
            accepted.push_back(a);
        }
        editor->acceptEpisodes(accepted);
        model::Milestone order;
        order.kind = model::MilestoneKind::RestrainingOrder;
        order.time = base::fromLocal({2025, 5, 12, 0, 0, 0, 0}, base::kDefaultZone, base::Precision::Day);
        order.validTo = "2030-05-12";
        order.reportNumber = "9999-73110-00417-25";
        editor->saveMilestone(order);
    }

    model::Id addIncident(model::Incident n) {
        if (n.start.utcMs == 0)
            n.start =
                base::fromLocal({2025, 5, 20, 16, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute);
        return editor->saveIncident(n);
    }

    report::LogDocument build(report::Audience audience = report::Audience::Adviser, bool newestFirst = true,
                              report::ExhibitForm form = {}, bool isArchive = false) {
        clock.advance(60'000);
        const query::CaseReader reader(*store);
        report::LogOptions options;
        options.audience = audience;
        options.newestFirst = newestFirst;
        options.reviewed = reviewed;
        options.exhibitForm = form;
        options.isArchive = isArchive;
        options.exhibits = editor->freezeExhibits(report::planExhibits(reader));
        options.nowMs = clock.nowMs();
        options.readFile = share::readAttachedFile;
        if (!isBlind) options.readShown = share::readShownPdfText;
        if (!isBlind) options.readWords = share::readPdfWords;
        return report::buildLog(reader, options, base::Catalog(base::Language::English),
                                report::loadFormData(LOGBOG_ASSETS));
    }
};

inline std::string allText(const report::LogDocument& document) {
    std::string all;
    report::eachText(document, [&](const std::string& text) { all += text + "\n"; });
    return all;
}

inline std::string textOf(const report::LogRow& row) {
    std::string all;
    for (const auto& cell : row.cells)
        for (const auto& line : cell)
            for (const auto& run : line.runs) all += run.text + "\n";
    return all;
}

} // namespace tests
