// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/text_lines.h"

#include "core/report/marks.h"
#include "core/report/protected_terms.h"

#include <algorithm>

namespace core::report {

namespace {

using Before = LaidWord::Before;

std::string_view between(Before before) {
    switch (before) {
    case Before::Page:
        return "\n\n";
    case Before::Line:
        return "\n";
    case Before::Gap:
        return "    ";
    case Before::Blank:
        break;
    }
    return " ";
}

std::vector<std::string*> textsOf(std::vector<LaidWord>& words) {
    std::vector<std::string*> texts;
    for (LaidWord& word : words) texts.push_back(&word.text);
    return texts;
}

std::string joined(const std::vector<LaidWord>& words) {
    std::string text;
    for (const LaidWord& word : words) text += word.text + "\n";
    return text;
}

// The mark that a text begins with; empty where there is none.
std::string_view markOf(std::string_view text) {
    const std::size_t end = text.find(kStruckEnd);
    return text.starts_with(kStruckBegin) && end != std::string_view::npos
               ? text.substr(0, end + kStruckEnd.size())
               : std::string_view();
}

// A term of several words is one mark where they stand beside one another.
std::string inLines(const std::vector<LaidWord>& words) {
    std::string text;
    for (const LaidWord& word : words) {
        const std::string_view mark = markOf(word.text);
        if (!mark.empty() && word.before == Before::Blank && text.ends_with(mark)) {
            text += std::string_view(word.text).substr(mark.size());
            continue;
        }
        if (!text.empty()) text += between(word.before);
        text += word.text;
    }
    return text;
}

} // namespace

std::optional<std::string> textInLines(const RedactedReader& reader, std::vector<LaidWord> words,
                                       int leastStruck) {
    if (reader.redactAll(textsOf(words)) < leastStruck) return std::nullopt;
    const std::string read = joined(words);
    std::sort(words.begin(), words.end(),
              [](const LaidWord& a, const LaidWord& b) { return a.place < b.place; });
    reader.redactor().apply(textsOf(words));
    const std::string seen = inLines(words);
    for (const std::string& text : {read, seen})
        if (isLeftOver(reader.redactor(), text)) return std::nullopt;
    return seen;
}

int placesStruck(const std::string& text) {
    int places = 0;
    for (std::size_t at = text.find(kStruckBegin); at != std::string::npos;
         at = text.find(kStruckBegin, at + 1))
        ++places;
    return places;
}

bool isLeftOver(const Redactor& redactor, std::string text) {
    for (std::size_t at = text.find(kStruckBegin); at != std::string::npos;
         at = text.find(kStruckBegin, at)) {
        const std::size_t end = text.find(kStruckEnd, at);
        text.replace(at, end == std::string::npos ? end : end + kStruckEnd.size() - at, "█");
    }
    return redactor.finds(closedUp(std::move(text)));
}

} // namespace core::report
