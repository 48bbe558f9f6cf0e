// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Breaks styled text into lines of a width and puts their runs in the order in which they stand on paper.
// Not drawing: text_painter.h does that.

#include "core/pdf/hyphenator.h"
#include "core/pdf/itemizer.h"

namespace core::pdf {

inline constexpr double kMmPerPoint = 25.4 / 72;

struct PlacedRun {
    std::shared_ptr<const ShapedRun> shape;
    std::uint16_t style = 0;
    double xMm = 0; // from the line's left end
    // For readers of the file instead of what its glyphs say: of a parted word the first part says the whole,
    // the others nothing.
    std::u16string said = {};
};

struct Line {
    double ascentMm = 0; // from the top of the leading to the baseline
    double descentMm = 0;
    double xMm = 0; // the left end, by alignment
    double widthMm = 0;
    std::vector<PlacedRun> runs;
    double heightMm() const { return ascentMm + descentMm; }
};

struct Paragraph::State {
    std::vector<TextStyle> styles;
    std::vector<Line> lines;
    int baseLevel = 0; // of the first line: 1 = from right to left
    std::string text;  // as it was given, for who watches texts
};

class LineLayout {
public:
    LineLayout(FontSet& fonts, Shaper& shaper, const std::string& language);

    // `widthMm` <= 0: never broken but at line feeds.
    Paragraph::State layout(const StyledText& text, double widthMm, Align align);

private:
    struct Source; // one line between line feeds

    void breakSource(Source& source);
    std::size_t nextBreak(Source& source, std::size_t from);
    std::size_t emergencyBreak(Source& source, std::size_t from);
    std::size_t hyphenBreak(Source& source, std::size_t from);
    PlacedRun partOfWord(const Source& source, const LogicalRun& run, std::size_t begin, std::size_t end);
    void addLine(Source& source, std::size_t from, std::size_t to);
    void placeRuns(Source& source, std::size_t from, std::size_t to, Line& line);
    void setHeight(const Paragraph::State& state, std::uint16_t emptyStyle, Line& line) const;

    FontSet& fonts_;
    Shaper& shaper_;
    Itemizer itemizer_;
    Hyphenator hyphenator_;
    double ascentEm_; // of Noto Sans, whose letters stand in the middle of the leading
    double descentEm_;
};

StyledText styledText(const std::vector<Span>& spans);

} // namespace core::pdf
