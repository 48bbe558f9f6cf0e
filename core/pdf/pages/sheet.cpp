// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/sheet.h"

#include "core/base/catalog.h"

namespace core::pdf::pages {

namespace {

constexpr double kMmPerPt = 25.4 / 72;

// From the top of a line to its baseline: ascent and descent of Noto Sans, centred in the leading.
double baselineOf(const TextStyle& style) { return style.leadingMm / 2 + 0.388 * style.sizePt * kMmPerPt; }

// White on a black box as long as these words, never as what was taken out. The brackets that stand for it
// in the text are black on black: they make the box's ends.
void addStruckOut(std::vector<Span>& list, const std::string& mark, TextStyle style) {
    style.face = Face::Bold;
    style.sizePt *= 0.88;
    style.onBlack = true;
    TextStyle edge = style;
    edge.gray = 0;
    style.gray = 1;
    list.push_back({mark.substr(0, 1), edge});
    list.push_back({mark.substr(1, mark.size() - 2), style});
    list.push_back({mark.substr(mark.size() - 1), edge});
}

} // namespace

Sheet::Sheet(Canvas& canvas, const report::LogDocument& document, const PageMap& known, bool isDraft,
             base::Progress& progress)
    : canvas_(canvas), document_(document), known_(known), progress_(progress),
      markBegin_(document.words.redaction.substr(0, document.words.redaction.find("%1"))), isDraft_(isDraft) {
}

void Sheet::beginPage(const style::Grid& grid, const std::string& section) {
    progress_.throwIfCancelled();
    grid_ = &grid;
    ++page_;
    if (!isDraft_) {
        canvas_.newPage(grid.pageWidth, grid.pageHeight);
        progress_.add(1);
    }
    if (!section.empty()) note(section);
    footer();
    if (announcedTitle_.empty()) return;
    bookmark(announcedTitle_, 0, 0);
    destination(announcedName_, 0);
    announcedTitle_.clear();
}

void Sheet::announce(const std::string& title, const std::string& name) {
    announcedTitle_ = title;
    announcedName_ = name;
}

void Sheet::footer() {
    if (isDraft_) return;
    const double y = grid_->footRule - grid_->top;
    rule(0, y, width(), y, 0.2);
    const double text = y + 1.4;
    line(words().logForm + " · " + document_.caseLabel, style::kCaption, 0, text);
    std::string code;
    for (std::size_t i = 0; i < 16 && i + 4 <= document_.code.size(); i += 4)
        code += (i > 0 ? " " : "") + document_.code.substr(i, 4);
    line(base::fill(words().edition, {document_.madeShort, code}), style::kCaption, width() / 2, text,
         Align::Center);
    line(base::fill(words().pageOf, {std::to_string(page_), std::to_string(known_.total)}),
         style::kPageNumber, width(), text, Align::Right);
}

std::string Sheet::resolve(const std::string& text) const {
    static const std::string kMark = "{page:";
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t mark = text.find(kMark, pos);
        const std::size_t end = mark == std::string::npos ? mark : text.find('}', mark);
        if (end == std::string::npos) return out + text.substr(pos);
        out += text.substr(pos, mark - pos);
        out += known_.text(text.substr(mark + kMark.size(), end - mark - kMark.size()));
        pos = end + 1;
    }
    return out;
}

std::vector<Span> Sheet::spans(const std::string& text, const TextStyle& style) const {
    std::vector<Span> list;
    for (std::size_t pos = 0; pos < text.size();) {
        std::size_t mark = markBegin_.empty() ? std::string::npos : text.find(markBegin_, pos);
        const std::size_t end = mark == std::string::npos ? mark : text.find(']', mark);
        if (end == std::string::npos) mark = std::string::npos;
        if (mark != pos)
            list.push_back({text.substr(pos, mark == std::string::npos ? mark : mark - pos), style});
        if (mark == std::string::npos) break;
        addStruckOut(list, text.substr(mark, end + 1 - mark), style);
        pos = end + 1;
    }
    if (list.empty()) list.push_back({" ", style});
    return list;
}

Paragraph Sheet::paragraph(const std::string& text, const TextStyle& style, double width, Align align) {
    return canvas_.layout(spans(resolve(text), style), width, align);
}

Paragraph Sheet::paragraph(const std::vector<report::Run>& runs, const TextStyle& plain,
                           const TextStyle& bold, double width) {
    std::vector<Span> all;
    for (const report::Run& run : runs) {
        if (run.text.empty()) continue;
        for (Span& span : spans(resolve(run.text), run.bold ? bold : plain)) all.push_back(std::move(span));
    }
    if (all.empty()) all.push_back({" ", plain});
    return canvas_.layout(all, width);
}

void Sheet::draw(const Paragraph& paragraph, double x, double y) {
    if (!isDraft_) canvas_.draw(paragraph, grid_->left + x, grid_->top + y);
}

void Sheet::draw(const Paragraph& paragraph, double x, double y, std::size_t first, std::size_t lines) {
    if (!isDraft_) canvas_.draw(paragraph, grid_->left + x, grid_->top + y, first, lines);
}

double Sheet::write(const std::string& text, const TextStyle& style, double x, double y, double width,
                    Align align) {
    const Paragraph set = paragraph(text, style, width, align);
    draw(set, x, y);
    return set.heightMm();
}

void Sheet::line(std::string_view text, const TextStyle& style, double x, double y, Align align) {
    baseline(text, style, x, y + baselineOf(style), align);
}

void Sheet::baseline(std::string_view text, const TextStyle& style, double x, double y, Align align) {
    if (!isDraft_) canvas_.drawText(text, style, grid_->left + x, grid_->top + y, align);
}

void Sheet::rule(double x1, double y1, double x2, double y2, double width, double gray, double dash,
                 double gap) {
    if (isDraft_) return;
    canvas_.rule(grid_->left + x1, grid_->top + y1, grid_->left + x2, grid_->top + y2, width, gray, dash,
                 gap);
}

void Sheet::fill(double x, double y, double w, double h, double gray) {
    if (!isDraft_) canvas_.fillRect(grid_->left + x, grid_->top + y, w, h, gray);
}

void Sheet::frame(double x, double y, double w, double h, double width, double gray, double radius,
                  double dash, double gap, bool roundLeft) {
    if (isDraft_) return;
    canvas_.strokeRect(grid_->left + x, grid_->top + y, w, h, width, gray, radius, dash, gap, roundLeft);
}

void Sheet::hash(const std::string& hex, std::size_t from, std::size_t digits, const TextStyle& style,
                 double cell, double x, double y) {
    for (std::size_t i = from; i < from + digits && i < hex.size(); i += 4)
        line(std::string_view(hex).substr(i, 4), style, x + cell * static_cast<double>((i - from) / 4), y);
}

void Sheet::link(double x, double y, double w, double h, const std::string& name) {
    if (!isDraft_) canvas_.link(grid_->left + x, grid_->top + y, w, h, name);
}

void Sheet::destination(const std::string& name, double y) {
    if (!isDraft_) canvas_.destination(name, grid_->top + y);
}

void Sheet::bookmark(const std::string& title, int level, double y) {
    if (!isDraft_) canvas_.bookmark(title, level, grid_->top + y);
}

PageMap Sheet::learned() const {
    PageMap map = learned_;
    map.total = page_;
    return map;
}

} // namespace core::pdf::pages
