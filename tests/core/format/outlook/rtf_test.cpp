// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/rtf_packed.h"
#include "core/format/outlook/rtf_text.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/support/corpus.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::outlook::readRtf;
using core::format::outlook::unpackRtf;

namespace {
// The twins differ in line ends, and one has a NUL at its end.
std::string withoutReturns(std::string text) {
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    return text;
}
} // namespace

TEST_CASE("packed RTF is unpacked as the specification's examples say") {
    // [MS-OXRTFCP] 3.1 and 3.2
    const std::string simple(
        "\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63"
        "\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64"
        "\x7d\x0a\x80\x0f\xa0",
        49);
    CHECK(unpackRtf(simple, 1000) == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    const std::string overlap(
        "\x1a\x00\x00\x00\x1c\x00\x00\x00\x4c\x5a\x46\x75\xe2\xd4\x4b\x51\x41\x00\x04\x20\x57\x58"
        "\x59\x5a\x0d\x6e\x7d\x01\x0e\xb0",
        30);
    CHECK(unpackRtf(overlap, 1000) == "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    CHECK(unpackRtf(simple, 7).size() <= 30);
    CHECK(unpackRtf(std::string("\0\0\0\0\3\0\0\0MELA\0\0\0\0abcdef", 22), 1000) == "abc");
    CHECK(unpackRtf("x", 1000).empty());
}

TEST_CASE("RTF gives its letters, whatever they are written as") {
    CHECK(readRtf("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\colortbl;}\\f0 K\\'f8b br\\'f8d\\par "
                  "til \\b mor\\b0 .\\tab\\u8364 ?\\u-10179?\\u-8694?\\{\\}}")
              .text == "Køb brød\ntil mor.\t€😊{}");
    CHECK(readRtf("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f1\\fcharset204 Arial;}{\\f0\\fcharset0 A;}}\\f1 "
                  "\\'ef\\'f0\\'e8\\f0  \\'e6}")
              .text == "при æ");
    CHECK(readRtf("{\\rtf1{\\*\\generator Word;}{\\pict 0011aaff}\\uc2\\u230 ??x}").text == "æx");
    CHECK(readRtf("{\\rtf1 {\\bin4 }}{a}b}").text == "b");
    CHECK(readRtf("ikke rtf").text.empty());
}

TEST_CASE("HTML wrapped in RTF is unwrapped") {
    const auto html =
        readRtf("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}\n"
                "{\\*\\htmltag64 <p>}\\htmlrtf {\\b\\htmlrtf0 Jeg s\\'e5 dig{\\*\\htmltag244 <br>}\\par\n"
                "\\htmlrtf }\\htmlrtf0 i g\\'e5r{\\*\\htmltag72 </p>}}");
    CHECK(html.isHtml);
    CHECK(html.text == "<p>Jeg så dig<br>\ni går</p>");
}

TEST_CASE("RTF without an end, or of braces only, is read in bounded depth") {
    CHECK(readRtf("{\\rtf1 " + std::string(200'000, '{') + "dybt").text == "dybt");
    CHECK(readRtf("{\\rtf1 x" + std::string(200'000, '}') + "y").text.starts_with("x"));
    CHECK(readRtf("{\\rtf1 \\").text.empty());
    CHECK(readRtf("{\\rtf1 \\'f").text.empty());
    CHECK(readRtf("{\\rtf1 \\u").text.empty());
    CHECK(readRtf("{\\rtf1 \\bin99999999 x").text.empty());
}

TEST_CASE("packed RTF of the corpus gives what its unpacked twin says") {
    const std::filesystem::path corpus = tests::corpusRoot();
    const auto folder = corpus / "outlook-msg/msgreader/rtf";
    for (const char* name : {"LZFu", "MELA"}) {
        CAPTURE(name);
        const std::string packed = tests::readFile(folder / (std::string(name) + ".bin"));
        const std::string plain = tests::readFile(folder / (std::string(name) + ".rtf"));
        const std::string ours = unpackRtf(packed, 1 << 26);
        CHECK(withoutReturns(ours) == withoutReturns(plain));
    }
}
