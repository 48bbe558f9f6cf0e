// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/html_text.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/html_entity.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace core::format::mail {

namespace {

constexpr std::size_t kMetaSearch = 2048; // bytes from the start

struct Tag {
    std::array<char, 16> letters{};
    std::size_t letterCount = 0;
    bool closing = false;
    std::size_t length = 0; // with < and >

    // In lower case; empty for comments and declarations.
    std::string_view name() const { return {letters.data(), letterCount}; }
};

// Finds the ends of tags. What is missing to the end of the text (a closing quote, a ">" outside of quotes)
// is looked for only once, so that broken HTML costs no more than sound HTML.
class TagReader {
public:
    // `s` begins with "<". Length 0: no tag, the "<" is text.
    Tag read(std::string_view s) {
        Tag tag;
        if (s.size() > 1 && s[1] == '!' && s.starts_with("<!--")) {
            const std::size_t end = s.find("-->", 4);
            tag.length = end == std::string_view::npos ? s.size() : end + 3;
            return tag;
        }
        std::size_t i = 1;
        if (i < s.size() && s[i] == '/') {
            tag.closing = true;
            ++i;
        }
        if (i >= s.size() || !(isLetter(s[i]) || (!tag.closing && (s[i] == '!' || s[i] == '?')))) return tag;
        for (; i < s.size() && (isLetter(s[i]) || isDigit(s[i])); ++i)
            if (tag.letterCount < tag.letters.size()) tag.letters[tag.letterCount++] = lowerChar(s[i]);
        std::size_t end = quotesCount_ ? endOutsideQuotes(s, i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            quotesCount_ = false;
            end = s.find('>', i);
        }
        tag.length = end == std::string_view::npos ? s.size() : end + 1;
        return tag;
    }

private:
    // A ">" inside a quoted attribute does not end the tag.
    static std::size_t endOutsideQuotes(std::string_view s, std::size_t i) {
        bool value = false;
        for (; i < s.size() && s[i] != '>'; ++i) {
            if ((s[i] == '"' || s[i] == '\'') && value) i = s.find(s[i], i + 1);
            if (i == std::string_view::npos) return i;
            if (!isBlankChar(s[i])) value = s[i] == '=';
        }
        return i < s.size() ? i : std::string_view::npos;
    }

    bool quotesCount_ = true;
};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 3> kHidden{"script", "style", "title"};
constexpr std::array<std::string_view, 10> kParagraph{"p",  "h1", "h2",  "h3",         "h4",
                                                      "h5", "h6", "pre", "blockquote", "table"};
constexpr std::array<std::string_view, 20> kLine{
    "div",  "li",      "tr",      "ul",     "ol",     "dl",    "dt",   "dd",   "hr",      "form",
    "body", "section", "article", "header", "footer", "tbody", "main", "html", "address", "center"};

// Gaps between words: kNarrow may stand in a text as it is.
constexpr unsigned kNarrow = 1;
constexpr unsigned kWide = 2;
constexpr std::array<std::uint8_t, 256> makeGaps() {
    std::array<std::uint8_t, 256> table{};
    for (const char c : {'\t', '\r', '\n', '\f'}) table[static_cast<unsigned char>(c)] = kNarrow | kWide;
    table[' '] = kNarrow;
    return table;
}
constexpr auto kGaps = makeGaps();

class Writer {
public:
    explicit Writer(std::size_t expected) { out_.reserve(expected); }

    void text(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size();) {
            const char c = piece[i];
            if (preformatted_ > 0 && c != '\r') {
                put(piece.substr(i++, 1));
            } else if (isGap(c)) {
                blank_ = true;
                ++i;
            } else {
                const std::size_t end = wordsEnd(piece, i + 1);
                put(piece.substr(i, end - i));
                i = end;
            }
        }
    }

    // At least `count` line ends before what comes next.
    void lines(int count) {
        blank_ = false;
        wanted_ = std::max(wanted_, count);
    }
    void lineBreak() {
        blank_ = false;
        ++wanted_;
    }
    void cell() { blank_ = true; }
    void preformatted(bool on) { preformatted_ = std::max(0, preformatted_ + (on ? 1 : -1)); }

