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

std::string recordText(const report::LogDocument& document, model::Id item) {
    for (const report::ExhibitPart& exhibit : document.exhibits) {
        const auto found = std::find(exhibit.items.begin(), exhibit.items.end(), item);
        if (exhibit.withdrawn || found == exhibit.items.end()) continue;
        // The items stand in the order of what shows them.
        const auto place = static_cast<std::size_t>(found - exhibit.items.begin());
        if (place < exhibit.messages.size())
            return report::withoutStruckSigns(textOf(exhibit.messages[place]));
        if (place < exhibit.mails.size()) return report::withoutStruckSigns(textOf(exhibit.mails[place]));
        if (place < exhibit.files.size()) return report::withoutStruckSigns(textOf(exhibit.files[place]));
    }
    return {};
}

} // namespace core::share
