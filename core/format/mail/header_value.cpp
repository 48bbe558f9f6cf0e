// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/header_value.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxParameters = 256;
constexpr std::size_t kMaxIds = 1000;

// A parameter as written: name*1*=value
struct Written {
    std::string name;
    std::string value; // unquoted
};

constexpr bool endsName(char c) { return c == '=' || c == ';' || c == ' ' || c == '\t' || c == '"'; }
constexpr bool endsValue(char c) { return isBlankChar(c) || c == ';' || c == '(' || c == ','; }

class Scanner {
public:
    explicit Scanner(std::string_view text) : s_(text) {}

    bool atEnd() const { return pos_ >= s_.size(); }

    void skipBlanks() {
        while (!atEnd() && (isBlankChar(s_[pos_]) || s_[pos_] == '(')) {
            if (s_[pos_] == '(')
                skipComment();
            else
                ++pos_;
        }
    }

    void skipSeparators() {
        for (skipBlanks(); !atEnd() && (s_[pos_] == ';' || s_[pos_] == ','); skipBlanks()) ++pos_;
    }

    template <typename Stops>
    std::string_view until(Stops stops) {
        const std::size_t begin = pos_;
        while (!atEnd() && !stops(s_[pos_])) ++pos_;
        return s_.substr(begin, pos_ - begin);
    }

    bool take(char c) {
        if (atEnd() || s_[pos_] != c) return false;
        ++pos_;
        return true;
    }

    void skip() { ++pos_; }

    // After the opening quote. A quote that is never closed ends with the text. A backslash escapes only
    // a quote and itself: Windows paths are written into file names as they are.
    std::string quoted() {
        const std::size_t quote = s_.find('"', pos_);
        if (quote != std::string_view::npos &&
            s_.substr(pos_, quote - pos_).find('\\') == std::string_view::npos) {
            const std::string_view whole = s_.substr(pos_, quote - pos_);
            pos_ = quote + 1;
            return std::string(whole);
        }
        std::string out;
        for (; !atEnd() && s_[pos_] != '"'; ++pos_) {
            if (s_[pos_] == '\\' && pos_ + 1 < s_.size() && (s_[pos_ + 1] == '"' || s_[pos_ + 1] == '\\'))
                ++pos_;
            out += s_[pos_];
        }
        ++pos_;
        return out;
    }

    // Up to the next semicolon. Blanks belong to it, unless what follows them is another parameter.
    std::string unquoted() {
        const std::size_t begin = pos_;
        std::size_t end = std::min(s_.find(';', pos_), s_.size());
        for (std::size_t blank = s_.find_first_of(" \t", begin); blank < end;
             blank = s_.find_first_of(" \t", blank + 1)) {
            const std::size_t word = s_.find_first_not_of(" \t", blank);
            const std::size_t stop = s_.find_first_of(" \t;=\"", word);
            if (word < end && stop < end && s_[stop] == '=') end = blank;
        }
        pos_ = end;
        return std::string(trim(s_.substr(begin, end - begin)));
    }

private:
    void skipComment() {
        int depth = 0;
        for (; pos_ < s_.size(); ++pos_) {
            if (s_[pos_] == '\\')
                ++pos_;
            else if (s_[pos_] == '(')
                ++depth;
            else if (s_[pos_] == ')' && --depth == 0)
                break;
        }
        pos_ = std::min(pos_ + 1, s_.size());
    }

    std::string_view s_;
    std::size_t pos_ = 0;
};

// Calls use(parameter) for each.
template <typename Use>
void scanParameters(Scanner& scan, Use use) {
    for (std::size_t found = 0; found < kMaxParameters;) {
        scan.skipSeparators();
        if (scan.atEnd()) break;
        Written written;
        written.name = toLower(trim(scan.until(endsName)));
        scan.skipBlanks();
        if (!scan.take('=')) {
            if (written.name.empty() && !scan.atEnd()) scan.skip();
            continue;
        }
        scan.skipBlanks();
        written.value = scan.take('"') ? scan.quoted() : scan.unquoted();
        if (written.name.empty()) continue;
        ++found;
        use(std::move(written));
    }
}

// The first of a name counts.
void add(HeaderValue& value, HeaderValue::Parameter&& parameter) {
    if (value.parameter(parameter.name).empty()) value.parameters.push_back(std::move(parameter));
}

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const int byte = hexByteAfter(text, i); text[i] == '%' && byte >= 0) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

