// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/source_kind.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace core::query {

namespace {

bool endsIn(const SourceRow& source, std::initializer_list<std::string_view> endings) {
    const std::string name = base::foldForSearch(source.name);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

bool isPlain(const SourceRow& source) { return source.format.empty() || source.format == "document"; }

} // namespace

bool mayBeTable(const SourceRow& source, bool isDocument) {
    if (!source.complete) return false;
    if (source.format == "table") return true;
    return isDocument && isPlain(source) &&
           endsIn(source, {".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".txt"});
}

bool mayHoldLog(const SourceRow& source) {
    if (!source.complete) return false;
    return source.format == "table" ||
           (isPlain(source) && endsIn(source, {".docx", ".odt", ".csv", ".tsv", ".xlsx", ".txt"}));
}

bool saysLog(const std::string& text) {
    const std::string folded = base::foldForSearch(text);
    const auto says = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return folded.find(word) != std::string::npos; });
    };
    return says({"dato", "tidspunkt", "hvornaar", "date"}) &&
           says({"haendelse", "beskrivelse", "hvad skete", "kontaktform", "incident", "what happened"});
}

LogOrigin logOriginOf(const std::string& origin) {
    constexpr std::string_view mark = "log:";
    const auto colon = origin.rfind(':');
    if (!origin.starts_with(mark) || colon <= mark.size()) return {};
    return {origin.substr(mark.size(), colon - mark.size()), origin.substr(colon + 1)};
}

} // namespace core::query
