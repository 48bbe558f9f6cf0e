// SPDX-License-Identifier: GPL-3.0-or-later
// A document in parts that each stand alone.
#include "core/pdf/pages/render_files.h"
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

struct Parts {
    TempFolder folder;
    std::vector<fs::path> paths;
    std::vector<std::vector<std::string>> pages; // text
    std::vector<std::uint64_t> sizes;
};

report::LogDocument longDocument() {
    report::LogDocument document = sampleDocument(catalog(), {60, 400, true});
    return document;
}

void render(report::LogDocument& document, std::uint64_t maxBytes, Parts& out,
            const pdf::pages::PictureLoader& loader = photo) {
    pdf::pages::FileOptions options;
    options.maxBytes = maxBytes;
    options.words = {"%1, part %2 of %3", "Part %1", "%1 in part %2"};
    options.open = [&](int number, int) {
        return pdf::OutputFile(out.folder.path() / (std::to_string(number) + ".pdf"));
    };
    base::Progress progress;
    auto files = pdf::pages::renderFiles(document, loader, options, progress);
    for (std::size_t i = 0; i < files.size(); ++i) {
        out.paths.push_back(out.folder.path() / (std::to_string(i + 1) + ".pdf"));
        out.sizes.push_back(files[i].file.size());
        files[i].file.commit();
        out.pages.push_back(pdfPages(out.paths.back()));
        CHECK(static_cast<int>(out.pages.back().size()) == files[i].pages);
    }
}

std::string allOf(const std::vector<std::string>& pages) {
    std::string all;
    for (const std::string& page : pages) all += page;
    return all;
}

// Bytes of the whole as one file.
std::uint64_t wholeSize(report::LogDocument& document) {
    Parts whole;
    render(document, 0, whole);
    REQUIRE(whole.paths.size() == 1);
    return whole.sizes[0];
}

} // namespace

TEST_CASE("a document below the limit is one file, as without a limit") {
    auto document = longDocument();
    Parts without, with;
    render(document, 0, without);
    render(document, 50'000'000, with);
    REQUIRE(with.paths.size() == 1);
    CHECK(readFile(with.paths[0]) == readFile(without.paths[0]));
}

TEST_CASE("parts are below the limit, number their own pages and say which part they are") {
    auto document = longDocument();
    const std::string logForm = document.words.logForm;
    const std::uint64_t limit = wholeSize(document) * 2 / 3;
    Parts parts;
    render(document, limit, parts);
    REQUIRE(parts.paths.size() >= 2);
    const std::string count = std::to_string(parts.paths.size());
    for (std::size_t i = 0; i < parts.paths.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        CAPTURE(number, parts.sizes[i], limit);
        CHECK(parts.pages[i][0].find("part " + number + " of " + count) != std::string::npos);
        CHECK(parts.pages[i][0].find("Part 1") != std::string::npos); // what is in which
        CHECK(parts.pages[i][0].find("Part " + count) != std::string::npos);
        for (std::size_t page = 0; page < parts.pages[i].size(); ++page)
            CHECK(parts.pages[i][page].find("Page " + std::to_string(page + 1) + " of " +
                                            std::to_string(parts.pages[i].size())) != std::string::npos);
    }
    CHECK(document.words.logForm == logForm); // given back as it was
}

TEST_CASE("the same document gives the same bytes, whichever core has set its rows") {
    auto document = longDocument();
    Parts first;
    render(document, 0, first);
    for (int i = 0; i < 3; ++i) {
        Parts again;
        render(document, 0, again);
        CHECK(readFile(again.paths[0]) == readFile(first.paths[0]));
    }
}

TEST_CASE("where many parts fill the front page, the receipt stands on a page of its own") {
    auto document = longDocument();
    document.words.receipt = "The receipt";
    Parts whole, parts;
    render(document, 0, whole);
    CHECK(whole.pages[0][0].find("The receipt") != std::string::npos);
    for (int i = 0; i < 12; ++i) document.front.push_back({"Also", "something else", false});
    render(document, whole.sizes[0] * 2 / 3, parts);
    CHECK(parts.pages[0][0].find("The receipt") == std::string::npos);
    CHECK(parts.pages[0][1].find("The receipt") != std::string::npos);
}