// RFC 2231: the pieces of one parameter by number, with the charset that piece 0 names.
struct Pieces {
    struct Piece {
        std::string text;
        bool encoded = false;
    };
    std::map<int, Piece> byNumber;
};

std::string joined(const Pieces& pieces) {
    std::string charset;
    std::string bytes;
    bool first = true;
    bool anyEncoded = false;
    for (const auto& [number, piece] : pieces.byNumber) {
        std::string_view text = piece.text;
        if (first && piece.encoded) {
            const std::size_t a = text.find('\'');
            const std::size_t b = a == std::string_view::npos ? a : text.find('\'', a + 1);
            if (b != std::string_view::npos) {
                charset = text.substr(0, a);
                text.remove_prefix(b + 1);
            }
        }
        first = false;
        anyEncoded = anyEncoded || piece.encoded;
        bytes += piece.encoded ? percentDecoded(text) : std::string(text);
    }
    return anyEncoded ? readableText(bytes, charset) : decodeHeaderText(bytes);
}

// "filename*1*" into name, number, encoded.
struct Name {
    std::string base;
    int number = 0;
    bool encoded = false;
};

std::optional<Name> extendedName(std::string_view name) {
    const std::size_t star = name.find('*');
    if (star == std::string_view::npos || star == 0) return std::nullopt;
    Name result{std::string(name.substr(0, star)), 0, name.ends_with('*')};
    std::string_view digits = name.substr(star + 1);
    if (digits.ends_with('*')) digits.remove_suffix(1);
    if (!digits.empty()) {
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), result.number);
        if (error != std::errc{} || end != digits.data() + digits.size() || result.number < 0)
            return std::nullopt;
    }
    return result;
}

} // namespace

const std::string& HeaderValue::parameter(std::string_view name) const {
    static const std::string none;
    const auto it = std::find_if(parameters.begin(), parameters.end(),
                                 [&](const Parameter& p) { return p.name == name; });
    return it == parameters.end() ? none : it->text;
}

HeaderValue parseHeaderValue(std::string_view raw) {
    Scanner scan(raw);
    HeaderValue result;
    scan.skipBlanks();
    if (scan.atEnd()) return result;
    const std::string_view value = scan.until(endsValue);
    result.value.reserve(value.size());
    for (const char c : value)
        if (c > ' ' && c < 0x7F && c != '"') result.value += lowerChar(c);
    std::map<std::string, Pieces> extended;
    scanParameters(scan, [&](Written&& written) {
        if (const auto name = extendedName(written.name)) {
            extended[name->base].byNumber.try_emplace(name->number,
                                                      Pieces::Piece{std::move(written.value), name->encoded});
        } else {
            const bool isForPeople = written.name == "name" || written.name == "filename";
            std::string text = isForPeople ? decodeHeaderText(written.value) : std::move(written.value);
            add(result, {std::move(written.name), std::move(text)});
        }
    });
    if (extended.empty()) return result;
    std::vector<HeaderValue::Parameter> plain; // the extended form comes before the plain one
    plain.swap(result.parameters);
    for (const auto& [name, pieces] : extended) result.parameters.push_back({name, joined(pieces)});
    for (auto& parameter : plain) add(result, std::move(parameter));
    return result;
}

std::string safeFileName(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string out;
    for (const char c : name)
        if (!isControl(c)) out += c;
    out = trim(out);
    return out == "." || out == ".." ? std::string() : out;
}

std::vector<std::string> parseMessageIds(std::string_view raw) {
    std::vector<std::string> ids;
    bool bracketed = false;
    for (std::size_t i = raw.find('<'); i != std::string_view::npos && ids.size() < kMaxIds;
         i = raw.find('<', i)) {
        bracketed = true;
        const std::size_t end = std::min(raw.find('>', i), raw.size());
        std::string id;
        for (const char c : raw.substr(i + 1, end - i - 1))
            if (!isBlankChar(c) && c != '<') id += c;
        if (!id.empty()) ids.push_back(readableText(id, ""));
        i = end;
    }
    if (!bracketed) {
        const std::string_view word = trim(raw);
        if (!word.empty() && word.find_first_of(" \t") == std::string_view::npos)
            ids.push_back(readableText(word, ""));
    }
    return ids;
}

} // namespace core::format::mail
