// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/rtf_text.h"

#include "core/base/utf8.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/text_decode.h"
#include "core/format/outlook/code_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

namespace core::format::outlook {

namespace {

constexpr std::size_t kMaxDepth = 5000;
constexpr std::size_t kMaxFonts = 10'000;

// Groups of which nothing is text.
constexpr std::array<std::string_view, 14> kNoText{"fonttbl", "colortbl", "stylesheet", "info",     "pict",
                                                   "object",  "header",   "footer",     "headerl",  "headerr",
                                                   "footerl", "footerr",  "themedata",  "datastore"};

// Words that stand for a sign.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kSigns{{{"par", "\n"},
                                                                                {"line", "\n"},
                                                                                {"page", "\n"},
                                                                                {"sect", "\n"},
                                                                                {"row", "\n"},
                                                                                {"tab", "\t"},
                                                                                {"cell", "\t"},
                                                                                {"emdash", "\xE2\x80\x94"},
                                                                                {"endash", "\xE2\x80\x93"},
                                                                                {"lquote", "\xE2\x80\x98"},
                                                                                {"rquote", "\xE2\x80\x99"},
                                                                                {"ldblquote", "\xE2\x80\x9C"},
                                                                                {"rdblquote", "\xE2\x80\x9D"},
                                                                                {"bullet", "\xE2\x80\xA2"},
                                                                                {"nestcell", "\t"}}};

class Parser {
public:
    explicit Parser(std::string_view rtf) : in_(rtf) {}

    RtfText run() {
        while (!in_.empty()) {
            const char c = in_.front();
            in_.remove_prefix(1);
            if (c == '{') {
                open();
            } else if (c == '}') {
                close();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n' && c != '\0') {
                literal(c);
            }
        }
        flush();
        return {std::move(out_), isHtml_};
    }

private:
    struct Group {
        bool isText = true;     // false: a destination that holds none
        bool isHtmlTag = false; // markup of the HTML that is wrapped
        bool isRtfOnly = false; // \htmlrtf: what only RTF programs show
        bool inFonts = false;
        int skip = 1; // letters behind \u that stand for it
        std::uint32_t page = 0;
    };

    void open() {
        flush();
        starred_ = false;
        if (stack_.size() < kMaxDepth)
            stack_.push_back(now_);
        else
            ++tooDeep_;
    }

    void close() {
        flush();
        starred_ = false;
        skipLeft_ = 0;
        high_ = 0;
        if (tooDeep_ > 0) {
            --tooDeep_;
        } else if (!stack_.empty()) {
            now_ = stack_.back();
            stack_.pop_back();
        }
    }

    void control() {
        if (in_.empty()) return;
        const char c = in_.front();
        if (mail::isLetter(c)) {
            word();
            return;
        }
        in_.remove_prefix(1);
        if (c == '\'') {
            hexByte();
        } else if (c == '*') {
            starred_ = true;
        } else if (c == '~') {
            say("\xC2\xA0");
        } else if (c == '_') {
            say("\xE2\x80\x91");
        } else if (c == '\n' || c == '\r') {
            say("\n");
        } else if (c == '\\' || c == '{' || c == '}') {
            literal(c);
        }
    }

    void word() {
        const auto end = std::find_if_not(in_.begin(), in_.end(), mail::isLetter);
        const std::string_view name = in_.substr(0, static_cast<std::size_t>(end - in_.begin()));
        in_.remove_prefix(name.size());
        int value = 0;
        const auto [p, error] = std::from_chars(in_.data(), in_.data() + in_.size(), value);
        const bool hasValue = error != std::errc::invalid_argument;
        if (hasValue) in_.remove_prefix(static_cast<std::size_t>(p - in_.data()));
        if (in_.starts_with(' ')) in_.remove_prefix(1);
        if (name == "bin") {
            in_.remove_prefix(std::min(in_.size(), static_cast<std::size_t>(std::max(value, 0))));
            return;
        }
        apply(name, hasValue ? std::optional<int>(value) : std::nullopt);
        starred_ = false;
    }

