// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The page that is being filled, in millimetres of its body, with footer, links and page numbers. A draft
// sheet counts pages and measures text, and draws nothing: it is how page numbers are learned.

#include "core/base/progress.h"
#include "core/pdf/canvas.h"
#include "core/pdf/pages/page_map.h"
#include "core/pdf/pages/part_plan.h"
#include "core/pdf/pages/style.h"
#include "core/report/log_document.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf::pages {

struct DraftedPages; // findings.h
struct Findings;
struct PageNaming;

class Sheet {
public:
    Sheet(Canvas& canvas, const report::LogDocument& document, PageMap known, bool isDraft,
          base::Progress& progress);

    const report::LogDocument& document() const { return document_; }
    const report::Words& words() const { return document_.words; }
    std::string number(long long n) const; // a count as the document writes it: 1.240, 1,240
    bool isDraft() const { return isDraft_; }
    void setPart(Part part) { part_ = std::move(part); } // else the whole document
    const Part& part() const { return part_; }
    void setFindings(Findings* findings) { findings_ = findings; } // else every draft begins anew
    Findings* findings() const { return findings_; }
    Canvas& canvas() { return canvas_; }

    // Begins a page with its footer; `section` is noted for the table of contents.
    void beginPage(const style::Grid& grid, const std::string& section);
    int page() const { return page_; } // printed number, from 1
    const style::Grid& grid() const { return *grid_; }
    double width() const { return grid_->width; }
    double height() const { return grid_->height; }

    // Text. The key of a section becomes its pages; what was struck out stands in a black box, on a single
    // line too.
    Paragraph paragraph(const std::string& text, const TextStyle& style, double width,
                        Align align = Align::Start);
    Paragraph paragraph(const std::vector<report::Run>& runs, const TextStyle& plain, const TextStyle& bold,
                        double width);
    double widthOf(const std::string& text, const TextStyle& style);
    // The longest beginning of a text that `fits`, with an ellipsis; the whole where that fits.
    static std::string shortened(const std::string& text,
                                 const std::function<bool(const std::string&)>& fits);

    // All in millimetres from the top left corner of the body.
    void draw(const Paragraph& paragraph, double x, double y);
    void draw(const Paragraph& paragraph, double x, double y, std::size_t first, std::size_t lines);
    double write(const std::string& text, const TextStyle& style, double x, double y, double width,
                 Align align = Align::Start); // a paragraph at once, with linkPages; returns its height
    // From where a drawn text names the pages of a section to that section: of a single line the pages alone,
    // of more the whole leads to the first that it names.
    void linkPages(const std::string& text, const TextStyle& style, const Paragraph& drawn, double x,
                   double y);
    void line(const std::string& text, const TextStyle& style, double x, double y, Align align = Align::Left);
    void baseline(const std::string& text, const TextStyle& style, double x, double y,
                  Align align = Align::Left);
    void rule(double x1, double y1, double x2, double y2, double width, double gray = 0, double dash = 0,
              double gap = 0);
    void fill(double x, double y, double w, double h, double gray);
    void frame(double x, double y, double w, double h, double width, double gray = 0, double radius = 0,
               double dash = 0, double gap = 0, bool roundLeft = true);
    void hash(const std::string& hex, std::size_t from, std::size_t digits, const TextStyle& style,
              double cell, double x, double y); // groups of four in fixed cells

    void link(double x, double y, double w, double h, const std::string& name);
    void destination(const std::string& name, double y);
    void bookmark(const std::string& title, int level, double y);
    // A bookmark and a destination for the top of the next page.
    void announce(const std::string& title, const std::string& name);

    void note(const std::string& key) { learned_.note(key, page_); }
    // For drafts: the pages that `drawPages` draws, by themselves; and as if they had been drawn once more.
    // False where they would be others by now.
    DraftedPages noteApart(const std::function<void()>& drawPages);
    bool repeat(const DraftedPages& pages);
    const PageMap& known() const { return known_; }
    PageMap learned() const;
    std::string resolve(const std::string& text) const;
    bool holds(const std::string& section) const; // this document, or this part of it

private:
    std::vector<Span> spans(const std::string& text, const TextStyle& style) const;
    void noteNaming(const PageNaming& naming);
    void addSpans(const std::string& text, const TextStyle& style, std::vector<Span>& list) const;
    void footer();

    Canvas& canvas_;
    const report::LogDocument& document_;
    const PageMap known_;
    PageMap learned_;
    Part part_;
    Findings* findings_ = nullptr;
    std::vector<PageNaming>* naming_ = nullptr; // of the pages that are noted apart
    const style::Grid* grid_ = &style::kPortrait;
    base::Progress& progress_;
    std::string announcedTitle_, announcedName_;
    int page_ = 0;
    bool isDraft_;
};

} // namespace core::pdf::pages
