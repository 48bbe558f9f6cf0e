// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/document/document_support.h"
#include "tests/core/format/outlook/msg_builder.h"

using core::format::Confidence;
using core::model::IssueCode;
using tests::little;

namespace {

struct Piece {
    std::string bytes;
    std::uint32_t characters;
    bool isWide;
};

struct OldWord {
    std::vector<Piece> pieces;
    unsigned flags = 0x0200;    // the table is the second
    std::uint32_t footnote = 0; // characters of the pieces that are footnotes, at their end
    std::uint32_t header = 0;   // and of headers, behind those
    unsigned magic = 0xA5EC;
    std::string pages;               // the first is page 2
    std::vector<std::uint32_t> ends; // of the text of each page
};

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t count) {
    bytes.replace(at, count, little(value, count));
}

// The text lies from byte 2048 on.
std::string file(const OldWord& made) {
    std::string stream(1024, '\0');
    stream += made.pages;
    stream.resize(2048);
    std::string places = little(0, 4);
    std::string table;
    std::uint32_t count = 0;
    for (const Piece& piece : made.pieces) {
        const auto at = static_cast<std::uint32_t>(stream.size());
        table += little(0, 2) + little(piece.isWide ? at : 0x40000000U | at * 2, 4) + little(0, 2);
        stream += piece.bytes;
        count += piece.characters;
        places += little(count, 4);
    }
    const std::string quick = "\x01" + little(2, 2) + "xx"; // what was changed in a hurry
    const std::string clx = quick + "\x02" + little(places.size() + table.size(), 4) + places + table;
    std::string pages = little(2048, 4);
    for (const std::uint32_t end : made.ends) pages += little(end, 4);
    for (std::size_t i = 0; i < made.ends.size(); ++i) pages += little(2 + i, 4);
    put(stream, 0, made.magic, 2);
    put(stream, 10, made.flags, 2);
    put(stream, 76, count - made.footnote - made.header, 4);
    put(stream, 80, made.footnote, 4);
    put(stream, 84, made.header, 4);
    put(stream, 250, clx.size(), 4);
    put(stream, 254, made.ends.empty() ? 0 : pages.size(), 4);
    put(stream, 418, 0, 4);
    put(stream, 422, clx.size(), 4);
    tests::CfbNode root{"Root Entry", {}, {}, true};
    root.children.push_back({"WordDocument", stream});
    root.children.push_back({(made.flags & 0x0200) != 0 ? "1Table" : "0Table", clx + pages});
    return tests::compoundFile(root);
}

Piece narrow(std::string bytes) {
    const auto count = static_cast<std::uint32_t>(bytes.size());
    return {std::move(bytes), count, false};
}

Piece wide(std::string_view text) {
    const std::string bytes = tests::utf16(text);
    return {bytes, static_cast<std::uint32_t>(bytes.size() / 2), true};
}

std::string textOf(const OldWord& made) { return tests::readDocument(file(made), "x.doc").text; }

} // namespace

TEST_CASE(
    "a Word document of before 2007 has its text, title and dates, and nothing that was deleted or hidden") {
    const auto item = tests::readDocumentFixture("old.doc");
    CHECK(item.text == "Til Østjyllands Politi\nHan stod ved min bil søndag aften. 😟 Jeg blev bange.\n"
                       "Se bilaget her.\n14.05.2023\tkl. 21.30\nLinje et\nlinje to\tefter\nNoten slut.\n"
                       "\tFodnoten står her.\n\n");
    CHECK(item.subject == "Brev til øst");
    CHECK(item.issues.size() == 1);
    CHECK(tests::has(item, IssueCode::DoubtfulTime)); // when it was made is not when it happened
    REQUIRE(item.times.size() == 2);
    CHECK(core::base::toRfc3339(item.times[0].time.utcMs) == "2023-05-15T08:00:00Z");
}