    void apply(std::string_view name, std::optional<int> value) {
        if (name == "fromhtml") {
            isHtml_ = value.value_or(1) != 0;
        } else if (name == "htmlrtf") {
            flush();
            now_.isRtfOnly = value.value_or(1) != 0;
        } else if (name == "htmltag") {
            now_.isHtmlTag = now_.isText = true;
        } else if (name == "fonttbl") {
            now_.isText = false;
            now_.inFonts = true;
        } else if (starred_ || std::find(kNoText.begin(), kNoText.end(), name) != kNoText.end()) {
            now_.isText = false;
        } else if (name == "u") {
            unicode(value.value_or(0));
        } else if (!character(name, value)) {
            sign(name);
        }
    }

    // Words about the bytes of letters. True where it was one.
    bool character(std::string_view name, std::optional<int> value) {
        if (name == "uc") {
            now_.skip = std::clamp(value.value_or(1), 0, 100);
        } else if (name == "ansicpg") {
            documentPage_ = static_cast<std::uint32_t>(std::max(0, value.value_or(0)));
        } else if (name == "f") {
            flush();
            font_ = value.value_or(0);
            if (!now_.inFonts) {
                const auto it = fonts_.find(font_);
                now_.page = it == fonts_.end() ? 0 : it->second;
            }
        } else if (name == "fcharset") {
            const auto page = codePageOfFontCharset(static_cast<std::uint32_t>(value.value_or(0)));
            // 0 stands for Western letters in every document of Windows.
            if (now_.inFonts && fonts_.size() < kMaxFonts) fonts_[font_] = value.value_or(0) == 0 ? 0 : page;
        } else {
            return false;
        }
        return true;
    }

    void sign(std::string_view name) {
        // In wrapped HTML, \par and \tab outside of tags are line ends of the source.
        for (const auto& [word, text] : kSigns)
            if (word == name) say(text);
    }

    void unicode(int value) {
        flush();
        const auto unit = static_cast<std::uint32_t>(value & 0xFFFF);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            if (high_ != 0) add(0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00));
            high_ = 0;
        } else {
            high_ = 0;
            if (unit != 0) add(unit);
        }
        skipLeft_ = now_.skip;
    }

    void add(char32_t codePoint) {
        if (isShown()) base::appendUtf8(out_, codePoint);
    }

    void hexByte() {
        const int byte = mail::hexByteAfter(std::string("\\").append(in_.substr(0, 2)), 0);
        in_.remove_prefix(std::min<std::size_t>(2, in_.size()));
        if (byte < 0) return;
        if (skipLeft_ > 0) {
            --skipLeft_;
            return;
        }
        if (isShown()) bytes_ += static_cast<char>(byte);
    }

    void literal(char c) {
        if (skipLeft_ > 0) {
            --skipLeft_;
            return;
        }
        // The second byte of a letter may look like ASCII.
        if (isShown()) bytes_ += c;
    }

    void say(std::string_view text) {
        flush();
        skipLeft_ = 0;
        if (isShown()) out_ += text;
    }

    bool isShown() const {
        if (!now_.isText) return false;
        return !isHtml_ || (!now_.isRtfOnly && (now_.isHtmlTag || !stack_.empty()));
    }

    void flush() {
        if (bytes_.empty()) return;
        std::uint32_t page = now_.page != 0 ? now_.page : documentPage_;
        if (page == 0) page = 1252;
        out_ += mail::readableText(bytes_, charsetOf(page));
        bytes_.clear();
    }

    std::string_view in_;
    std::string out_;
    std::string bytes_; // letters of one font, not yet in UTF-8
    std::vector<Group> stack_;
    Group now_;
    std::size_t tooDeep_ = 0;
    bool starred_ = false;
    bool isHtml_ = false;
    int skipLeft_ = 0;
    int font_ = 0;
    std::uint32_t high_ = 0; // the first half of a letter beyond 16 bits
    std::uint32_t documentPage_ = 0;
    std::map<int, std::uint32_t> fonts_;
};

} // namespace

RtfText readRtf(std::string_view rtf) {
    if (!rtf.starts_with("{\\rtf")) return {};
    return Parser(rtf).run();
}

} // namespace core::format::outlook
