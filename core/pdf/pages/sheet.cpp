// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/sheet.h"

#include "core/base/catalog.h"
#include "core/base/date_format.h"
#include "core/base/utf8.h"
#include "core/pdf/pages/findings.h"
#include "core/report/marks.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr double kMmPerPt = 25.4 / 72;
constexpr std::size_t kNeverAgain = SIZE_MAX; // lines: of runs, which are not kept

// From the top of a line to its baseline: ascent and descent of Noto Sans, centred in the leading.
double baselineOf(const TextStyle& style) { return style.leadingMm / 2 + 0.388 * style.sizePt * kMmPerPt; }

// Of what marks.h knows. All its signs begin with this byte, and most texts hold none of it.
bool hasMarks(const std::string& text) { return text.find(report::kPageBegin[0]) != std::string::npos; }

bool hasPage(const std::string& text) { return text.find(report::kPageBegin) != std::string::npos; }

// White on a black box as long as these words, never as what was taken out. The brackets that stand for it
// in the text are black on black: they make the box's ends.
void addStruckOut(std::vector<Span>& list, const std::string& mark, TextStyle style) {
    style.face = Face::Bold;
    style.sizePt *= 0.88;
    style.onBlack = true;
    TextStyle edge = style;
    edge.gray = 0;
    style.gray = 1;
    const std::size_t first = mark.starts_with('[') ? 1 : 0;
    const std::size_t last = mark.size() - (mark.ends_with(']') ? 1 : 0);
    if (first > 0) list.push_back({mark.substr(0, first), edge});
    if (last > first) list.push_back({mark.substr(first, last - first), style});
    if (last >= first && last < mark.size()) list.push_back({mark.substr(last), edge});
}

} // namespace

Sheet::Sheet(Canvas& canvas, const report::LogDocument& document, PageMap known, bool isDraft,
             base::Progress& progress)
    : canvas_(canvas), document_(document), known_(std::move(known)), part_(wholeDocument(document)),
      progress_(progress), isDraft_(isDraft) {}

std::string Sheet::number(long long n) const { return base::formatCount(n, document_.language); }

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
    std::string code;
    for (std::size_t i = 0; i < 16 && i + 4 <= document_.code.size(); i += 4)
        code += (i > 0 ? " " : "") + document_.code.substr(i, 4);
    const std::string edition =
        code.empty() ? code : base::fill(words().edition, {document_.madeShort, code});
    if (!edition.empty()) line(edition, style::kCaption, width() / 2, text, Align::Center);
    // A long name of the case ends before the code of the edition, by which pages are known to belong
    // together.
    constexpr double kApart = 4; // mm
    const double room = (width() - (edition.empty() ? 0 : widthOf(edition, style::kCaption))) / 2 - kApart;
    const std::string name =
        words().logForm + (document_.caseLabel.empty() ? "" : " · " + document_.caseLabel);
    line(shortened(name, [&](const std::string& part) { return widthOf(part, style::kCaption) <= room; }),
         style::kCaption, 0, text);
    line(base::fill(words().pageOf, {std::to_string(page_), std::to_string(known_.total)}),
         style::kPageNumber, width(), text, Align::Right);
}

std::string Sheet::resolve(const std::string& text) const {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t mark = text.find(report::kPageBegin, pos);
        const std::size_t end = mark == std::string::npos ? mark : text.find(report::kPageEnd, mark);
        if (end == std::string::npos) return out + text.substr(pos);
        out += text.substr(pos, mark - pos);
        const std::size_t key = mark + report::kPageBegin.size();
        out += known_.text(text.substr(key, end - key));
        pos = end + report::kPageEnd.size();
    }
    return out;
}

std::vector<Span> Sheet::spans(const std::string& text, const TextStyle& style) const {
    std::vector<Span> list;
    addSpans(text, style, list);
    if (list.empty()) list.push_back({" ", style});
    return list;
}

void Sheet::addSpans(const std::string& text, const TextStyle& style, std::vector<Span>& list) const {
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t mark = std::min(text.find(report::kStruckBegin, pos), text.size());
        if (mark != pos) list.push_back({text.substr(pos, mark - pos), style});
        if (mark == text.size()) break;
        const std::size_t begin = mark + report::kStruckBegin.size();
        const std::size_t end = std::min(text.find(report::kStruckEnd, begin), text.size()); // none where cut
        addStruckOut(list, text.substr(begin, end - begin), style);
        pos = std::min(text.size(), end + report::kStruckEnd.size());
    }
}

Paragraph Sheet::paragraph(const std::string& text, const TextStyle& style, double width, Align align) {
    if (!text.empty() && !hasMarks(text)) return canvas_.layout(text, style, width, align);
    Paragraph set = canvas_.layout(spans(resolve(text), style), width, align);
    if (naming_ != nullptr && hasPage(text))
        noteNaming({text, style, width, align, set.lineCount(), set.heightMm()});
    return set;
}

void Sheet::noteNaming(const PageNaming& naming) {
    const auto isSame = [&](const PageNaming& other) {
        return other.text == naming.text && other.widthMm == naming.widthMm && other.style == naming.style &&
               other.align == naming.align;
    };
    if (std::none_of(naming_->begin(), naming_->end(), isSame)) naming_->push_back(naming);
}

