// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/office_text.h"

#include "core/format/archive/zip_head.h"
#include "core/format/document/xml_events.h"
#include "core/format/document/zip_parts.h"

#include <charconv>

namespace core::format::document {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLargestPart = 64 * 1024 * 1024; // unpacked
constexpr std::size_t kMostCells = 100'000;

// Collects the text of a body, and its tables on the way: a row is a line, with tabs between the cells.
class Body : public XmlEvents {
public:
    explicit Body(Content& content) : content_(content) {}
    bool wantsMore() const override { return !content_.isCut; }
    // What is open where the file breaks off.
    void finish() {
        while (!open_.empty()) {
            endCell();
            endTable();
        }
    }

protected:
    void add(std::string_view text) {
        if (open_.empty())
            addText(content_, text);
        else if (open_.back().cell.size() < kMostText)
            open_.back().cell += text;
    }
    void beginTable() { open_.emplace_back(); }
    void beginRow() {
        if (!open_.empty()) open_.back().table.emplace_back();
    }
    void beginCell() {
        if (!open_.empty()) open_.back().cell.clear();
    }
    void endCell() {
        if (open_.empty() || open_.back().table.empty()) return;
        std::string cell = std::move(open_.back().cell);
        open_.back().cell.clear();
        while (cell.ends_with('\n')) cell.pop_back();
        Row& row = open_.back().table.back();
        addOutside((row.empty() ? "" : "\t") + cell);
        if (++cells_ <= kMostCells) row.push_back(std::move(cell));
    }
    void endRow() {
        if (!open_.empty()) addOutside("\n");
    }
    void endTable() {
        if (open_.empty()) return;
        content_.tables.push_back(std::move(open_.back().table));
        open_.pop_back();
    }

private:
    // Into the cell that the table stands in, if it does in one.
    void addOutside(std::string_view text) {
        if (open_.size() < 2)
            addText(content_, text);
        else
            open_[open_.size() - 2].cell += text;
    }

    struct Open {
        Table table;
        std::string cell;
    };
    Content& content_;
    std::vector<Open> open_;
    std::size_t cells_ = 0;
};

// ECMA-376, 17. Deleted text (w:delText) and field codes are no part of what is read.
class WordBody : public Body {
public:
    using Body::Body;
    void begin(std::string_view name, const char**) override {
        if (name == "w:t") isText_ = true;
        if (name == "w:tab") add("\t");
        if (name == "w:br" || name == "w:cr") add("\n");
        if (name == "w:tbl") beginTable();
        if (name == "w:tr") beginRow();
        if (name == "w:tc") beginCell();
    }
    void end(std::string_view name) override {
        if (name == "w:t") isText_ = false;
        if (name == "w:p") add("\n");
        if (name == "w:tc") endCell();
        if (name == "w:tr") endRow();
        if (name == "w:tbl") endTable();
    }
    void text(std::string_view characters) override {
        if (isText_) add(characters);
    }

private:
    bool isText_ = false;
};

// OASIS OpenDocument 1.2, part 1. What was deleted and is still remembered is no part of what is read.
class OpenBody : public Body {
public:
    using Body::Body;
    void begin(std::string_view name, const char** attributes) override {
        if (name == "text:tracked-changes") ++hidden_;
        if (name == "text:p" || name == "text:h") ++paragraphs_;
        if (name == "text:tab") add("\t");
        if (name == "text:line-break") add("\n");
        if (name == "text:s") add(std::string(blanks(attribute(attributes, "text:c")), ' '));
        if (name == "table:table") beginTable();
        if (name == "table:table-row") beginRow();
        if (name == "table:table-cell") beginCell();
    }
    void end(std::string_view name) override {
        if (name == "text:tracked-changes") --hidden_;
        if (name == "text:p" || name == "text:h") {
            --paragraphs_;
            if (hidden_ == 0) add("\n");
        }
        if (name == "table:table-cell") endCell();
        if (name == "table:table-row") endRow();
        if (name == "table:table") endTable();
    }
    void text(std::string_view characters) override {
        if (paragraphs_ > 0 && hidden_ == 0) add(characters);
    }

private:
    static std::size_t blanks(std::string_view count) {
        std::size_t n = 1;
        std::from_chars(count.data(), count.data() + count.size(), n);
        return n > 1000 ? 1 : n;
    }
    int paragraphs_ = 0;
    int hidden_ = 0;
};

// The title and the dates, by the names of their elements in both.
class Properties : public XmlEvents {
public:
    explicit Properties(Content& content) : content_(content) {}
    void begin(std::string_view name, const char**) override {
        target_ = nullptr;
        if (name == "dc:title") target_ = &content_.title;
        if (name == "dcterms:created" || name == "meta:creation-date") target_ = &content_.created;
        if (name == "dcterms:modified" || name == "dc:date") target_ = &content_.saved;
    }
    void end(std::string_view) override { target_ = nullptr; }
    void text(std::string_view characters) override {
        constexpr std::size_t longest = 1024;
        if (target_ != nullptr && target_->size() + characters.size() <= longest) *target_ += characters;
    }

private:
    Content& content_;
    std::string* target_ = nullptr;
};

// OpenDocument writes nine digits behind the second.
std::string withoutFraction(const std::string& time) {
    const std::size_t point = time.find('.');
    if (point == std::string::npos) return time;
    return time.substr(0, point) +
           time.substr(std::min(time.find_first_not_of("0123456789", point + 1), time.size()));
}

} // namespace

OfficeKind officeKind(std::string_view head) {
    if (archive::firstZipName(head) == "mimetype" &&
        head.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
        return OfficeKind::OpenDocument;
    const bool isWord = archive::isOfficeZip(head) && head.find("word/") != std::string_view::npos;
    return isWord ? OfficeKind::Word : OfficeKind::None;
}

bool isSealedOffice(std::string_view head) {
    return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") &&
           head.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

Content readOffice(std::string_view bytes, OfficeKind kind) {
    const bool isWord = kind == OfficeKind::Word;
    const std::string main = isWord ? "word/document.xml" : "content.xml";
    const std::string properties = isWord ? "docProps/core.xml" : "meta.xml";
    ZipParts zip = readZipParts(bytes, {main, properties, "META-INF/manifest.xml"}, kLargestPart);
    Content content;
    content.damage = zip.damage;
    content.isFilledIn = true;
    content.isSealed = zip.parts["META-INF/manifest.xml"].find("encryption-data") != std::string::npos;
    if (content.isSealed) return content;
    Properties about(content);
    if (!zip.parts[properties].empty()) parseXml(zip.parts[properties], about);
    content.created = withoutFraction(content.created);
    content.saved = withoutFraction(content.saved);
    WordBody word(content);
    OpenBody open(content);
    Body& body = isWord ? static_cast<Body&>(word) : static_cast<Body&>(open);
    const std::string wrong = zip.parts[main].empty() ? "no text in it" : parseXml(zip.parts[main], body);
    body.finish();
    if (!wrong.empty() && content.damage.empty()) content.damage = wrong;
    content.isCut = content.isCut || zip.isCut;
    return content;
}

} // namespace core::format::document
