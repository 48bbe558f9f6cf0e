// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/line_layout.h"

#include "core/pdf/display_text.h"
#include "core/pdf/text_breaks.h"

#include <algorithm>

#include <unicode/uchar.h>

namespace core::pdf {
namespace {

constexpr double kToleranceMm = 0.001;
constexpr char16_t kNoText[] = u"\u200B"; // of a part whose word is said elsewhere

bool isBlank(char16_t c) { return c == u' '; }

} // namespace

double startOf(const Line& line, double widthMm, Align align, bool rightToLeft) {
    const bool right = align == Align::Right || (align == Align::Start && rightToLeft) ||
                       (align == Align::End && !rightToLeft);
    if (widthMm <= 0) return 0;
    if (align == Align::Center) return (widthMm - line.widthMm) / 2;
    return right ? widthMm - line.widthMm : 0;
}

void beginStyled(StyledText& out) {
    out.text.clear();
    out.styles.clear();
    out.styleOf.clear();
}

void addStyled(std::string_view text, const TextStyle& style, StyledText& out) {
    appendDisplayText(out.text, text);
    out.styles.push_back(style);
    out.styleOf.resize(out.text.size(), static_cast<std::uint16_t>(out.styles.size() - 1));
}

void fillStyled(const std::vector<Span>& spans, StyledText& out) {
    beginStyled(out);
    for (const Span& span : spans) addStyled(span.text, span.style, out);
    if (out.styles.empty()) out.styles.emplace_back();
}

struct LineLayout::Source {
    const StyledText& styled;
    Paragraph::State& state;
    double widthMm;
    Align align;
    std::size_t begin;
    std::size_t end;
    int level;

    std::vector<std::size_t> breaks{};
    std::size_t nextBreak = 0; // index into `breaks`
    std::vector<LogicalRun> runs{};
    std::size_t nextRun = 0;              // the first that a coming line can touch
    std::vector<double> widthBefore{};    // mm, for each unit from `begin` on, and one more
    std::vector<bool> clusterStart{};     // likewise
    std::vector<std::size_t> graphemes{}; // of the word that is being cut
    std::size_t nextGrapheme = 0;

    // The word that is parted with hyphens; none where begin == end.
    struct Parted {
        std::size_t begin = 0, end = 0;
        std::vector<std::size_t> places{}; // in the whole text
        bool isCut = false;                // its first part stands on a line, and says the whole
    } word{};
    std::size_t hyphenAt = 0; // a line that ends here ends with a hyphen; 0 = none