TEST_CASE("the text of an old Word document is put together of its pieces in both widths") {
    OldWord made;
    made.pieces = {narrow("S\xF8ndag \x80 "), wide("stod han ved åen 😡\r"),
                   narrow("\x13 PAGE \x14"
                          "12\x15 a\x1E"
                          "b\x1F\r"),
                   narrow("et\x07to\x07\x07"
                          "efter\x0B\x01\r")};
    CHECK(textOf(made) == "Søndag € stod han ved åen 😡\n12 a-b\net\tto\nefter\n\n");
    made.flags = 0;
    CHECK(textOf(made).starts_with("Søndag"));
    made.pieces = {narrow("tekst\r"), narrow("note\r"), narrow("hoved\r")};
    made.footnote = 5;
    made.header = 6;
    CHECK(textOf(made) == "tekst\nnote\n");
}

TEST_CASE("what was deleted or hidden in an old Word document is not its text") {
    OldWord made;
    made.pieces = {narrow("abcdefghij")};
    std::string page(512, '\0');
    const std::vector<std::uint32_t> begins{2048, 2050, 2052, 2054, 2056, 2058};
    for (std::size_t i = 0; i < begins.size(); ++i) put(page, 4 * i, begins[i], 4);
    const std::vector<std::string> properties{
        "", little(0x0800, 2) + "\x01", little(0x4A43, 2) + "xx" + little(0x083C, 2) + "\x01",
        little(0x0800, 2) + std::string(1, '\0'), little(0xCA47, 2) + "\x02xy" + little(0x083C, 2) + "\x01"};
    std::size_t at = 200;
    for (std::size_t i = 0; i < properties.size(); ++i) {
        if (properties[i].empty()) continue;
        page[24 + i] = static_cast<char>(at / 2);
        page[at] = static_cast<char>(properties[i].size());
        page.replace(at + 1, properties[i].size(), properties[i]);
        at += 20;
    }
    page[511] = 5;
    made.pages = page;
    made.ends = {2058};
    CHECK(textOf(made) == "abgh");
}

TEST_CASE("an old Word document that is locked, older or broken says so") {
    OldWord made;
    made.pieces = {narrow("hemmeligt")};
    made.flags = 0x0300;
    auto item = tests::readDocument(file(made), "x.doc");
    CHECK(tests::has(item, IssueCode::SealedContent));
    CHECK(item.text.empty());
    made.flags = 0x0200;
    made.magic = 0xA5DC;
    item = tests::readDocument(file(made), "x.doc");
    CHECK(tests::has(item, IssueCode::DamagedMetadata));
    CHECK(item.text.empty());
    made.magic = 0xA5EC;
    made.pieces.push_back({"kort", 100'000, false});
    item = tests::readDocument(file(made), "x.doc");
    CHECK(item.text == "hemmeligt");
    CHECK(tests::has(item, IssueCode::DamagedMetadata));
}

TEST_CASE("an old Word document is known by the whole file, and other compound files are not one") {
    const auto codeOf = [](const std::string& bytes) {
        core::format::ProbeInput input{std::string_view(bytes).substr(0, 512), "x", bytes.size()};
        input.whole = [&] { return std::make_unique<core::base::MemorySource>(bytes); };
        const auto* reader = core::format::findReader(input);
        return std::string(reader == nullptr ? "none" : reader->code());
    };
    CHECK(codeOf(tests::documentFixture("old.doc")) == "document");
    tests::CfbNode root{"Root Entry", {}, {{"Workbook", "x"}}, true};
    CHECK(codeOf(tests::compoundFile(root)) == "none");
}

TEST_CASE("old Word documents whose pieces are cut or changed return") {
    OldWord made;
    made.pieces = {narrow("S\xF8ndag "), wide("stod han ved åen\r"),
                   narrow("et\x07to\x07\x07"
                          "efter\r")};
    tests::Damage how;
    how.truncations = 300;
    how.mutations = 2000;
    tests::survivesDamage(core::format::DocumentReader(), file(made), how);
}
