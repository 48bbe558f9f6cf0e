// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drawing pages of a PDF: text of any script set and broken into lines, rules, boxes, pictures, links,
// bookmarks. Not the layout of the log form: pages/ does that. All measures in millimetres from the page's
// top left corner, y downwards; type sizes in points. Nothing here depends on the C locale, fontconfig or the
// display.

#include "core/base/progress.h"
#include "core/image/picture.h"
#include "core/pdf/output_form.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf {

enum class Face { Regular, Bold };
enum class Align { Start, End, Center, Left, Right }; // Start and End follow the paragraph's direction

struct TextStyle {
    Face face = Face::Regular;
    double sizePt = 9.5;
    double leadingMm = 4.5; // from baseline to baseline; grows for a line with taller scripts
    double gray = 0;        // 0 black, 1 white
    bool onBlack = false;   // a black box of the text's own length lies under it
    bool hyphenate = false; // prose: a word too long for a whole line is parted as its language does; the
                            // hyphen is no part of the text

    bool operator==(const TextStyle&) const = default;
};

struct Span {
    std::string text; // UTF-8; malformed bytes are shown as U+FFFD, controls as their pictures (U+2400); \n
                      // breaks a line
    TextStyle style;
};

// A paragraph broken into lines for one width. Immutable; drawn as often as one likes, in parts.
class Paragraph {
public:
    Paragraph();
    ~Paragraph();
    Paragraph(Paragraph&&) noexcept;
    Paragraph& operator=(Paragraph&&) noexcept;

    std::size_t lineCount() const;
    double heightMm() const; // of all lines
    double heightMm(std::size_t first, std::size_t count) const;
    double widthMm() const; // of the widest line

    struct State;
    std::shared_ptr<const State> state;
};

struct Metadata {
    std::string title;
    std::string author;
    std::string subject;
    std::string language; // "da-DK"
    std::int64_t createdMs = 0;
    int createdOffsetSeconds = 0;
};

using ImageId = int;
using ForeignId = int;

struct ForeignPages; // foreign_page.h

// What the file says of a JPEG, and by which it is known again.
struct JpegFacts {
    int width = 0, height = 0, components = 0;
    std::uint64_t size = 0; // bytes
    std::string key;
};
// Throws base::Error(InvalidInput) where it has no size.
JpegFacts jpegFacts(std::string_view soundJpegWithoutMetadata);

class OutputFile; // output_file.h

struct Rgb {
    double r = 0, g = 0, b = 0;
};

// One PDF being made. Throws base::Error: NotFound (a font file), NoSpace, Permission, Io, Cancelled.
class Canvas {
public:
    // `fontFolders`: where the Noto files are looked up by name; nothing else is asked.
    Canvas(const std::vector<std::filesystem::path>& fontFolders, const Metadata& metadata,
           const OutputForm& form = {});
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    // Text, on any thread that helps the canvas's own (work_ahead.h). The direction of a paragraph follows
    // its first strong letter unless told.
    Paragraph layout(const std::vector<Span>& spans, double widthMm, Align align = Align::Start);
    Paragraph layout(std::string_view text, const TextStyle& style, double widthMm,
                     Align align = Align::Start);
    double textWidthMm(std::string_view text, const TextStyle& style);
    double textWidthMm(const std::vector<Span>& spans);

    // Pages are drawn one after another; a closed page can be drawn on again (for "page n of m").
    int newPage(double widthMm, double heightMm); // index from 0; becomes the current page
    void selectPage(int page);
    int pageCount() const;
    void clear(); // as if nothing had been drawn
    // From now on of each page its size alone is kept, until clear(): what is drawn cannot be saved.
    void weighOnly();
    // What each page takes in the file, with the pictures that come first on it; without fonts.
    std::vector<std::uint64_t> pageBytes() const;

    void draw(const Paragraph& paragraph, double x, double y); // y = top of the first line's leading
    void draw(const Paragraph& paragraph, double x, double y, std::size_t firstLine, std::size_t lines);
    // One line, its baseline at y; returns its width. Never broken.
    double drawText(std::string_view text, const TextStyle& style, double x, double baselineY,
                    Align align = Align::Left);
    double drawText(const std::vector<Span>& spans, double x, double baselineY, Align align = Align::Left);
    void rule(double x1, double y1, double x2, double y2, double widthMm, double gray = 0, double dashMm = 0,
              double gapMm = 0);
    void fillRect(double x, double y, double w, double h, double gray);
    void strokeRect(double x, double y, double w, double h, double widthMm, double gray = 0,
                    double radiusMm = 0, double dashMm = 0, double gapMm = 0, bool roundLeft = true);

    // Pictures are kept once, by content. Sound JPEG bytes go in as they are, without their metadata.
    ImageId addJpeg(std::string_view soundJpegWithoutMetadata);
    // Not kept: `load` gives the bytes of these facts when the file is written.
    ImageId addJpeg(const JpegFacts& facts, std::function<std::string()> load);
    ImageId addPicture(const image::Picture& picture);
    void drawImage(ImageId image, double x, double y, double w, double h, int orientation = 1); // EXIF 1 to 8

    // Of a picture that is drawn there, only what lies between two heights.
    void drawImageStrip(ImageId image, double x, double y, double w, double h, int orientation, double top,
                        double bottom);

    // Pages of another PDF, read by readForeignPages without trouble. A page that is drawn often is kept
    // once.
    ForeignId addForeign(ForeignPages pages);
    bool takesForeign() const; // PDF/A forbids much of what others' pages hold, and nobody can take it out
    void drawForeign(ForeignId id, std::size_t page, double x, double y, double w, double h);

    // Names join a link on one page to a place on another, in any order.
    void destination(const std::string& name, double y);
    void link(double x, double y, double w, double h, const std::string& name);
    void bookmark(const std::string& title, int level, double y); // level 0 = top

    // Is given every text that goes into the file, before it does: a paragraph whole when its first line is
    // drawn, bookmarks, the metadata. What it throws, drawing throws.
    void watchTexts(std::function<void(std::string_view)> watcher);

    // Puts it at `target` when it is whole and checked. An earlier file stays untouched on any error.
    void save(const std::filesystem::path& target, base::Progress& progress);
    void save(OutputFile& file, base::Progress& progress); // the same without giving the file its name

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Folders with the Noto fonts on this system, in the order of preference.
std::vector<std::filesystem::path> defaultFontFolders();

} // namespace core::pdf
