// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/survey.h"

#include "core/base/utf8.h"
#include "core/format/whatsapp/content.h"
#include "core/format/whatsapp/words.h"

#include <algorithm>

namespace core::format::whatsapp {

namespace {

constexpr std::size_t kMostShapes = 32;
constexpr std::size_t kMostNames = 5000;
constexpr std::size_t kLongestName = 200; // bytes
constexpr std::uint64_t kFewReturns = 3;
constexpr std::uint64_t kManyLines = 5;

// Where the text begins behind "Name: ", from `from` on; npos where there is no name.
std::size_t nameEnd(std::string_view rest, std::size_t from = 0) {
    const std::size_t colon = rest.find(": ", from);
    if (colon != std::string_view::npos) return colon;
    return from == 0 && rest.ends_with(':') ? rest.size() - 1 : std::string_view::npos; // an empty message
}

// A line of the program that holds a ": " of its own, in the name of a group: Jens changed it to "Plan:
// fest".
bool isOpenQuote(std::string_view name) {
    const auto count = [name](std::string_view sign) {
        std::size_t found = 0;
        for (std::size_t at = name.find(sign); at != std::string_view::npos;
             at = name.find(sign, at + sign.size()))
            ++found;
        return found;
    };
    return count("\"") % 2 != 0 || count("“") > count("”");
}

bool isGroupLine(std::string_view rest) {
    const std::string folded = base::foldForSearch(rest.substr(0, 300));
    for (const char* word : {"group", "grupp", "grupo", "grup ", "groupe"})
        if (folded.find(word) != std::string::npos) return true;
    return false;
}

std::string shownName(std::string_view name) {
    std::string clean = withoutMarks(name);
    while (clean.ends_with(' ')) clean.pop_back();
    while (clean.starts_with(' ')) clean.erase(0, 1);
    return clean;
}

bool isName(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && !isOpenQuote(name);
}

} // namespace

void Survey::look(base::ByteSource& source, RecordSink& sink, std::int64_t nowMs, std::uint64_t most) {
    Lines lines(source, sink);
    Line one;
    bool afterReturn = false;
    while (lines.next(one) && one.offset < most) {
        // What would have stood before the first line, its own end tells.
        line(one, one.offset < 4 ? one.hasReturn : afterReturn, nowMs);
        afterReturn = one.hasReturn;
    }
}

void Survey::line(const Line& line, bool afterReturn, std::int64_t nowMs) {
    const auto header = headerOf(line.text);
    ++lines_;
    if (!header) return;
    if (shapes_.size() >= kMostShapes && !shapes_.contains(header->shape)) return;
    Shaped& shaped = shapes_[header->shape];
    if (shaped.lines() == 0) shaped.first = lines_;
    Found& found = afterReturn ? shaped.afterReturn : shaped.afterFeed;
    ++found.lines;
    const std::string_view rest = std::string_view(line.text).substr(header->rest);
    found.dates.add(*header, rest, nowMs);
    name(found, rest, header->shape.frame != HeaderShape::Frame::Dash);
}

void Survey::name(Found& found, std::string_view rest, bool isIphone) {
    const std::size_t end = nameEnd(rest);
    if (end == std::string_view::npos || !isName(rest.substr(0, end)) || isServiceLine(withoutMarks(rest))) {
        found.hasGroupLine = found.hasGroupLine || isGroupLine(rest);
        return;
    }
    const std::string written(rest.substr(0, end));
    if (found.names.size() >= kMostNames && !found.names.contains(written)) return;
    Name& one = found.names[written];
    const std::size_t second = nameEnd(rest, end + 2);
    const std::string longer(second == std::string_view::npos ? std::string_view() : rest.substr(0, second));
    if (one.lines++ == 0) {
        one.longer = longer;
        one.order = found.names.size();
    } else {
        one.isLonger = !longer.empty() && longer == one.longer;
        if (!one.isLonger) one.longer.clear();
    }
    const Content content = contentOf(rest.substr(std::min(rest.size(), end + 2)), true, isIphone);
    if (content.kind != model::ItemKind::Notice) ++one.own;
    one.deleted = one.deleted || content.byOwner;
}

void Survey::merge(Names& into, const Names& other) {
    for (const auto& [written, one] : other) {
        const auto [place, isNew] = into.try_emplace(written, one);
        if (isNew) continue;
        Name& name = place->second;
        if (name.longer != one.longer) name.longer.clear();
        name.isLonger = !name.longer.empty();
        name.lines += one.lines;
        name.own += one.own;
        name.deleted = name.deleted || one.deleted;
        name.order = std::min(name.order, one.order);
    }
}

void Survey::decide(DateOrder answer, const std::string& chat) {
    Shaped* chosen = nullptr;
    for (auto& [shape, shaped] : shapes_)
        if (chosen == nullptr || shaped.lines() > chosen->lines() ||
            (shaped.lines() == chosen->lines() && shaped.first < chosen->first)) {
            chosen = &shaped;
            shape_ = shape;
        }
    if (chosen == nullptr) return;
    Found& returns = chosen->afterReturn;
    Found& feeds = chosen->afterFeed;
    hasReturns_ = returns.lines > kFewReturns && returns.lines > feeds.lines;
    Found& most = returns.lines > feeds.lines ? returns : feeds;
    if (!hasReturns_) merge(most.names, (&most == &returns ? feeds : returns).names);
    dates_ = most.dates.decide(answer);
    isGroup_ = most.hasGroupLine;
    findPeople(most.names, chat);
}

void Survey::findPeople(const Names& names, const std::string& chat) {
    std::vector<std::pair<std::uint64_t, std::string>> people;
    std::vector<std::string> owners;
    for (const auto& [written, one] : names) {
        // "Mor: arbejde: ring" is a name with a colon where every line of hers goes on like that. Two lines
        // may begin alike by chance.
        const bool isNamed = one.isLonger && chat == shownName(one.longer);
        const bool isLonger =
            isNamed || (one.isLonger && one.lines >= kManyLines && chat != shownName(written));
        if (isLonger) longer_[written] = one.longer;
        const std::string shown = shownName(isLonger ? one.longer : written);
        if (one.own > 0) people.emplace_back(one.order, shown);
        if (one.deleted) owners.push_back(shown);
    }
    std::sort(people.begin(), people.end());
    for (auto& [order, shown] : people) people_.push_back(std::move(shown));
    if (owners.size() == 1) owner_ = owners.front(); // two of them: somebody wrote the sentence himself
}

std::optional<Header> Survey::messageBegin(const Line& line, bool afterReturn) const {
    auto header = headerOf(line.text);
    if (!header || header->shape != shape_ || (hasReturns_ && !afterReturn)) return std::nullopt;
    return header;
}

Spoken Survey::spoken(std::string_view rest) const {
    std::size_t end = nameEnd(rest);
    if (end == std::string_view::npos || !isName(rest.substr(0, end)) || isServiceLine(withoutMarks(rest)))
        return {};
    const auto longer = longer_.find(std::string(rest.substr(0, end)));
    if (longer != longer_.end() && rest.starts_with(longer->second)) end = longer->second.size();
    return {shownName(rest.substr(0, end)), std::min(rest.size(), end + 2)};
}

} // namespace core::format::whatsapp
