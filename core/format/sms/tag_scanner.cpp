// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/tag_scanner.h"

#include "core/base/ascii.h"

#include <cstring>

namespace core::format::sms {

namespace {

using base::isBlankChar;

constexpr std::size_t kTagLookAhead = 16; // enough for every element we know and its delimiter
// What nobody has written by thumb; several copies of it are held until it is stored.
constexpr std::size_t kLongText = 4 * 1024 * 1024;

// True for the beginning of a tag that these exports have: where reading goes on after damage.
bool beginsKnownTag(std::string_view text) {
    if (text.empty() || text[0] != '<') return false;
    text.remove_prefix(1);
    if (!text.empty() && text[0] == '/') text.remove_prefix(1);
    const std::size_t n = nameLength(text);
    if (n == 0 || n >= text.size()) return false;
    const char after = text[n];
    if (!isBlankChar(after) && after != '/' && after != '>') return false;
    const std::string_view name = text.substr(0, n);
    return elementOf(name) != Element::Other || name == "parts" || name == "addrs";
}

std::size_t findByte(std::string_view text, char c) {
    const void* found = text.empty() ? nullptr : std::memchr(text.data(), c, text.size());
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Empty where the type stands behind the data.
bool mayBeText(std::string_view type) {
    return type.empty() || type.starts_with("text/") || type.starts_with("Text/") ||
           type.starts_with("TEXT/");
}

struct Suspect {
    std::size_t at; // the end of what was looked through, where there is none
    bool isTag;     // false: too close to the end of the window to say
};

Suspect suspectTag(std::string_view text, std::size_t end) {
    for (std::size_t from = 0; from < end;) {
        const std::size_t found = findByte(text.substr(from, end - from), '<');
        if (found == std::string_view::npos) break;
        const std::size_t at = from + found;
        if (at > 0 && text.size() - at < kTagLookAhead) return {at, false};
        if (beginsKnownTag(text.substr(at))) return {at, true};
        from = at + 1;
    }
    return {end, false};
}

} // namespace

std::string_view TagScanner::get(Attribute attribute) const {
    if (!has(attribute)) return {};
    const std::string_view text = values_[index(attribute)];
    return text == "null" ? std::string_view() : text;
}

TagScanner::Event TagScanner::next() {
    while (toNextTag()) {
        begin_ = input_.offset();
        const std::string_view text = input_.atLeast(kTagLookAhead);
        if (text.starts_with("<!--")) {
            input_.consume(4);
            const Comment comment = skipComment();
            if (comment == Comment::Cut) return Event::Truncated;
            if (comment == Comment::Unclosed) return brokenComment();
        } else if (text.starts_with("<![CDATA[")) {
            if (!skipPast("]]>")) return Event::Truncated;
        } else if (text.starts_with("<?")) {
            if (!readInstruction()) return Event::Truncated;
        } else if (text.starts_with("<!")) {
            if (!skipDeclaration()) return Event::Truncated;
        } else if (text.starts_with("</")) {
            return closeTag();
        } else if (text.size() == 1) {
            return Event::Truncated;
        } else {
            return openTag();
        }
    }
    begin_ = input_.offset();
    return Event::End;
}

TagScanner::Event TagScanner::brokenComment() {
    element_ = Element::Other;
    return Event::Broken;
}

bool TagScanner::toNextTag() {
    for (;;) {
        const std::string_view text = input_.view();
        const std::size_t found = findByte(text, '<');
        input_.consume(found == std::string_view::npos ? text.size() : found);
        if (found != std::string_view::npos) return true;
        if (!input_.more()) return false;
    }
}

TagScanner::Event TagScanner::closeTag() {
    input_.consume(2);
    const std::string_view text = input_.atLeast(kLongestName + 2);
    element_ = elementOf(text.substr(0, nameLength(text)));
    for (;;) {
        const std::string_view rest = input_.view();
        const std::size_t stop = rest.find_first_of("<>");
        if (stop != std::string_view::npos) {
            input_.consume(stop);
            if (rest[stop] == '<') return broken();
            input_.consume(1);
            return Event::Close;
        }
        input_.consume(rest.size());
        if (!input_.more()) return Event::Truncated;
    }
}

TagScanner::Event TagScanner::openTag() {
    input_.consume(1);
    const std::string_view text = input_.atLeast(kLongestName + 2);
    const std::size_t n = nameLength(text);
    element_ = elementOf(text.substr(0, n));
    if (n == 0 || n > kLongestName) return broken();
    input_.consume(n);
    leads_.beginTag(element_);
    isEmpty_ = isCut_ = false;
    present_.reset();
    inWindow_.reset();
    data_.clear();
    invalid_ = 0;
    for (;;) {
        if (quickAttributes() == Quick::TagEnd) return Event::Open;
        ownValues();
        leads_.pass();
        switch (attribute()) {
        case Step::Attribute:
            break;
        case Step::TagEnd:
            return Event::Open;
        case Step::Broken:
            return broken();
        case Step::Cut:
            return Event::Truncated;
        }
    }
}

TagScanner::Event TagScanner::broken() {
    while (toNextTag()) {
        if (beginsKnownTag(input_.atLeast(kTagLookAhead))) break;
        input_.consume(1);
    }
    return Event::Broken;
}

bool TagScanner::skipBlanks() {
    const std::string_view now = input_.view();
    if (!now.empty() && !isBlankChar(now[0])) return true;
    for (;;) {
        const std::string_view text = input_.view();
        std::size_t n = 0;
        while (n < text.size() && isBlankChar(text[n])) ++n;
        input_.consume(n);
        if (n < text.size()) return true;
        if (!input_.more()) return false;
    }
}

TagScanner::Step TagScanner::attribute() {
    if (!skipBlanks()) return Step::Cut;
    const std::string_view text = input_.atLeast(kLongestName + 2);
    if (text[0] == '>') {
        input_.consume(1);
        return Step::TagEnd;
    }
    if (text[0] == '/') {
        if (text.size() < 2) return Step::Cut;
        if (text[1] != '>') return Step::Broken;
        input_.consume(2);
        isEmpty_ = true;
        return Step::TagEnd;
    }
    const std::size_t n = nameLength(text);
    if (n == text.size()) return Step::Cut;
    if (n == 0 || n > kLongestName) return Step::Broken;
    const Attribute name = attributeOf(text.substr(0, n));
    input_.consume(n);
    return namedValue(name);
}

TagScanner::Step TagScanner::namedValue(Attribute name) {
    if (!skipBlanks()) return Step::Cut;
    const char sign = input_.view()[0];
    // A name without a value says nothing; a quote in its place means that one is missing before it.
    if (sign == '>' || sign == '/' || isNameByte(sign)) return Step::Attribute;
    if (sign != '=') return Step::Broken;
    input_.consume(1);
    if (!skipBlanks()) return Step::Cut;
    const char quote = input_.view()[0];
    if (quote != '"' && quote != '\'') return Step::Broken;
    input_.consume(1);
    if (name == Attribute::None || has(name)) return value(quote, Target::Nowhere);
    offsets_[index(name)] = input_.offset();
    if (name == Attribute::Data) {
        data_.start(input_.offset(), mayBeText(get(Attribute::ContentType)));
        const Step step = value(quote, Target::Data);
        if (step == Step::Attribute) data_.finish(valueEnd_ - offsets_[index(name)]);
        return step;
    }
    const bool isLong = name == Attribute::Body || name == Attribute::Text;
    text_.start(charset_, isLong ? kLongText : kShortText);
    const Step step = value(quote, Target::Text);
    if (step != Step::Attribute) return step;
    text_.finish();
    owned_[index(name)].swap(text_.text());
    values_[index(name)] = owned_[index(name)];
    invalid_ += text_.invalid();
    isCut_ = isCut_ || text_.isCut();
    present_.set(index(name));
    return step;
}

std::size_t TagScanner::take(Target target, std::string_view raw, bool last) {
    if (target == Target::Text) return text_.feed(raw, last);
    if (target == Target::Data) data_.feed(raw);
    return raw.size();
}

// Everything up to the quote. A tag of these exports in the middle of a value means that the quote is
// missing: no writer leaves a "<" bare there.
TagScanner::Step TagScanner::value(char quote, Target target) {
    for (;;) {
        const std::string_view text = input_.atLeast(kTagLookAhead);
        const std::size_t stop = findByte(text, quote);
        const std::string_view raw = text.substr(0, stop);
        const Suspect suspect = suspectTag(text, raw.size());
        if (suspect.isTag) {
            input_.consume(suspect.at);
            return Step::Broken;
        }
        if (suspect.at < raw.size()) {
            input_.consume(take(target, raw.substr(0, suspect.at), true));
            continue;
        }
        const bool last = stop != std::string_view::npos;
        input_.consume(take(target, raw, last));
        if (last) {
            valueEnd_ = input_.offset();
            input_.consume(1);
            return Step::Attribute;
        }
        if (!input_.more()) return Step::Cut;
    }
}

} // namespace core::format::sms
