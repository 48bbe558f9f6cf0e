// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/pdf/assemble.h"
#include "core/pdf/canvas_state.h"
#include "core/pdf/display_text.h"
#include "core/pdf/finish.h"

#include <algorithm>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace core::pdf {

Paragraph::Paragraph() = default;
Paragraph::~Paragraph() = default;
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;

std::size_t Paragraph::lineCount() const { return state ? state->lines.size() : 0; }

// The words that were kept, and what its helpers' heaps hold of them, make room for the objects of the file.
void Canvas::State::dropEngines() {
    for (auto& engine : engines) engine.reset(); // made again where it is wanted
#if defined(__GLIBC__)
    malloc_trim(0); // a thread's heap is of no use to another thread
#endif
}

double Paragraph::heightMm() const { return heightMm(0, lineCount()); }

double Paragraph::heightMm(std::size_t first, std::size_t count) const {
    double height = 0;
    const std::size_t begin = std::min(first, lineCount());
    const std::size_t end = begin + std::min(count, lineCount() - begin);
    for (std::size_t i = begin; i < end; ++i) height += state->lines[i].heightMm();
    return height;
}

double Paragraph::widthMm() const {
    double width = 0;
    if (!state) return width;
    for (const Line& line : state->lines) width = std::max(width, line.widthMm);
    return width;
}

Canvas::Canvas(const std::vector<std::filesystem::path>& fontFolders, const Metadata& metadata,
               const OutputForm& form)
    : state_(std::make_unique<State>(fontFolders, metadata, form)) {
    if (form.isLocked() && form.archive != Archive::None)
        throw base::Error(base::ErrorCode::InvalidInput, "a PDF for an archive cannot have a password");
}

Canvas::~Canvas() = default;

PageRecord& Canvas::State::page() {
    if (current < 0) throw base::Error(base::ErrorCode::Internal, "nothing can be drawn without a page");
    return parts.pages[static_cast<std::size_t>(current)];
}

Paragraph Canvas::layout(const std::vector<Span>& spans, double widthMm, Align align) {
    Paragraph paragraph;
    paragraph.state = state_->engine().layout(spans, widthMm, align);
    return paragraph;
}

Paragraph Canvas::layout(std::string_view text, const TextStyle& style, double widthMm, Align align) {
    Paragraph paragraph;
    paragraph.state = state_->engine().layout(text, style, widthMm, align);
    return paragraph;
}

double Canvas::textWidthMm(std::string_view text, const TextStyle& style) {
    return layout(text, style, 0, Align::Left).widthMm();
}

double Canvas::textWidthMm(const std::vector<Span>& spans) { return layout(spans, 0, Align::Left).widthMm(); }

int Canvas::newPage(double widthMm, double heightMm) {
    state_->closePage();
    PageRecord& page = state_->parts.pages.emplace_back();
    page.widthPt = widthMm / kMmPerPoint;
    page.heightPt = heightMm / kMmPerPoint;
    state_->current = pageCount() - 1;
    return state_->current;
}

void Canvas::selectPage(int page) {
    if (page == state_->current) return;
    if (page < 0 || page >= pageCount()) {
        throw base::Error(base::ErrorCode::Internal, "there is no such page", std::to_string(page));
    }
    state_->closePage();
    state_->current = page;
}

int Canvas::pageCount() const { return static_cast<int>(state_->parts.pages.size()); }

std::vector<std::uint64_t> Canvas::pageBytes() const {
    std::vector<std::uint64_t> all;
    std::set<ImageId> seen;
    std::set<ForeignUse> seenForeign;
    const auto& images = state_->images.all();
    for (const PageRecord& page : state_->parts.pages) {
        std::uint64_t bytes = page.content.packedSize();
        for (const ImageId id : page.images) {
            if (!seen.insert(id).second) continue;
            const StoredImage& image = images[static_cast<std::size_t>(id)];
            bytes += image.length();
            if (image.mask >= 0) bytes += images[static_cast<std::size_t>(image.mask)].length();
        }
        for (const auto& [file, number] : page.foreign) {
            const ForeignPages& foreign = state_->parts.foreign[static_cast<std::size_t>(file)];
            if (seenForeign.insert({file, number}).second && !foreign.pages.empty())
                bytes += foreign.pdf.size() / foreign.pages.size();
        }
        all.push_back(bytes);
    }
    return all;
}

void Canvas::clear() {
    DocumentParts& parts = state_->parts;
    parts.pages.clear();
    parts.links.clear();
    parts.destinations.clear();
    parts.bookmarks.clear();
    state_->current = -1;
    state_->weighsOnly = false;
}

void Canvas::weighOnly() { state_->weighsOnly = true; }