    const LogicalRun* runAt(std::size_t at) const {
        for (std::size_t i = nextRun; i < runs.size(); ++i)
            if (at >= runs[i].begin && at < runs[i].end) return &runs[i];
        return nullptr;
    }
    std::size_t trimmed(std::size_t from, std::size_t to) const {
        while (to > from && isBlank(styled.text[to - 1])) --to;
        return to;
    }
    bool fits(std::size_t from, std::size_t to) const {
        const double width = widthBefore[trimmed(from, to) - begin] - widthBefore[from - begin];
        return widthMm <= 0 || width <= widthMm + kToleranceMm;
    }
    void measure(const FontSet& fonts) {
        const std::size_t units = end - begin;
        widthBefore.assign(units + 1, 0);
        clusterStart.assign(units + 1, false);
        clusterStart[units] = true;
        for (const LogicalRun& run : runs) {
            const double emMm = styled.styles[run.style].sizePt * kMmPerPoint;
            for (const ClusterWidth& cluster : clusterWidths(run.shaped(), fonts)) {
                const std::size_t at = run.begin - begin + cluster.begin;
                widthBefore[at + 1] += cluster.widthEm * emMm;
                clusterStart[at] = true;
            }
        }
        for (std::size_t i = 1; i <= units; ++i) widthBefore[i] += widthBefore[i - 1];
    }
};

LineLayout::LineLayout(FontSet& fonts, Shaper& shaper, const std::string& language)
    : fonts_(fonts), shaper_(shaper), words_(shaper), itemizer_(fonts, shaper, words_, language),
      hyphenator_(language) {
    const FaceMeasures base = fonts.file(fonts.latin(Face::Regular)).measures();
    ascentEm_ = base.ascent / 1000;
    descentEm_ = base.descent / 1000;
}

Paragraph::State LineLayout::layout(const StyledText& text, double widthMm, Align align) {
    Paragraph::State state;
    state.styles = text.styles;
    const std::u16string_view whole = text.text;
    words_.startOverWhenFull();
    state.words = words_.keeper();
    if (isSimple(whole) && layoutSimple(text, widthMm, align, state)) return state;
    int level = baseLevel(whole, 0);
    state.baseLevel = level;
    std::size_t begin = 0;
    while (begin <= whole.size()) {
        const std::size_t feed = std::min(whole.find(u'\n', begin), whole.size());
        level = baseLevel(whole.substr(begin, feed - begin), level);
        Source source{text, state, widthMm, align, begin, feed, level};
        breakSource(source);
        begin = feed + 1;
    }
    return state;
}

void LineLayout::breakSource(Source& source) {
    if (source.begin < source.end) {
        source.breaks = lineBreaks(source.styled.text, source.begin, source.end);
        source.runs = itemizer_.itemize(source.styled, source.begin, source.end, source.level);
        source.measure(fonts_);
    }
    std::size_t from = source.begin;
    do {
        const std::size_t to = from < source.end ? nextBreak(source, from) : source.end;
        addLine(source, from, to);
        from = to;
    } while (from < source.end);
}

std::size_t LineLayout::nextBreak(Source& source, std::size_t from) {
    std::size_t best = from;
    while (source.nextBreak < source.breaks.size() && source.fits(from, source.breaks[source.nextBreak])) {
        best = source.breaks[source.nextBreak++];
    }
    return best > from ? best : emergencyBreak(source, from);
}

// A word longer than the line is cut between graphemes; at least one stands on each line.
std::size_t LineLayout::emergencyBreak(Source& source, std::size_t from) {
    if (const std::size_t at = hyphenBreak(source, from); at > from) return at;
    const std::size_t wordEnd = source.breaks[source.nextBreak];
    if (source.graphemes.empty() || source.graphemes.back() != wordEnd) {
        source.graphemes = graphemeBreaks(source.styled.text, from, wordEnd);
        source.nextGrapheme = 0;
    }
    std::size_t best = from;
    for (; source.nextGrapheme < source.graphemes.size(); ++source.nextGrapheme) {
        const std::size_t at = source.graphemes[source.nextGrapheme];
        if (at <= from || (at != wordEnd && !source.clusterStart[at - source.begin])) continue;
        if (best > from && !source.fits(from, at)) break;
        best = at;
    }
    if (best == wordEnd) ++source.nextBreak;
    return best;
}

// The last place in the word at `from` that leaves room for a hyphen; `from` where there is none. Names and
// codes keep their form: a word with a capital inside a sentence, or with anything but letters, has no place.
std::size_t LineLayout::hyphenBreak(Source& source, std::size_t from) {
    const StyledText& styled = source.styled;
    if (!styled.styles[styled.styleOf[from]].hyphenate) return from;
    if (from >= source.word.end) {
        std::size_t end = from;
        while (end < source.end && u_isalpha(styled.text[end])) ++end;
        source.word = {from, end, {}, false};
        const std::u16string_view word = std::u16string_view(styled.text).substr(from, end - from);
        if (mayPart(styled.text, source.begin, from, end))
            for (const std::size_t place : hyphenator_.places(word))
                source.word.places.push_back(from + place);
    }
    if (from != source.word.begin && !source.word.isCut) return from; // cut otherwise already
    std::size_t best = from;
    for (const std::size_t at : source.word.places) {
        const LogicalRun* run = source.runAt(from);
        if (at <= from || run == nullptr || at > run->end || !source.clusterStart[at - source.begin])
            continue;
        const double emMm = styled.styles[run->style].sizePt * kMmPerPoint;
        const double hyphen = words_.word(u"-", run->key.font).widthEm * emMm;
        const double width = source.widthBefore[at - source.begin] - source.widthBefore[from - source.begin];
        if (width + hyphen <= source.widthMm + kToleranceMm) best = at;
    }
    if (best == from) return from;
    source.word.isCut = true;
    return source.hyphenAt = best;
}

// A part of a parted word. The hyphen is a soft one for readers that do not know of `said`.
std::shared_ptr<const ShapedRun> LineLayout::partOfWord(const Source& source, const LogicalRun& run,
                                                        std::size_t begin, std::size_t end) {
    const std::u16string_view text = source.styled.text;
    auto part = std::make_shared<ShapedRun>(shaper_.shapeRun(text, begin, end, run.key));
    if (end == source.hyphenAt) {
        const ShapedRun& hyphen = words_.word(u"-", run.key.font);
        for (Glyph glyph : hyphen.glyphs) {
            glyph.cluster = static_cast<std::uint32_t>(end - begin);
            part->glyphs.push_back(glyph);
        }
        part->text += u'\u00AD';
        part->widthEm += hyphen.widthEm;
    }
    const bool isFirst = begin == source.word.begin;
    part->said = isFirst ? text.substr(begin, source.word.end - begin) : std::u16string_view(kNoText);
    return part;
}

void LineLayout::addLine(Source& source, std::size_t from, std::size_t to) {
    Line line;
    // Blanks at the end of a line that was broken are not shown; a text that is never broken keeps them.
    const std::size_t shownEnd = source.widthMm > 0 ? source.trimmed(from, to) : to;
    placeRuns(source, from, shownEnd, line);
    const auto& styleOf = source.styled.styleOf;
    const std::size_t at = std::min(from, styleOf.empty() ? 0 : styleOf.size() - 1);
    setHeight(source.state.styles, source.state.runsOf(line),
              styleOf.empty() ? std::uint16_t{0} : styleOf[at], line);
    line.xMm = startOf(line, source.widthMm, source.align, source.level == 1);
    source.state.lines.push_back(std::move(line));
}

void LineLayout::placeRuns(Source& source, std::size_t from, std::size_t to, Line& line) {
    Paragraph::State& state = source.state;
    std::vector<PlacedRun> logical;
    std::vector<std::uint8_t> levels;
    while (source.nextRun < source.runs.size() && source.runs[source.nextRun].end <= from) ++source.nextRun;
    for (std::size_t i = source.nextRun; i < source.runs.size() && source.runs[i].begin < to; ++i) {
        const LogicalRun& run = source.runs[i];
        const std::size_t begin = std::max(run.begin, from);
        const std::size_t end = std::min(run.end, to);
        const bool whole = begin == run.begin && end == run.end;
        const auto add = [&](std::shared_ptr<const ShapedRun> shape) {
            logical.push_back({shape.get(), run.style, 0});
            state.owners.push_back(std::move(shape));
            levels.push_back(run.level);
        };
        // Only the first run of a line can go on with a parted word, or end with a part of one.
        const bool isPart = source.word.isCut && begin >= source.word.begin && begin < source.word.end &&
                            (begin > source.word.begin || end == source.hyphenAt);
        if (!isPart && whole && run.word) {
            logical.push_back({run.word, run.style, 0});
            levels.push_back(run.level);
            continue;
        }
        const std::size_t partEnd = isPart ? std::min(end, source.word.end) : begin;
        if (isPart) add(partOfWord(source, run, begin, partEnd));
        if (partEnd == end) continue;
        add(whole && !isPart ? run.shape : shaper_.shape(source.styled.text, partEnd, end, run.key));
    }
    double x = 0;
    line.firstRun = state.runs.size();
    line.runCount = logical.size();
    for (const int index : visualOrder(levels)) {
        PlacedRun run = logical[static_cast<std::size_t>(index)];
        run.xMm = x;
        x += run.shape->widthEm * source.styled.styles[run.style].sizePt * kMmPerPoint;
        state.runs.push_back(run);
    }
    line.widthMm = x;
}

void LineLayout::setHeight(const std::vector<TextStyle>& styles, std::span<const PlacedRun> runs,
                           std::uint16_t emptyStyle, Line& line) const {
    const auto include = [&](const TextStyle& style) {
        const double emMm = style.sizePt * kMmPerPoint;
        const double halfGap = (style.leadingMm - (ascentEm_ + descentEm_) * emMm) / 2;
        line.ascentMm = std::max(line.ascentMm, ascentEm_ * emMm + halfGap);
        line.descentMm = std::max(line.descentMm, descentEm_ * emMm + halfGap);
    };
    if (runs.empty()) include(styles[emptyStyle]);
    std::uint16_t included = 0;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (i == 0 || runs[i].style != included) include(styles[included = runs[i].style]);
    for (const PlacedRun& run : runs) { // taller scripts push the lines apart
        const double emMm = styles[run.style].sizePt * kMmPerPoint;
        line.ascentMm = std::max(line.ascentMm, run.shape->inkTopEm * emMm);
        line.descentMm = std::max(line.descentMm, run.shape->inkBottomEm * emMm);
    }
}

} // namespace core::pdf
