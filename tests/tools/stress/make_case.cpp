// SPDX-License-Identifier: GPL-3.0-or-later
// Test tool: a case and its PDF out of the files that make_files.py made. Not part of the program.
//   make-stress-case FILES CASE OUT.pdf [da|en] [table]
// Messages become accepted episodes, every fifth photo and document an incident of its own.

#include "core/base/zone.h"
#include "core/edit/editor.h"
#include "core/import/importer.h"
#include "core/query/case_reader.h"
#include "core/query/episodes.h"
#include "core/share/export.h"
#include "core/store/case_store.h"
#include "tests/support/fixed_clock.h"

#include <chrono>
#include <cstdio>
#include <cstring>

using namespace core;

namespace {

void nameParties(const query::CaseReader& reader, edit::Editor& editor) {
    for (const auto& row : reader.identifiers())
        if (row.normal == "+4520110917")
            editor.assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
    std::vector<edit::EpisodeToAccept> accepted;
    for (const query::Episode& e : query::episodes(reader))
        accepted.push_back(query::toAccept(e, reader.zone()));
    editor.acceptEpisodes(accepted);
}

void addIncidents(const query::CaseReader& reader, edit::Editor& editor) {
    constexpr std::size_t kTogether = 5; // files of one incident
    query::ItemFilter filter;
    filter.kinds = {model::ItemKind::Photo, model::ItemKind::Document, model::ItemKind::Video,
                    model::ItemKind::Audio};
    const std::vector<model::Id> ids = reader.itemIds(filter);
    for (std::size_t i = 0; i < ids.size(); i += kTogether) {
        model::Incident n;
        n.type = "gift";
        n.title = "Filer " + std::to_string(i / kTogether + 1);
        n.start = base::fromLocal({2025, 6, 1 + static_cast<int>(i / kTogether % 28), 16, 0, 0, 0},
                                  base::kDefaultZone, base::Precision::Minute);
        n.items.assign(ids.begin() + static_cast<std::ptrdiff_t>(i),
                       ids.begin() + static_cast<std::ptrdiff_t>(std::min(i + kTogether, ids.size())));
        editor.saveIncident(n);
    }
}

int make(char** arguments, int count) {
    const std::filesystem::path folder(arguments[0]);
    std::filesystem::remove_all(arguments[1]);
    tests::FixedClock clock;
    const auto store = store::CaseStore::create(arguments[1], "very long words", "Prøve", base::kDefaultZone,
                                                store::KdfCost::Fast, clock);
    base::Progress progress;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    import::importFiles(*store, files, {}, progress);
    edit::Editor editor(*store);
    const query::CaseReader reader(*store);
    nameParties(reader, editor);
    addIncidents(reader, editor);
    editor.addProtectedTerm("Rosenvænget 12", "adresse");
    share::ReportOptions options;
    options.assetsFolder = LOGBOG_ASSETS;
    options.localeFolder = LOGBOG_LOCALE;
    for (int i = 3; i < count; ++i) {
        if (std::strcmp(arguments[i], "en") == 0) options.language = base::Language::English;
        if (std::strcmp(arguments[i], "table") == 0) options.exhibitForm.asTable = true;
    }
    const auto begin = std::chrono::steady_clock::now();
    const share::ReportResult result = share::writeReport(*store, options, arguments[2], progress);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%d pages, %d incidents, %d exhibits, %d struck out, %.1f s\n", result.pages,
                result.incidents, result.exhibits, result.redactions, took.count());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "make-stress-case FILES CASE OUT.pdf [da|en] [table]\n");
        return 2;
    }
    try {
        return make(argv + 1, argc - 1);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