TEST_CASE("nothing of the document is lost between its parts, and what stands elsewhere is named") {
    auto document = longDocument();
    Parts whole, parts;
    render(document, 0, whole);
    render(document, whole.sizes[0] * 2 / 3, parts);
    REQUIRE(parts.paths.size() >= 2);
    std::string all;
    for (const auto& pages : parts.pages) all += allOf(pages);
    for (const report::ExhibitPart& exhibit : document.exhibits)
        for (const report::Message& message : exhibit.messages)
            if (!message.label.empty()) CHECK(all.find(message.label) != std::string::npos);
    CHECK(all.find("in part") != std::string::npos);
    CHECK(allOf(whole.pages[0]).find("in part") == std::string::npos);
}

TEST_CASE("where exhibits stand in several parts, each names the pages in the others") {
    auto document = longDocument();
    Parts parts;
    render(document, 60'000, parts);
    std::vector<std::size_t> holders;
    for (std::size_t i = 0; i < parts.pages.size(); ++i)
        if (allOf(parts.pages[i]).find(" – page 1 of ") != std::string::npos) holders.push_back(i);
    REQUIRE(holders.size() > 1);
    for (const std::size_t i : holders)
        for (const std::size_t other : holders) {
            CAPTURE(i, other, parts.pages[i][0]);
            const bool isNamed =
                parts.pages[i][0].find("in part " + std::to_string(other + 1)) != std::string::npos;
            CHECK(isNamed == (other != i));
        }
}

TEST_CASE("of the parts that hold some of a section as many are named as there is room for") {
    pdf::pages::PageMap map;
    map.inPart = "%1 in part %2";
    map.ranges["log"] = {3, 9};
    map.further["log"] = {{{2, 2}, 2}, {{2, 8}, 3}};
    const auto upTo = [&](std::size_t room) {
        return map.textEverywhere("log", [&](const std::string& text) { return text.size() <= room; });
    };
    CHECK(upTo(100) == "3–9, 2 in part 2, 2–8 in part 3");
    CHECK(upTo(30) == "3–9, 2 in part 2 …");
    CHECK(upTo(8) == "3–9 …");
    CHECK(map.textEverywhere("list", [](const std::string&) { return true; }) == "00");
}

TEST_CASE("a part is a clean PDF whose links lead somewhere in it") {
    auto document = longDocument();
    Parts parts;
    render(document, wholeSize(document) * 2 / 3, parts);
    for (const auto& path : parts.paths) {
        const int status = std::system(("qpdf --check '" + path.string() + "' > /dev/null 2>&1").c_str());
        CHECK(status == 0);
    }
}

TEST_CASE("an exhibit larger than the limit stands whole in a part of its own") {
    auto document = longDocument();
    Parts parts;
    render(document, 60'000, parts);
    REQUIRE(parts.paths.size() > 2);
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        if (exhibit.withdrawn || exhibit.messages.empty()) continue;
        int in = 0;
        for (const auto& pages : parts.pages)
            if (allOf(pages).find(exhibit.messages.at(exhibit.messages.size() - 1)->label) !=
                    std::string::npos &&
                allOf(pages).find("Exhibit " + std::to_string(exhibit.number) + " – page 1") !=
                    std::string::npos)
                ++in;
        CHECK(in == 1);
    }
}

TEST_CASE("parts for looking at", "[.look]") {
    const fs::path out = std::getenv("LOGBOG_TEST_OUT");
    auto document = longDocument();
    Parts parts;
    render(document, wholeSize(document) / 2, parts);
    for (const auto& path : parts.paths)
        fs::copy_file(path, out / ("part" + path.filename().string()), fs::copy_options::overwrite_existing);
}
