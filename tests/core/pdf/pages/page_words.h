// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of one page of a PDF and where they stand, in points from the page's top left corner.

#include "tests/support/temp_folder.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

namespace tests {

struct Word {
    std::string text;
    double left, top, right, bottom;
    bool operator==(const std::string& other) const { return text == other; }
};

inline std::vector<Word> wordsOf(const std::filesystem::path& pdf, int page) {
    const auto out = pdf.string() + ".html";
    const std::string number = std::to_string(page);
    REQUIRE(std::system(
                ("pdftotext -f " + number + " -l " + number + " -bbox '" + pdf.string() + "' '" + out + "'")
                    .c_str()) == 0);
    const std::string html = readFile(out);
    static const std::regex kWord(
        R"re(<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)<)re");
    std::vector<Word> words;
    for (std::sregex_iterator it(html.begin(), html.end(), kWord), end; it != end; ++it)
        words.push_back(
            {(*it)[5], std::stod((*it)[1]), std::stod((*it)[2]), std::stod((*it)[3]), std::stod((*it)[4])});
    return words;
}

inline int timesOf(const std::vector<Word>& words, const std::string& text) {
    return static_cast<int>(std::count(words.begin(), words.end(), text));
}

} // namespace tests
