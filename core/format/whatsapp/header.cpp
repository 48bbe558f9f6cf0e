// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/header.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <vector>

namespace core::format::whatsapp {

namespace {

constexpr std::size_t kLongest = 80; // characters of a header

// The begin of a line in plain characters, and where each of them stands in the line.
class Plain {
public:
    explicit Plain(std::string_view line) {
        for (std::size_t at = 0; at < line.size() && text.size() < kLongest;) {
            const std::size_t begin = at;
            const char32_t c = base::nextCodePoint(line, at);
            const std::string plain = plainOf(c, line.substr(begin, at - begin));
            for (std::size_t i = 0; i < plain.size(); ++i) places.push_back(begin);
            text += plain;
        }
        places.push_back(line.size());
    }

    std::string text;
    std::vector<std::size_t> places; // one more than `text` has bytes

private:
    static std::string plainOf(char32_t c, std::string_view written) {
        if (c == 0x200E || c == 0x200F || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
            (c >= 0x2066 && c <= 0x2069))
            return {};
        if (c == 0xA0 || c == 0x202F || c == 0x2009) return " ";
        if (c >= 0x660 && c <= 0x669) return std::string(1, static_cast<char>('0' + (c - 0x660))); // Arabic
        if (c >= 0x6F0 && c <= 0x6F9) return std::string(1, static_cast<char>('0' + (c - 0x6F0))); // Persian
        if (c >= 0x966 && c <= 0x96F)
            return std::string(1, static_cast<char>('0' + (c - 0x966))); // Devanagari
        if (c == 0x60C || c == 0xFF0C || c == 0x3001) return ",";
        if (c == 0x2013 || c == 0x2014) return "-";
        return std::string(written);
    }
};

// Words around the time, after the marks were taken out.
constexpr std::array<std::string_view, 12> kJoiners{"à",  "klo",  "kl.", "kl",  "at", "om",
                                                    "um", "alle", "às",  "las", "в",  "г."};
struct Half {
    std::string_view word;
    bool isAfternoon;
};
constexpr std::array<Half, 28> kHalves{{
    {"a. m.", false}, {"p. m.", true}, {"a.m.", false}, {"p.m.", true}, {"a.m", false},  {"p.m", true},
    {"am", false},    {"pm", true},    {"AM", false},   {"PM", true},   {"Am", false},   {"Pm", true},
    {"A.M.", false},  {"P.M.", true},  {"π.μ.", false}, {"μ.μ.", true}, {"fm", false},   {"em", true},
    {"ص", false},     {"م", true},     {"上午", false}, {"下午", true}, {"오전", false}, {"오후", true},
    {"午前", false},  {"午後", true},  {"f.h.", false}, {"e.h.", true},
}};

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::size_t at() const { return at_; }
    void moveTo(std::size_t at) { at_ = at; }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool takeSpaces() {
        const std::size_t begin = at_;
        while (take(' ')) {
        }
        return at_ > begin;
    }

    bool date(Header& header) {
        std::array<std::size_t, 3> digits{};
        const bool isReiwa = take('R'); // the year of an emperor
        char separator = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            if (i > 0) {
                if (at_ >= text_.size()) return false;
                const char c = text_[at_];
                if ((c != '/' && c != '.' && c != '-') || (separator != 0 && c != separator)) return false;
                separator = c;
                ++at_;
                takeSpaces();
            }
            if (!number(header.date[i], digits[i], 4)) return false;
        }
        if (digits[1] > 2 || digits[1] == 0 || digits[0] == 3 || digits[2] == 3) return false;
        header.shape.separator = separator;
        header.shape.yearFirst = digits[0] == 4 || isReiwa;
        header.shape.shortYear = digits[0] != 4 && digits[2] != 4 && !isReiwa;
        if (digits[0] == 4 && digits[2] == 4) return false;
        int& year = header.date[header.shape.yearFirst ? 0 : 2];
        if (isReiwa) year += 2018;
        if (separator == '.' && at_ + 1 < text_.size() && text_[at_ + 1] != '.' &&
            !base::isDigit(text_[at_ + 1]))
            take('.'); // "2023. 5. 14. 21:30"
        const std::size_t before = at_;
        takeSpaces();
        if (!word("BE")) at_ = before;
        if (year > 2400 && !header.shape.shortYear) year -= 543; // the Buddhist era
        return true;
    }

