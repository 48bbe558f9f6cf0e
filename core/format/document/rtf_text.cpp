// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/rtf_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace core::format::document {

namespace {

constexpr std::size_t kDeepest = 500;

// Groups that hold no text of the document.
bool isHiddenGroup(std::string_view word) {
    constexpr std::array<std::string_view, 16> words{
        "fonttbl",  "colortbl",     "stylesheet",        "pict",      "object",  "header",
        "footer",   "themedata",    "datastore",         "listtable", "rsidtbl", "fldinst",
        "xmlnstbl", "latentstyles", "listoverridetable", "generator"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Date {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    std::string iso() const {
        if (year == 0) return {};
        std::array<char, 80> text{};
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour,
                      minute, second);
        return text.data();
    }
};

class Rtf {
public:
    explicit Rtf(std::string_view bytes) : rest_(bytes) {}

    Content read() {
        while (!rest_.empty() && !content_.isCut) step();
        flush();
        content_.created = created_.iso();
        content_.saved = saved_.iso();
        content_.isFilledIn = true;
        if (!groups_.empty()) content_.damage = "it ends too early";
        return std::move(content_);
    }

private:
    enum class Into { Text, Title, Created, Saved, Nothing };
    struct Group {
        Into into = Into::Text;
        int skip = 1; // characters that stand in for one of Unicode
    };

    void step() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        if (c == '{') {
            if (groups_.size() < kDeepest)
                groups_.push_back(now_);
            else
                content_.damage = "too deep";
        } else if (c == '}') {
            flush();
            if (!groups_.empty()) {
                now_ = groups_.back();
                groups_.pop_back();
            }
        } else if (c == '\\') {
            control();
        } else if (c != '\r' && c != '\n') {
            byte(c);
        }
    }

    void control() {
        if (rest_.empty()) return;
        const char c = rest_.front();
        if (c == '\'') return hexByte();
        if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
            rest_.remove_prefix(1);
            if (c == '*') now_.into = Into::Nothing; // a group that whoever does not know it leaves out
            if (c == '~') put("\xC2\xA0");
            if (c == '_') put("-");
            if (c == '\\' || c == '{' || c == '}') byte(c);
            if (c == '\n' || c == '\r') put("\n");
            return;
        }
        const std::size_t letters =
            rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        const std::string_view word = rest_.substr(0, letters);
        rest_.remove_prefix(word.size());
        int value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        const bool hasValue = error == std::errc();
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        if (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
        act(word, hasValue ? std::optional(value) : std::nullopt);
    }

    void act(std::string_view word, std::optional<int> value) {
        if (word == "par" || word == "line" || word == "row" || word == "sect" || word == "page")
            return put("\n");
        if (word == "tab" || word == "cell") return put("\t");
        if (word == "u" && value) return unicode(*value);
        if (word == "uc") now_.skip = std::clamp(value.value_or(1), 0, 10);
        if (word == "ansicpg" && value) charset_ = "windows-" + std::to_string(*value);
        if (word == "bin" && value && *value > 0)
            rest_.remove_prefix(std::min(rest_.size(), static_cast<std::size_t>(*value)));
        if (isHiddenGroup(word)) now_.into = Into::Nothing;
        if (word == "info") now_.into = Into::Nothing;
        if (word == "title") now_.into = Into::Title;
        if (word == "creatim") now_.into = Into::Created;
        if (word == "revtim") now_.into = Into::Saved;
        if (now_.into == Into::Created || now_.into == Into::Saved)
            date(now_.into == Into::Created ? created_ : saved_, word, value.value_or(0));
        named(word);
    }

    void named(std::string_view word) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 7> signs{{{"emdash", "\u2014"},
                                                                                      {"endash", "\u2013"},
                                                                                      {"lquote", "\u2018"},
                                                                                      {"rquote", "\u2019"},
                                                                                      {"ldblquote", "\u201C"},
                                                                                      {"rdblquote", "\u201D"},
                                                                                      {"bullet", "\u2022"}}};
        for (const auto& [name, sign] : signs)
            if (word == name) put(sign);
    }

    static void date(Date& date, std::string_view word, int value) {
        const int bounded = std::clamp(value, 0, 9999);
        if (word == "yr") date.year = bounded;
        if (word == "mo") date.month = bounded;
        if (word == "dy") date.day = bounded;
        if (word == "hr") date.hour = bounded;
        if (word == "min") date.minute = bounded;
        if (word == "sec") date.second = bounded;
    }

    void hexByte() {
        int value = 0;
        if (rest_.size() < 3) return rest_.remove_prefix(rest_.size());
        const auto [end, error] = std::from_chars(rest_.data() + 1, rest_.data() + 3, value, 16);
        rest_.remove_prefix(3);
        if (error == std::errc()) byte(static_cast<char>(value));
    }

    void byte(char c) {
        if (skipping_ > 0) {
            --skipping_;
            return;
        }
        high_ = 0;
        if (now_.into == Into::Text || now_.into == Into::Title) bytes_ += c;
    }

    // UTF-16 in decimal, negative above 32767; behind it what older programs show instead.
    void unicode(int value) {
        flush();
        skipping_ = now_.skip;
        const auto unit = static_cast<char32_t>(value & 0xFFFF);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
            return;
        }
        std::string text;
        const bool isLow = unit >= 0xDC00 && unit < 0xE000;
        if (isLow && high_ != 0)
            base::appendUtf8(text, 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00));
        else if (!isLow && unit != 0)
            base::appendUtf8(text, unit);
        high_ = 0;
        append(text);
    }

    void put(std::string_view text) {
        flush();
        append(text);
    }

    void append(std::string_view text) {
        if (now_.into == Into::Text) addText(content_, text);
        if (now_.into == Into::Title && content_.title.size() < 1024) content_.title += text;
    }

    void flush() {
        if (bytes_.empty()) return;
        auto text = base::fromCharset(bytes_, charset_, &content_.replaced);
        if (!text) text = base::fromCharset(bytes_, "windows-1252", &content_.replaced);
        bytes_.clear();
        append(text.value_or(""));
    }

    std::string_view rest_;
    Content content_;
    Group now_;
    std::vector<Group> groups_;
    std::string bytes_; // in the charset of the document
    std::string charset_ = "windows-1252";
    int skipping_ = 0;
    char32_t high_ = 0;
    Date created_;
    Date saved_;
};

} // namespace

Content readRtf(std::string_view bytes) { return Rtf(bytes).read(); }

} // namespace core::format::document
