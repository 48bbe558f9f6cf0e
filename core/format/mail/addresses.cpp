// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/addresses.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"

#include <algorithm>
#include <string>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxAddresses = 20'000; // a header
constexpr std::size_t kMaxNamePieces = 4;     // of a name written with commas and without quotes

constexpr bool beginsUnit(char c) { return c == '"' || c == '(' || c == '<' || c == '='; }

// Finds the ends of quoted strings, comments, angle addresses and encoded words. A mark that is never closed
// is an ordinary character, and is looked for only once.
class Units {
public:
    explicit Units(std::string_view text) : s_(text) {}

    // The position after the unit that begins at `i`; `i` itself where none begins.
    std::size_t after(std::size_t i) {
        if (s_[i] == '=') return i + encodedWordLength(s_.substr(i));
        bool* broken = s_[i] == '"' ? &quote_ : s_[i] == '(' ? &comment_ : s_[i] == '<' ? &angle_ : nullptr;
        if (!broken || *broken) return i;
        const std::size_t end = s_[i] == '"' ? quoteEnd(i) : s_[i] == '(' ? commentEnd(i) : s_.find('>', i);
        *broken = end >= s_.size();
        return *broken ? i : end + 1;
    }

private:
    std::size_t quoteEnd(std::size_t i) const {
        for (++i; i < s_.size() && s_[i] != '"'; ++i)
            if (s_[i] == '\\') ++i;
        return i;
    }

    std::size_t commentEnd(std::size_t i) const {
        for (int depth = 0; i < s_.size(); ++i) {
            if (s_[i] == '\\')
                ++i;
            else if (s_[i] == '(')
                ++depth;
            else if (s_[i] == ')' && --depth == 0)
                break;
        }
        return i;
    }

    std::string_view s_;
    bool quote_ = false;
    bool comment_ = false;
    bool angle_ = false;
};

// Calls use(piece) for each address between commas, semicolons and group names.
template <typename Use>
void splitList(std::string_view s, Use use) {
    Units units(s);
    std::size_t begin = 0;
    bool hasAt = false; // a colon after it belongs to the address, not to a group
    for (std::size_t i = 0; i < s.size();) {
        const char c = s[i];
        if (const std::size_t after = units.after(i); after != i) {
            hasAt = hasAt || c == '<';
            i = after;
            continue;
        }
        if (c == ',' || c == ';') {
            use(s.substr(begin, i - begin));
            begin = i + 1;
            hasAt = false;
        } else if (c == ':' && !hasAt) {
            begin = i + 1; // the name of a group
        } else if (c == '@') {
            hasAt = true;
        }
        ++i;
    }
    use(s.substr(begin));
}

// The words outside of comments, and the comments.
struct Phrase {
    std::string words;
    std::string comment;
};

Phrase phraseOf(std::string_view s) {
    Phrase phrase;
    Units units(s);
    for (std::size_t i = 0; i < s.size();) {
        std::size_t plain = i;
        while (plain < s.size() && !beginsUnit(s[plain])) ++plain;
        phrase.words += s.substr(i, plain - i);
        i = plain;
        if (i == s.size()) break;
        const std::size_t after = s[i] == '<' ? i : units.after(i);
        if (after == i) {
            phrase.words += s[i++];
            continue;
        }
        const std::string_view unit = s.substr(i, after - i);
        if (s[i] == '(') {
            if (!phrase.comment.empty()) phrase.comment += ' ';
            phrase.comment += unit.substr(1, unit.size() - 2);
        } else if (s[i] == '"') {
            for (std::size_t k = 1; k + 1 < unit.size(); ++k) {
                if (unit[k] == '\\' && k + 2 < unit.size()) ++k;
                phrase.words += unit[k];
            }
        } else {
            phrase.words += unit;
        }
        i = after;
    }
    return phrase;
}

std::string collapsed(std::string_view text) {
    std::string out;
    text = trim(text);
    out.reserve(text.size());
    for (const char c : text)
        if (!isBlankChar(c) || (!out.empty() && out.back() != ' ')) out += isBlankChar(c) ? ' ' : c;
    return out;
}

// A quote that was opened and never closed.
std::string withoutOpenQuote(std::string name) {
    if (name.starts_with('"') && name.find('"', 1) == std::string::npos) name.erase(0, 1);
    return name;
}

// "@relay,@relay2:anna@example.org", "mailto:anna@example.org", blanks
std::string bareAddress(std::string_view text) {
    text = trim(text);
    if (text.starts_with('@'))
        if (const std::size_t colon = text.find(':'); colon != std::string_view::npos)
            text.remove_prefix(colon + 1);
    if (startsNoCase(text, "mailto:")) text.remove_prefix(7);
    // A quoted local part may hold blanks; without an @ it is no address, and the blanks stand between words.
    const std::size_t at = text.rfind('@');
    const bool keepsBlanks = text.starts_with('"') || at == std::string_view::npos;
    const auto isJoint = [&](std::size_t i) {
        return text[i] == '@' || text[i] == '.' || isBlankChar(text[i]);
    };
    if (std::none_of(text.begin(), text.end(), isBlankChar)) return decodeHeaderText(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        // Blanks beside @ and . are allowed, one in the domain is a folded line. Between two words before the
        // @ it is neither: "Jens Hansen@example.org" is not JensHansen.
        const auto isBetweenWords = [&] { return i > 0 && i + 1 < at && !isJoint(i - 1) && !isJoint(i + 1); };
        if (keepsBlanks || !isBlankChar(text[i]) || isBetweenWords()) out += text[i];
    }
    return decodeHeaderText(out);
}