Paragraph Sheet::paragraph(const std::vector<report::Run>& runs, const TextStyle& plain,
                           const TextStyle& bold, double width) {
    if (runs.size() == 1 && !runs[0].text.empty() && !hasMarks(runs[0].text))
        return canvas_.layout(runs[0].text, runs[0].bold ? bold : plain, width);
    std::vector<Span> all;
    all.reserve(runs.size());
    for (const report::Run& run : runs) {
        if (run.text.empty()) continue;
        const bool names = hasPage(run.text);
        if (naming_ != nullptr && names) noteNaming({run.text, plain, width, Align::Start, kNeverAgain, 0});
        addSpans(names ? resolve(run.text) : run.text, run.bold ? bold : plain, all);
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
    linkPages(text, style, set, x, y);
    return set.heightMm();
}

void Sheet::linkPages(const std::string& text, const TextStyle& style, const Paragraph& drawn, double x,
                      double y) {
    constexpr double kWordBefore = 4; // mm: "s." belongs to the number
    if (isDraft_) return;
    for (std::size_t pos = 0;;) {
        const std::size_t begin = text.find(report::kPageBegin, pos);
        const std::size_t end = begin == std::string::npos ? begin : text.find(report::kPageEnd, begin);
        if (end == std::string::npos) return;
        pos = end + report::kPageEnd.size();
        const std::size_t key = begin + report::kPageBegin.size();
        const std::string section = text.substr(key, end - key);
        if (!holds(section)) continue;
        const std::string place = "section:" + section;
        if (drawn.lineCount() != 1) return link(x, y, drawn.widthMm(), drawn.heightMm(), place);
        const double left = std::max(0.0, widthOf(resolve(text.substr(0, begin)), style) - kWordBefore);
        const double right = widthOf(resolve(text.substr(0, pos)), style);
        link(x + left, y, right - left, drawn.heightMm(), place);
    }
}

bool Sheet::holds(const std::string& section) const {
    return section != "total" && known_.has(section) && !known_.partOf.contains(section);
}

double Sheet::widthOf(const std::string& text, const TextStyle& style) {
    return canvas_.textWidthMm(spans(text, style));
}

std::string Sheet::shortened(const std::string& text, const std::function<bool(const std::string&)>& fits) {
    if (fits(text)) return text;
    std::size_t fitting = 0, tooLong = text.size(); // graphemes; a text has at most as many as bytes
    while (tooLong - fitting > 1) {
        const std::size_t middle = fitting + (tooLong - fitting) / 2;
        (fits(base::firstGraphemes(text, middle) + "…") ? fitting : tooLong) = middle;
    }
    return base::firstGraphemes(text, fitting) + "…";
}

void Sheet::line(const std::string& text, const TextStyle& style, double x, double y, Align align) {
    baseline(text, style, x, y + baselineOf(style), align);
}

void Sheet::baseline(const std::string& text, const TextStyle& style, double x, double y, Align align) {
    if (!isDraft_ && !text.empty())
        canvas_.drawText(spans(text, style), grid_->left + x, grid_->top + y, align);
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
    for (std::size_t i = from; i < from + digits && i < hex.size(); i += 4, x += cell)
        line(hex.substr(i, 4), style, x, y);
}

void Sheet::link(double x, double y, double w, double h, const std::string& name) {
    if (!isDraft_) canvas_.link(grid_->left + x, grid_->top + y, w, h, name);
}

void Sheet::destination(const std::string& name, double y) {
    if (!isDraft_) canvas_.destination(name, grid_->top + y);
}

void Sheet::bookmark(const std::string& title, int level, double y) {
    if (!isDraft_) canvas_.bookmark(report::withoutStruckSigns(title), level, grid_->top + y);
}

DraftedPages Sheet::noteApart(const std::function<void()>& drawPages) {
    DraftedPages apart;
    const int before = page_;
    std::swap(apart.map, learned_);
    naming_ = &apart.naming;
    drawPages();
    naming_ = nullptr;
    std::swap(apart.map, learned_);
    apart.pages = page_ - before;
    for (auto& [key, range] : apart.map.ranges) {
        learned_.note(key, range.first);
        learned_.note(key, range.last);
        range = {range.first - before, range.last - before};
    }
    return apart;
}

bool Sheet::repeat(const DraftedPages& pages) {
    for (const PageNaming& naming : pages.naming) {
        const Paragraph now = paragraph(naming.text, naming.style, naming.widthMm, naming.align);
        if (now.lineCount() != naming.lines || now.heightMm() != naming.heightMm) return false;
    }
    for (const auto& [key, range] : pages.map.ranges) {
        learned_.note(key, page_ + range.first);
        learned_.note(key, page_ + range.last);
    }
    page_ += pages.pages;
    announcedTitle_.clear();
    return true;
}

PageMap Sheet::learned() const {
    PageMap map = learned_;
    map.total = page_;
    return map;
}

} // namespace core::pdf::pages