void Canvas::draw(const Paragraph& paragraph, double x, double y) {
    draw(paragraph, x, y, 0, paragraph.lineCount());
}

void Canvas::draw(const Paragraph& paragraph, double x, double y, std::size_t firstLine, std::size_t lines) {
    if (paragraph.lineCount() == 0) return;
    if (firstLine == 0) state_->watch(paragraph.state->text);
    PageRecord& page = state_->page();
    Drawing drawing{page.content.open(), page.images, page.gray, page.font};
    const std::size_t begin = std::min(firstLine, paragraph.lineCount());
    const std::size_t end = begin + std::min(lines, paragraph.lineCount() - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const Line& line = paragraph.state->lines[i];
        state_->painter.drawLine(*paragraph.state, line, (x + line.xMm) / kMmPerPoint,
                                 state_->fromTop(page, y + line.ascentMm), drawing);
        y += line.heightMm();
    }
}

double Canvas::drawText(std::string_view text, const TextStyle& style, double x, double baselineY,
                        Align align) {
    return drawText({Span{std::string(text), style}}, x, baselineY, align);
}

double Canvas::drawText(const std::vector<Span>& spans, double x, double baselineY, Align align) {
    const Paragraph paragraph = layout(spans, 0, Align::Left);
    state_->watch(paragraph.state->text);
    PageRecord& page = state_->page();
    Drawing drawing{page.content.open(), page.images, page.gray, page.font};
    const bool rightToLeft = paragraph.state->baseLevel == 1;
    const bool endsAtX = align == Align::Right || (align == Align::Start && rightToLeft) ||
                         (align == Align::End && !rightToLeft);
    const double width = paragraph.widthMm();
    double left = x;
    for (const Line& line : paragraph.state->lines) { // of a text with line feeds, all stand on the one line
        const double start = align == Align::Center ? left - width / 2 : endsAtX ? left - width : left;
        state_->painter.drawLine(*paragraph.state, line, start / kMmPerPoint,
                                 state_->fromTop(page, baselineY), drawing);
        left += line.widthMm;
    }
    return width;
}

ImageId Canvas::addJpeg(std::string_view soundJpegWithoutMetadata) {
    return state_->images.addJpeg(soundJpegWithoutMetadata);
}

ImageId Canvas::addJpeg(const JpegFacts& facts, std::function<std::string()> load) {
    return state_->images.addJpeg(facts, std::move(load));
}

ImageId Canvas::addPicture(const image::Picture& picture) { return state_->images.addPicture(picture); }

void Canvas::destination(const std::string& name, double y) {
    const PageRecord& page = state_->page();
    if (state_->weighsOnly) return;
    state_->parts.destinations.insert_or_assign(name, PlaceRecord{state_->current, state_->fromTop(page, y)});
}

void Canvas::link(double x, double y, double w, double h, const std::string& name) {
    const PageRecord& page = state_->page();
    if (state_->weighsOnly) return;
    state_->parts.links.push_back({state_->current, x / kMmPerPoint, state_->fromTop(page, y + h),
                                   (x + w) / kMmPerPoint, state_->fromTop(page, y), name});
}

void Canvas::bookmark(const std::string& title, int level, double y) {
    state_->watch(title);
    const PageRecord& page = state_->page();
    state_->parts.bookmarks.push_back(
        {displayText(title), level, PlaceRecord{state_->current, state_->fromTop(page, y)}});
}

void Canvas::watchTexts(std::function<void(std::string_view)> watcher) {
    state_->watcher = std::move(watcher);
    const Metadata& metadata = state_->parts.metadata;
    for (const std::string& text : {metadata.title, metadata.author, metadata.subject}) state_->watch(text);
}

void Canvas::save(const std::filesystem::path& target, base::Progress& progress) {
    OutputFile file(target);
    save(file, progress);
    file.commit();
}

void Canvas::save(OutputFile& file, base::Progress& progress) {
    if (pageCount() == 0 || state_->weighsOnly)
        throw base::Error(base::ErrorCode::Internal, "a PDF needs pages that were kept");
    for (PageRecord& page : state_->parts.pages) page.content.pack();
    for (auto& engine : state_->engines)
        engine.reset(); // room for the objects; made again where it is wanted
    StreamTable streams;
    const std::string assembled =
        assemble(state_->parts, state_->pdfFonts, state_->fonts, state_->images, streams, progress);
    std::uint64_t total = assembled.size();
    for (const StreamBytes& stream : streams) total += stream.length();
    progress.setTotal(total);
    finish(assembled, streams, state_->parts, file, progress);
    progress.setDone(total);
}

std::vector<std::filesystem::path> defaultFontFolders() {
    return {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"};
}

} // namespace core::pdf
