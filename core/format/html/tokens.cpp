// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/html/tokens.h"

#include "core/base/utf8.h"
#include "core/format/mail/html_entity.h"

#include <algorithm>
#include <array>

namespace core::format::html {

namespace {

constexpr std::array<std::string_view, 10> kVoid{"br", "img",  "meta", "link",   "input",
                                                 "hr", "base", "col",  "source", "wbr"};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool sameWord(std::string_view one, std::string_view other) {
    return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(),
                                                    [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// The next attribute of a tag; false at the end of it.
bool nextAttribute(std::string_view& rest, std::string_view& name, std::string_view& value) {
    rest = trimmed(rest);
    if (rest.empty()) return false;
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != '=' && !isBlank(rest[end])) ++end;
    name = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    value = {};
    if (!rest.starts_with("=")) {
        if (end == 0 && !rest.empty()) rest.remove_prefix(1);
        return true;
    }
    rest = trimmed(rest.substr(1));
    const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
    const std::size_t begin = quoted ? 1 : 0;
    const std::size_t stop = quoted ? rest.find(rest[0], 1) : rest.find_first_of(kBlanks);
    value = rest.substr(begin, stop == std::string_view::npos ? stop : stop - begin);
    rest.remove_prefix(stop == std::string_view::npos ? rest.size() : stop + begin);
    return true;
}

} // namespace

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t used = text[i] == '&' ? mail::appendEntity(text.substr(i), out) : 0;
        if (used == 0) out += text[i];
        i += std::max<std::size_t>(used, 1);
    }
    return base::isValidUtf8(out) ? out : base::repairUtf8(out);
}

bool Token::is(std::string_view tag) const { return sameWord(name, tag); }

std::string Token::attribute(std::string_view attributeName) const {
    std::string_view rest = attributes;
    std::string_view found;
    std::string_view value;
    while (nextAttribute(rest, found, value))
        if (sameWord(found, attributeName)) return decoded(value);
    return {};
}

bool Token::hasClass(std::string_view className) const {
    if (attributes.find(className) == std::string_view::npos) return false;
    const std::string all = attribute("class");
    for (std::size_t at = all.find(className); at != std::string::npos; at = all.find(className, at + 1)) {
        const std::size_t behind = at + className.size();
        if ((at == 0 || isBlank(all[at - 1])) && (behind == all.size() || isBlank(all[behind]))) return true;
    }
    return false;
}

bool Tokens::skipMarkup() {
    const std::string_view rest = page_.substr(at_);
    std::string_view end;
    if (rest.starts_with("<!--"))
        end = "-->";
    else if (rest.starts_with("<!") || rest.starts_with("<?"))
        end = ">";
    else
        return false;
    const std::size_t stop = rest.find(end, 2);
    at_ = stop == std::string_view::npos ? page_.size() : at_ + stop + end.size();
    return true;
}

Token Tokens::next() {
    while (at_ < page_.size()) {
        if (page_[at_] == '<' && skipMarkup()) continue;
        const std::string_view rest = page_.substr(at_);
        const bool isClose = rest.starts_with("</");
        const std::size_t letter = isClose ? 2 : 1;
        if (rest[0] == '<' && letter < rest.size() && isLetter(rest[letter])) {
            Token token = tag();
            if (token.kind != Token::Kind::Open || !(token.is("style") || token.is("script"))) return token;
            const std::string_view close = token.is("style") ? "</style" : "</script";
            at_ = std::min(page_.find(close, at_), page_.size());
            continue;
        }
        Token token;
        token.kind = Token::Kind::Text;
        token.begin = at_;
        at_ = std::min(page_.find('<', at_ + 1), page_.size());
        token.end = at_;
        token.text = page_.substr(token.begin, token.end - token.begin);
        return token;
    }
    Token end;
    end.begin = end.end = page_.size();
    return end;
}

Token Tokens::tag() {
    Token token;
    token.begin = at_;
    const bool isClose = page_[at_ + 1] == '/';
    token.kind = isClose ? Token::Kind::Close : Token::Kind::Open;
    std::size_t at = at_ + (isClose ? 2 : 1);
    const std::size_t nameBegin = at;
    while (at < page_.size() && !isBlank(page_[at]) && page_[at] != '>' && page_[at] != '/') ++at;
    token.name = page_.substr(nameBegin, at - nameBegin);
    const std::size_t attributesBegin = at;
    char quote = 0;
    for (; at < page_.size(); ++at) { // a > inside of quotes ends no tag
        const char c = page_[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            break;
        } else if ((c == '"' || c == '\'') && page_[at - 1] == '=') {
            quote = c;
        }
    }
    token.attributes = page_.substr(attributesBegin, at - attributesBegin);
    at_ = std::min(at + 1, page_.size());
    token.end = at_;
    token.isVoid =
        token.attributes.ends_with("/") ||
        std::any_of(kVoid.begin(), kVoid.end(), [&](std::string_view one) { return token.is(one); });
    return token;
}

} // namespace core::format::html
