// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a PDF that is held back: line by line as they stand there, with what is protected struck out
// in whatever order it is read.
#include "core/pdf/output_file.h"
#include "core/report/marks.h"
#include "core/report/text_lines.h"
#include "tests/core/report/file_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::FileCase;

namespace {

using Cells = std::vector<std::string>;

// A table by our own writer, column by column as some programs write theirs. A cell may have two lines.
std::string tablePdf(const std::vector<Cells>& rows) {
    constexpr double kLeft = 20, kTop = 30, kColumn = 45, kRow = 14, kLine = 5;
    pdf::Canvas canvas(pdf::defaultFontFolders(), {});
    canvas.newPage(210, 297);
    for (std::size_t column = 0; column < rows.front().size(); ++column)
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::string& cell = rows[row][column];
            const std::size_t end = std::min(cell.find('\n'), cell.size());
            const double x = kLeft + kColumn * static_cast<double>(column);
            const double y = kTop + kRow * static_cast<double>(row);
            canvas.drawText(cell.substr(0, end), {}, x, y);
            if (end < cell.size()) canvas.drawText(cell.substr(end + 1), {}, x, y + kLine);
        }
    base::Progress progress;
    pdf::OutputFile out = pdf::OutputFile::inMemory();
    canvas.save(out, progress);
    return tests::readFile(out.readable());
}

const std::vector<Cells> kTable{{"Date", "Kind", "Words", "Where"},
                                {"2025-05-03", "call", "42 calls in a row", "at home"},
                                {"2025-05-04", "letter", "I know that you\nlive there", "Birkevej 12, left"},
                                {"2025-05-05", "visit", "stood in the\nyard", "outside\nBirkevej 12"},
                                {"2025-05-06", "visit", "rang the bell", "again at Birkevej\n12 all night"}};

const report::FileView& fileOf(const report::LogDocument& d) {
    for (const report::ExhibitPart& e : d.exhibits)
        if (!e.files.empty()) return e.files.front();
    FAIL("no exhibit of files");
    return d.exhibits.front().files.front();
}

bool holds(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::vector<report::LaidWord> wordsOf(const std::vector<std::pair<std::string, std::size_t>>& words) {
    std::vector<report::LaidWord> laid;
    for (const auto& [text, place] : words) laid.push_back({text, place, report::LaidWord::Before::Blank});
    return laid;
}

} // namespace

TEST_CASE(
    "the table of a PDF that is held back keeps its lines, and what is protected is struck out of them") {
    FileCase c({{"table.pdf", tablePdf(kTable)}});
    c.editor->addProtectedTerm("Birkevej 12", "address");
    const report::LogDocument d = c.build();
    const report::FileView& file = fileOf(d);
    CHECK(file.heldBack == d.words.heldTerm);
    const std::string text = report::withoutStruckSigns(file.text);
    INFO(text);
    CHECK(holds(text, "Date    Kind    Words    Where\n"));
    CHECK(holds(text, "2025-05-03    call    42 calls in a row    at home\n"));
    CHECK(holds(text, "2025-05-04    letter    I know that you    [redacted: address], left\n"));
    CHECK(holds(text, "stood in the    outside\nyard    [redacted: address]\n"));
    CHECK(holds(text, "rang the bell    again at [redacted: address]\n")); // it goes on in its column
    CHECK(holds(text, "\n[redacted: address] all night"));
    CHECK_FALSE(holds(text, "Birkevej"));
    CHECK_FALSE(holds(text, "12"));
    CHECK(holds(file.textNote, "line by line"));
    const auto pages = c.draw(d);
    CHECK(holds(tests::joinedPages(pages), "42 calls in a row"));
    CHECK_FALSE(holds(tests::joinedPages(pages), "Birkevej"));
}

TEST_CASE("a term is found in the order of reading and in the order of sight") {
    const tests::Case c;
    const query::CaseReader reader(*c.store);
    report::Redactor redactor("[%1]");
    redactor.protect("Ny Havn 3", "place");
    const report::RedactedReader redacted(reader, redactor);
    // Two columns: "Ny | at", "Havn 3 | noon".
    CHECK(report::textInLines(redacted, wordsOf({{"Ny", 0}, {"Havn", 2}, {"3", 3}, {"at", 1}, {"noon", 4}}),
                              1) == "[place] at [place] [place] noon");
    CHECK(report::textInLines(redacted, wordsOf({{"Ny", 0}, {"so", 3}, {"Havn", 1}, {"3", 2}}), 0) ==
          "[place] [place] [place] so");
    CHECK_FALSE(
        report::textInLines(redacted, wordsOf({{"Ny", 0}, {"Havn", 1}}), 1)); // it was found elsewhere
    CHECK_FALSE(
        report::textInLines(redacted, wordsOf({{"N", 0}, {"yHa", 1}, {"v", 2}, {"n", 3}, {"3", 4}}), 0));
}
