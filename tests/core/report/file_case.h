// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The small case with files in an incident of their own, and its PDF read back page by page.

#include "core/pdf/output_form.h"
#include "tests/core/report/log_case.h"
#include "tests/support/pdf_maker.h"

#include <utility>

#include <catch2/catch_test_macros.hpp>

namespace tests {

struct FileCase : Case {
    // Names and bytes; each becomes an item of one incident.
    using Files = std::vector<std::pair<std::string, std::string>>;
    explicit FileCase(const Files& files) {
        std::vector<std::filesystem::path> paths;
        for (const auto& [name, bytes] : files) paths.push_back(folder.write(name, bytes));
        base::Progress progress;
        import::importFiles(*store, paths, {}, progress);
        model::Incident n;
        n.type = "gift";
        query::ItemFilter filter;
        filter.kinds = {model::ItemKind::Document, model::ItemKind::Photo, model::ItemKind::Video,
                        model::ItemKind::Audio};
        n.items = query::CaseReader(*store).itemIds(filter);
        addIncident(n);
    }

    std::filesystem::path pdf() const { return folder.path() / "log.pdf"; }

    std::vector<std::string> draw(const report::LogDocument& d, const pdf::OutputForm& form = {}) const {
        const query::CaseReader reader(*store);
        const pdf::pages::PictureLoader loader(
            [&](const report::PictureRef& ref) {
                return ref.isAttachment ? reader.attachmentBytes(ref.id) : reader.itemBytes(ref.id);
            },
            [&](const report::PictureRef& ref) {
                return ref.isAttachment ? reader.openAttachment(ref.id)
                                        : reader.openSource(reader.item(ref.id)->source.id);
            });
        base::Progress progress;
        pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d), form);
        pdf::pages::renderLog(canvas, d, loader, progress);
        canvas.save(pdf(), progress);
        return pdfPages(pdf());
    }
};

// The first exhibit that shows files.
inline const report::ExhibitPart& filesOf(const report::LogDocument& d) {
    for (const report::ExhibitPart& e : d.exhibits)
        if (!e.files.empty()) return e;
    FAIL("no exhibit of files");
    return d.exhibits.front();
}

// A PDF with a page for each of the words.
inline std::string letter(const std::vector<std::string>& words,
                          const std::string& keys = "/MediaBox [0 0 595 842]") {
    PdfMaker maker;
    for (const std::string& page : words) maker.page(shownAt(60, 700, page), keys);
    return maker.bytes();
}

inline std::string film(const std::string& name) {
    return readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "film" / name);
}

// The first page that holds the words; empty where there is none.
inline std::string pageWith(const std::vector<std::string>& pages, const std::string& words) {
    for (const std::string& page : pages)
        if (page.find(words) != std::string::npos) return page;
    return {};
}

inline int countOf(const std::string& text, const std::string& words) {
    int count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

inline std::string joinedPages(const std::vector<std::string>& pages) {
    std::string all;
    for (const std::string& page : pages) all += page + "\n";
    return all;
}

} // namespace tests
