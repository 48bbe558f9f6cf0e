// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/words.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/format/whatsapp/phrase_table.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::format::whatsapp {

namespace {

constexpr std::size_t kLongestPhrase = 200; // bytes of a phrase, and of what is looked at of a longer line

std::string_view withoutStop(std::string_view text) {
    text = base::trim(text);
    for (const std::string_view stop : {".", "。", "।", "۔"})
        if (text.ends_with(stop)) text.remove_suffix(stop.size());
    return text;
}

std::string folded(std::string_view text) { return base::foldForSearch(withoutStop(text)); }

struct Known {
    std::string text; // folded
    Phrase phrase;
};

bool isPrefix(Phrase phrase) {
    switch (phrase) {
    case Phrase::MissedVoice:
    case Phrase::MissedVideo:
    case Phrase::VoiceCall:
    case Phrase::VideoCall:
    case Phrase::GroupCall:
    case Phrase::Incoming:
    case Phrase::Outgoing:
    case Phrase::Service:
        return true;
    default:
        return false;
    }
}

class Table {
public:
    Table() {
        for (const PhraseRows& rows : kPhrases)
            for (const std::string_view text : rows.texts) {
                const std::string key = folded(text);
                exact_[key] |= bitOf(rows.phrase);
                if (isPrefix(rows.phrase)) prefixes_.push_back({key, rows.phrase});
                if (rows.phrase == Phrase::ServiceInside) inside_.push_back(key);
                begins_.insert(beginOf(text));
            }
        // "Missed voice call" before "Missed voice", whatever the order of the table.
        std::sort(prefixes_.begin(), prefixes_.end(),
                  [](const Known& left, const Known& right) { return left.text.size() > right.text.size(); });
    }

    // False for nearly all texts, without the cost of folding them.
    bool mayBegin(std::string_view text) const {
        const std::uint64_t begin = beginOf(withoutStop(text));
        return begin == kAnyBegin || begins_.contains(begin);
    }

    bool is(std::string_view text, Phrase phrase) const {
        if (text.size() > kLongestPhrase || !mayBegin(text)) return false;
        const auto found = exact_.find(folded(text));
        return found != exact_.end() && (found->second & bitOf(phrase)) != 0;
    }

    const std::vector<Known>& prefixes() const { return prefixes_; }
    const std::vector<std::string>& inside() const { return inside_; }

private:
    static constexpr std::uint64_t kAnyBegin = 0;

    static std::uint32_t bitOf(Phrase phrase) { return 1U << static_cast<unsigned>(phrase); }

    // The first six letters where they are ASCII, whatever their case.
    static std::uint64_t beginOf(std::string_view text) {
        std::uint64_t begin = 0;
        for (std::size_t i = 0; i < 6; ++i) {
            const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
            if (c == 0 || c >= 0x80) return kAnyBegin;
            begin = begin << 8U | (c >= 'A' && c <= 'Z' ? c | 0x20U : c);
        }
        return begin;
    }

    std::unordered_map<std::string, std::uint32_t> exact_;
    std::unordered_set<std::uint64_t> begins_;
    std::vector<Known> prefixes_;
    std::vector<std::string> inside_;
};

const Table& table() {
    static const Table all;
    return all;
}

// What may follow the words of a call: ", 6 min", ". Tap to call back", " kl. 21.30", " (1:05)", " at 9:30
// PM".
bool mayFollowCall(std::string_view rest) {
    if (rest.empty() || rest[0] == ',' || rest[0] == '.') return true;
    for (const std::string_view begin :
         {" (", " kl", " at ", " um ", " a las ", " à ", " om ", " alle ", " as ", " o "})
        if (rest.starts_with(begin)) return true;
    return false;
}

} // namespace

bool isPhrase(std::string_view text, Phrase phrase) { return table().is(text, phrase); }

std::optional<Phrase> callOf(std::string_view text) {
    if (text.size() > kLongestPhrase || !table().mayBegin(text) || text.find('\n') != std::string_view::npos)
        return std::nullopt;
    const std::string key = folded(text);
    for (const Known& known : table().prefixes())
        if (known.phrase != Phrase::Service && key.starts_with(known.text) &&
            mayFollowCall(std::string_view(key).substr(known.text.size())))
            return known.phrase;
    return std::nullopt;
}

bool isServiceLine(std::string_view text) {
    if (!table().mayBegin(text)) return false;
    const std::string key = folded(text.substr(0, kLongestPhrase));
    return std::any_of(table().prefixes().begin(), table().prefixes().end(), [&](const Known& known) {
        return known.phrase == Phrase::Service && key.starts_with(known.text);
    });
}

bool isServiceInside(std::string_view text) {
    const std::string key = folded(text.substr(0, kLongestPhrase));
    return std::any_of(table().inside().begin(), table().inside().end(),
                       [&](const std::string& words) { return key.find(words) != std::string::npos; });
}

bool endsOmitted(std::string_view text) {
    if (text.size() > kLongestPhrase) return false;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1))
        if (isPhrase(text.substr(at + 1), Phrase::Omitted)) return true;
    return false;
}

std::string chatNameOf(std::string_view fileName) {
    std::string_view name = fileName;
    if (name.ends_with(".txt") || name.ends_with(".zip")) name.remove_suffix(4);
    if (name.ends_with(')')) // "WhatsApp chat med Jens (1).txt", downloaded twice
        if (const std::size_t open = name.rfind(" (");
            open != std::string_view::npos && open + 5 >= name.size() &&
            name.find_first_not_of("0123456789)", open + 2) == std::string_view::npos)
            name = name.substr(0, open);
    const auto match = [&](std::string_view subject) {
        const std::size_t gap = subject.find('%');
        const std::string_view before = subject.substr(0, gap);
        const std::string_view after = subject.substr(gap + 1);
        const bool isOurs =
            name.size() > before.size() + after.size() && name.starts_with(before) && name.ends_with(after);
        return isOurs ? std::string(name.substr(before.size(), name.size() - before.size() - after.size()))
                      : std::string();
    };
    for (const auto& subjects :
         {std::span<const std::string_view>(kSubjects), std::span<const std::string_view>(kSubjectsUnseen)})
        for (const std::string_view subject : subjects)
            if (std::string chat = match(subject); !chat.empty()) return chat;
    return {};
}

} // namespace core::format::whatsapp