    std::string finish() {
        while (!out_.empty() && isBlankChar(out_.back())) out_.pop_back();
        return std::move(out_);
    }

private:
    static bool isGap(char c) { return isBlankChar(c) || c == '\f'; }

    // Words with one blank between them are written as they stand. Where a word ends is as good as random:
    // each byte is tested in one go, of which the answer hardly changes.
    static std::size_t wordsEnd(std::string_view piece, std::size_t i) {
        for (; i + 1 < piece.size(); ++i)
            if ((kGaps[byteAt(piece, i)] & (kGaps[byteAt(piece, i + 1)] | kWide)) != 0) return i;
        return i < piece.size() && isGap(piece[i]) ? i : piece.size();
    }
    static std::size_t byteAt(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

    void put(std::string_view run) {
        if (wanted_ > 0) {
            if (!out_.empty())
                out_.append(static_cast<std::size_t>(std::min(wanted_, kMostBlankLines)), '\n');
            blank_ = false;
        }
        wanted_ = 0;
        if (blank_ && !out_.empty() && out_.back() != '\n') out_ += ' ';
        blank_ = false;
        out_ += run;
    }

    static constexpr int kMostBlankLines = 4;
    std::string out_;
    int wanted_ = 0;
    bool blank_ = false;
    int preformatted_ = 0;
};

// The position after the closing tag of a hidden element; npos where it is never closed.
std::size_t afterHidden(std::string_view s, std::size_t i, std::string_view name) {
    for (i = s.find("</", i); i != std::string_view::npos; i = s.find("</", i + 2)) {
        if (!startsNoCase(s.substr(i + 2), name)) continue;
        const std::size_t end = s.find('>', i);
        return end == std::string_view::npos ? s.size() : end + 1;
    }
    return std::string_view::npos;
}

void apply(const Tag& tag, Writer& writer) {
    const std::string_view name = tag.name();
    if (name == "br")
        writer.lineBreak();
    else if (name == "td" || name == "th")
        writer.cell();
    else if (isOneOf(kParagraph, name))
        writer.lines(2);
    else if (isOneOf(kLine, name))
        writer.lines(1);
    if (name == "pre") writer.preformatted(!tag.closing);
}

} // namespace

std::string htmlToText(std::string_view html) {
    Writer writer(html.size() / 2);
    TagReader tags;
    std::string decoded;
    bool titleEnds = true;
    for (std::size_t i = 0; i < html.size();) {
        std::size_t odd = i;
        while (odd < html.size() && html[odd] != '<' && html[odd] != '&') ++odd;
        writer.text(html.substr(i, odd - i));
        i = odd;
        if (i == html.size()) break;
        if (html[i] == '&') {
            decoded.clear();
            const std::size_t length = appendEntity(html.substr(i, 16), decoded);
            if (length == 0) decoded = "&";
            if (decoded == "\xC2\xA0") decoded = " "; // a blank that only keeps words on one line
            writer.text(decoded);
            i += std::max<std::size_t>(length, 1);
            continue;
        }
        const Tag tag = tags.read(html.substr(i));
        if (tag.length == 0) {
            writer.text("<");
            ++i;
            continue;
        }
        i += tag.length;
        if (tag.closing || !isOneOf(kHidden, tag.name()) || (tag.name() == "title" && !titleEnds)) {
            apply(tag, writer);
            continue;
        }
        const std::size_t after = afterHidden(html, i, tag.name());
        if (after != std::string_view::npos)
            i = after;
        else if (tag.name() == "title")
            titleEnds = false; // better a title too many than a text too few
        else
            i = html.size();
    }
    return writer.finish();
}

std::string htmlCharset(std::string_view bytes) {
    const std::string head = toLower(bytes.substr(0, kMetaSearch));
    const std::size_t meta = head.find("<meta");
    std::size_t at = meta == std::string::npos ? meta : head.find("charset=", meta);
    if (at == std::string::npos) return {};
    at = head.find_first_not_of(" \"'", at + 8);
    if (at == std::string::npos) return {};
    return head.substr(at, std::min(head.find_first_of("\"' />;", at), head.size()) - at);
}

} // namespace core::format::mail
