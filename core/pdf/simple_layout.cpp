// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of simple text: words out of the store, broken by their widths. What this cannot set, the full way of
// line_layout.cpp does.
#include "core/pdf/line_layout.h"
#include "core/pdf/simple_breaks.h"
#include "core/pdf/text_breaks.h"

#include <algorithm>

namespace core::pdf {
namespace {

constexpr double kToleranceMm = 0.001;

bool isBlank(const PlacedRun& run) { return run.shape->text[0] == u' '; }

double widthOf(const PlacedRun& run, const std::vector<TextStyle>& styles) {
    return run.shape->widthEm * styles[run.style].sizePt * kMmPerPoint;
}

} // namespace

bool LineLayout::layoutSimple(const StyledText& text, double widthMm, Align align, Paragraph::State& state) {
    runs_.clear();
    const std::u16string_view whole = text.text;
    std::size_t begin = 0;
    while (begin <= whole.size()) {
        const std::size_t feed = std::min(whole.find(u'\n', begin), whole.size());
        if (!breakSimple(text, begin, feed, widthMm, align, state)) {
            state.lines.clear();
            return false;
        }
        begin = feed + 1;
    }
    state.runs.assign(runs_.begin(), runs_.end());
    return true;
}

// The words and blanks of text[begin, end) as runs without places. False where no font has a letter of them.
bool LineLayout::addSegment(const StyledText& text, std::size_t begin, std::size_t end) {
    const std::u16string_view all = text.text;
    while (begin < end) {
        const bool blank = all[begin] == u' ';
        const std::uint16_t style = text.styleOf[begin];
        std::size_t next = begin + 1;
        while (next < end && (all[next] == u' ') == blank && text.styleOf[next] == style) ++next;
        const FontId font = fonts_.latin(text.styles[style].face);
        if (blank && next == begin + 1) {
            runs_.push_back({&words_.blank(font), style, 0});
            begin = next;
        }
        while (begin < next) {
            const std::size_t part = firstPart(all.substr(begin, next - begin));
            const ShapedRun& word = words_.word(all.substr(begin, part), font);
            if (!word.isWhole) return false;
            runs_.push_back({&word, style, 0});
            begin += part;
        }
    }
    return true;
}

// How many letters of the runs from `first` on fit: at least one. 0 where their letters have more than one
// sign, or where all fit.
std::size_t LineLayout::fittingPart(std::size_t first, const std::vector<TextStyle>& styles,
                                    double widthMm) const {
    double x = 0;
    std::size_t letters = 0;
    for (std::size_t r = first; r < runs_.size(); ++r) {
        const ShapedRun& word = *runs_[r].shape;
        if (word.glyphs.size() != word.text.size()) return 0;
        const double unitMm =
            styles[runs_[r].style].sizePt * kMmPerPoint / fonts_.file(word.font).unitsPerEm();
        for (std::size_t i = 0; i < word.glyphs.size(); ++i, ++letters) {
            if (word.glyphs[i].cluster != i) return 0;
            x += word.glyphs[i].advance * unitMm;
            if (letters > 0 && x > widthMm + kToleranceMm) return letters;
        }
    }
    return 0;
}

// False where the full way has to.
bool LineLayout::breakSimple(const StyledText& text, std::size_t begin, std::size_t end, double widthMm,
                             Align align, Paragraph::State& state) {
    breaks_.clear();
    if (!simpleBreaks(text.text, begin, end, breaks_)) breaks_ = lineBreaks(text.text, begin, end);
    const auto styleAt = [&](std::size_t at) {
        return text.styleOf.empty() ? std::uint16_t{0} : text.styleOf[std::min(at, text.styleOf.size() - 1)];
    };
    std::size_t lineFirst = runs_.size(); // the first run of the line
    double x = 0;                         // where the next run stands
    std::size_t from = begin, lineBegin = begin;
    const auto turn = [&](std::size_t endRun) { // the line ends before that run
        closeSimple(styleAt(lineBegin), widthMm, align, lineFirst, endRun, state);
        lineFirst = endRun;
        lineBegin = from;
        x = 0;
    };
    const auto place = [&](std::size_t first) {
        for (std::size_t i = first; i < runs_.size(); ++i) {
            runs_[i].xMm = x;
            x += widthOf(runs_[i], text.styles);
        }
    };
    for (std::size_t next = 0; next < breaks_.size();) {
        const std::size_t to = breaks_[next], first = runs_.size();
        if (!addSegment(text, from, to)) return false;
        double width = 0, ink = 0; // `ink`: without blanks at the end
        for (std::size_t i = first; i < runs_.size(); ++i) {
            width += widthOf(runs_[i], text.styles);
            if (!isBlank(runs_[i])) ink = width;
        }
        if (widthMm > 0 && x + ink > widthMm + kToleranceMm && first > lineFirst) turn(first);
        if (widthMm > 0 && ink > widthMm + kToleranceMm) {               // a word longer than the line
            if (text.styles[runs_[first].style].hyphenate) return false; // it may be parted
            const std::size_t part = fittingPart(first, text.styles, widthMm);
            if (part == 0) return false;
            runs_.resize(first);
            if (!addSegment(text, from, from + part)) return false;
            place(first);
            from += part;
            turn(runs_.size());
            continue; // with what is left of it
        }
        place(first);
        from = to;
        ++next;
    }
    closeSimple(styleAt(lineBegin), widthMm, align, lineFirst, runs_.size(), state);
    return true;
}

void LineLayout::closeSimple(std::uint16_t emptyStyle, double widthMm, Align align, std::size_t firstRun,
                             std::size_t endRun, Paragraph::State& state) {
    // Blanks at the end of a line that was broken are not shown; a text that is never broken keeps them.
    if (widthMm > 0)
        while (endRun > firstRun && isBlank(runs_[endRun - 1])) --endRun;
    Line line;
    line.firstRun = firstRun;
    line.runCount = endRun - firstRun;
    if (line.runCount > 0) line.widthMm = runs_[endRun - 1].xMm + widthOf(runs_[endRun - 1], state.styles);
    setHeight(state.styles, std::span(runs_).subspan(firstRun, line.runCount), emptyStyle, line);
    line.xMm = startOf(line, widthMm, align, false);
    state.lines.push_back(line);
}

} // namespace core::pdf
