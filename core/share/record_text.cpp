// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/record_text.h"

#include "core/report/marks.h"

#include <algorithm>

namespace core::share {

namespace {

void addLine(std::string& text, const std::string& line) {
    if (!line.empty()) text += line + '\n';
}

void addValues(std::string& text, const std::vector<report::NamedValue>& values) {
    for (const report::NamedValue& value : values) addLine(text, value.name + ": " + value.value);
}

std::string textOf(const report::Message& message) {
    std::string text;
    addLine(text, message.sourceNote);
    addLine(text, message.day + " " + message.clock + " " + message.zoneNote);
    addLine(text, message.sender);
    addLine(text, message.text);
    for (const std::string& note : message.notes) addLine(text, note);
    return text;
}

std::string textOf(const report::Mail& mail) {
    std::string text;
    addLine(text, mail.sourceNote);
    addValues(text, mail.headers);
    addLine(text, mail.text);
    for (const std::string& note : mail.notes) addLine(text, note);
    return text;
}

std::string textOf(const report::FileView& file) {
    std::string text;
    addLine(text, file.sourceKey + " " + file.fileName);
    addValues(text, file.facts);
    addLine(text, file.text);
    return text;
}

} // namespace

// The items stand in the order of what shows them. A file that is attached to one of them has no item.
RecordTexts::RecordTexts(const report::LogDocument& document) : document_(document) {
    for (std::size_t e = 0; e < document.exhibits.size(); ++e) {
        const report::ExhibitPart& exhibit = document.exhibits[e];
        if (exhibit.withdrawn) continue;
        const std::size_t shown =
            std::max({exhibit.messages.size(), exhibit.mails.size(), exhibit.files.size()});
        for (std::size_t i = 0; i < std::min(shown, exhibit.items.size()); ++i)
            places_.try_emplace(exhibit.items[i],
                                Place{static_cast<std::uint32_t>(e), static_cast<std::uint32_t>(i)});
    }
}

std::string RecordTexts::of(model::Id item) const {
    const auto found = places_.find(item);
    if (found == places_.end()) return {};
    const report::ExhibitPart& exhibit = document_.exhibits[found->second.exhibit];
    const std::size_t place = found->second.item;
    if (place < exhibit.messages.size())
        return report::withoutStruckSigns(textOf(*exhibit.messages.at(place)));
    return report::withoutStruckSigns(place < exhibit.mails.size() ? textOf(exhibit.mails[place])
                                                                   : textOf(exhibit.files[place]));
}

} // namespace core::share