    bool time(Header& header) {
        bool isAfternoon = false;
        const std::size_t begin = at_;
        bool hasHalf = half(isAfternoon);
        header.shape.eastAsian = hasHalf && static_cast<unsigned char>(text_[begin]) >= 0xE3;
        takeSpaces();
        std::size_t digits = 0;
        if (!number(header.hour, digits, 2)) return false;
        char separator = 0;
        if (!clockPart(header.minute, separator)) return false;
        header.shape.hasSeconds = clockPart(header.second, separator);
        const std::size_t before = at_;
        takeSpaces();
        if (!hasHalf && half(isAfternoon))
            hasHalf = true;
        else
            at_ = before;
        header.shape.hasHalf = hasHalf;
        if (hasHalf && header.hour <= 12) header.hour = header.hour % 12 + (isAfternoon ? 12 : 0);
        return header.hour < 24 && header.minute < 60 && header.second < 60;
    }

    // What stands between date and time.
    void joint() {
        takeSpaces();
        take(',');
        takeSpaces();
        for (const std::string_view joiner : kJoiners)
            if (word(joiner)) break;
        take(',');
        takeSpaces();
    }

private:
    bool number(int& value, std::size_t& digits, std::size_t most) {
        value = 0;
        digits = 0;
        for (; at_ < text_.size() && base::isDigit(text_[at_]) && digits <= most; ++at_, ++digits)
            value = value * 10 + (text_[at_] - '0');
        return digits > 0 && digits <= most;
    }

    bool clockPart(int& value, char& separator) {
        const std::size_t before = at_;
        const char c = at_ < text_.size() ? text_[at_] : ' ';
        std::size_t digits = 0;
        if ((c == ':' || c == '.') && (separator == 0 || c == separator)) {
            ++at_;
            if (number(value, digits, 2) && digits == 2) {
                separator = c;
                return true;
            }
        }
        value = 0;
        at_ = before;
        return false;
    }

    bool word(std::string_view one) {
        if (!text_.substr(at_).starts_with(one)) return false;
        at_ += one.size();
        return true;
    }

    bool half(bool& isAfternoon) {
        for (const Half& known : kHalves)
            if (word(known.word)) {
                isAfternoon = known.isAfternoon;
                return true;
            }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool dateAndTime(Parser& parser, Header& header) {
    const std::size_t begin = parser.at();
    if (parser.date(header)) {
        parser.joint();
        if (parser.time(header)) return true;
    }
    parser.moveTo(begin);
    header = {};
    header.shape.timeFirst = true;
    if (!parser.time(header)) return false;
    parser.joint();
    return parser.date(header);
}

// What closes the header; false where it is none.
bool frame(Parser& parser, bool hasBracket, Header& header) {
    if (hasBracket) {
        header.shape.frame = HeaderShape::Frame::Brackets;
        if (!parser.take(']')) return false;
        parser.take(' ');
        return true;
    }
    if (parser.take(':')) { // phones of before 2016
        header.shape.frame = HeaderShape::Frame::Colon;
        return header.shape.hasSeconds && parser.take(' ');
    }
    header.shape.frame = HeaderShape::Frame::Dash;
    return parser.takeSpaces() && parser.take('-') && parser.take(' ');
}

} // namespace

std::optional<Header> headerOf(std::string_view line) {
    const Plain plain(line.substr(0, kLongest * 4));
    Parser parser(plain.text);
    const bool hasBracket = parser.take('[');
    const std::size_t begin = parser.at();
    Header header;
    if (!dateAndTime(parser, header)) return std::nullopt;
    const std::size_t end = parser.at();
    if (!frame(parser, hasBracket, header)) return std::nullopt;
    header.written = plain.text.substr(begin, end - begin);
    header.rest = plain.places[parser.at()];
    return header;
}

} // namespace core::format::whatsapp
