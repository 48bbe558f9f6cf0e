// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Breaks styled text into lines of a width and puts their runs in the order in which they stand on paper.
// Not drawing: text_painter.h does that.

#include "core/pdf/hyphenator.h"
#include "core/pdf/itemizer.h"
#include "core/pdf/word_store.h"

#include <span>

namespace core::pdf {

inline constexpr double kMmPerPoint = 25.4 / 72;

struct PlacedRun {
    const ShapedRun* shape = nullptr; // kept by the paragraph
    std::uint16_t style = 0;
    double xMm = 0; // from the line's left end
};

struct Line {
    double ascentMm = 0; // from the top of the leading to the baseline
    double descentMm = 0;
    double xMm = 0; // the left end, by alignment
    double widthMm = 0;
    std::size_t firstRun = 0, runCount = 0; // in Paragraph::State::runs
    double heightMm() const { return ascentMm + descentMm; }
};

struct Paragraph::State {
    std::vector<TextStyle> styles;
    std::vector<Line> lines;
    std::vector<PlacedRun> runs;                     // of all lines
    std::shared_ptr<const void> words;               // where simple runs live
    std::vector<std::shared_ptr<const void>> owners; // of the others
    int baseLevel = 0;                               // of the first line: 1 = from right to left
    std::string text;                                // as it was given, for who watches texts

    std::span<const PlacedRun> runsOf(const Line& line) const {
        return std::span(runs).subspan(line.firstRun, line.runCount);
    }
};

class LineLayout {
public:
    LineLayout(FontSet& fonts, Shaper& shaper, const std::string& language);

    // `widthMm` <= 0: never broken but at line feeds.
    Paragraph::State layout(const StyledText& text, double widthMm, Align align);

    // What keeps the words of now alive; another one when their store has begun anew.
    std::shared_ptr<const void> keeper() const { return words_.keeper(); }

private:
    struct Source; // one line between line feeds

    bool layoutSimple(const StyledText& text, double widthMm, Align align, Paragraph::State& state);
    bool breakSimple(const StyledText& text, std::size_t begin, std::size_t end, double widthMm, Align align,
                     Paragraph::State& state);
    bool addSegment(const StyledText& text, std::size_t begin, std::size_t end);
    std::size_t fittingPart(std::size_t first, const std::vector<TextStyle>& styles, double widthMm) const;
    void closeSimple(std::uint16_t emptyStyle, double widthMm, Align align, std::size_t firstRun,
                     std::size_t endRun, Paragraph::State& state);

    void breakSource(Source& source);
    std::size_t nextBreak(Source& source, std::size_t from);
    std::size_t emergencyBreak(Source& source, std::size_t from);
    std::size_t hyphenBreak(Source& source, std::size_t from);
    std::shared_ptr<const ShapedRun> partOfWord(const Source& source, const LogicalRun& run,
                                                std::size_t begin, std::size_t end);
    void addLine(Source& source, std::size_t from, std::size_t to);
    void placeRuns(Source& source, std::size_t from, std::size_t to, Line& line);
    void setHeight(const std::vector<TextStyle>& styles, std::span<const PlacedRun> runs,
                   std::uint16_t emptyStyle, Line& line) const;

    FontSet& fonts_;
    Shaper& shaper_;
    WordStore words_;
    Itemizer itemizer_;
    Hyphenator hyphenator_;
    std::vector<std::size_t> breaks_; // of the line that is being broken
    std::vector<PlacedRun> runs_;     // of the paragraph that is being set
    double ascentEm_;                 // of Noto Sans, whose letters stand in the middle of the leading
    double descentEm_;
};

// The left end of a line in a width, by alignment.
double startOf(const Line& line, double widthMm, Align align, bool rightToLeft);

void beginStyled(StyledText& out);
void addStyled(std::string_view text, const TextStyle& style, StyledText& out); // UTF-8
void fillStyled(const std::vector<Span>& spans, StyledText& out);

} // namespace core::pdf