model::Participant participant(std::string_view piece, model::ParticipantRole role, bool decoded) {
    model::Participant person{role, model::IdentifierKind::Email, {}, {}};
    Units units(piece);
    std::size_t open = std::string_view::npos;
    for (std::size_t i = 0; i < piece.size() && open == std::string_view::npos;) {
        if (piece[i] == '<') open = i;
        const std::size_t after = piece[i] == '<' ? i : units.after(i);
        i = std::max(i + 1, after);
    }
    if (open != std::string_view::npos) {
        // Several in a row happen: "<<anna@example.org>".
        std::size_t begin = piece.find_first_not_of("< ", open);
        if (begin == std::string_view::npos) begin = piece.size();
        const std::size_t end = std::min(piece.find('>', begin), piece.size());
        person.id = bareAddress(piece.substr(begin, end - begin));
        Phrase phrase = phraseOf(piece.substr(0, open));
        if (trim(phrase.words).empty()) phrase.words = phrase.comment;
        if (trim(phrase.words).empty() && end < piece.size()) {
            const Phrase tail = phraseOf(piece.substr(end + 1));
            phrase.words = tail.comment.empty() ? tail.words : tail.comment;
        }
        person.name = withoutOpenQuote(collapsed(decodeHeaderText(phrase.words)));
        if (person.id.find('@') == std::string::npos && person.id.find(' ') != std::string::npos) {
            person.kind = model::IdentifierKind::Name; // words where an address should be
            if (person.name.empty()) person.name = person.id;
        } else if (person.id.empty() && !person.name.empty()) {
            person.kind = model::IdentifierKind::Name;
            person.id = person.name;
        }
        return person;
    }
    const Phrase phrase = phraseOf(piece);
    const std::string words = collapsed(decodeHeaderText(phrase.words));
    // The whole address inside an encoded word is forbidden and common.
    if (!decoded && phrase.words.find("=?") != std::string::npos && words.find('@') != std::string::npos)
        return participant(words, role, true);
    person.id = words;
    person.name = collapsed(decodeHeaderText(phrase.comment));
    const bool isAddress = words.find('@') != std::string::npos ? piece.find('@') != std::string_view::npos
                                                                : words.find(' ') == std::string::npos;
    if (!isAddress) {
        person.kind = model::IdentifierKind::Name;
        if (person.name.empty()) person.name = words;
    } else if (piece.starts_with('"') && piece.find('(') == std::string_view::npos) {
        person.id = bareAddress(piece);
    } else if (words.find(' ') != std::string::npos) {
        person.id = bareAddress(phrase.words);
    }
    return person;
}

// Neither an address nor the place of one, encoded words read.
bool isOnlyWords(std::string_view piece) {
    const auto marksAddress = [](char c) { return c == '@' || c == '<'; };
    if (std::any_of(piece.begin(), piece.end(), marksAddress)) return false;
    return piece.find("=?") == std::string_view::npos ||
           decodeHeaderText(piece).find_first_of("@<") == std::string::npos;
}

// "Bo <bo@example.org>", and not "<bo@example.org>".
bool isNamedAddress(std::string_view piece) {
    const std::size_t open = piece.find('<');
    return open != std::string_view::npos && open > 0 && open + 1 < piece.size() && piece[open + 1] != '>';
}

} // namespace

void appendAddresses(std::string_view raw, model::ParticipantRole role,
                     std::vector<model::Participant>& out) {
    const std::size_t limit = out.size() + kMaxAddresses;
    std::vector<std::string_view> names; // pieces that are only words, and may begin the name that follows
    const auto add = [&](std::string_view piece) {
        if (out.size() >= limit) return;
        model::Participant person = participant(piece, role, false);
        if (!person.id.empty() || !person.name.empty()) out.push_back(std::move(person));
    };
    const auto addNames = [&] {
        for (const std::string_view name : names) add(name);
        names.clear();
    };
    splitList(raw, [&](std::string_view piece) {
        piece = trim(piece);
        if (piece.empty()) return;
        if (isOnlyWords(piece)) {
            names.push_back(piece);
            return;
        }
        if (!names.empty() && names.size() <= kMaxNamePieces && isNamedAddress(piece)) {
            const char* begin = names.front().data();
            piece = {begin, static_cast<std::size_t>(piece.data() + piece.size() - begin)};
            names.clear();
        }
        addNames();
        add(piece);
    });
    addNames();
}

} // namespace core::format::mail
