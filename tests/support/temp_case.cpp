// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_case.h"

#include "core/query/episodes.h"

namespace tests {

namespace {
std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\n')
            out += "&#10;";
        else
            out += c;
    }
    return out;
}
} // namespace

std::string smsLine(const std::string& number, std::int64_t dateMs, int type, const std::string& body) {
    return "<sms protocol=\"0\" address=\"" + number + "\" date=\"" + std::to_string(dateMs) + "\" type=\"" +
           std::to_string(type) + "\" subject=\"null\" body=\"" + escaped(body) +
           "\" date_sent=\"0\" contact_name=\"(Unknown)\" />\n";
}

std::string smsFile(const std::vector<std::string>& lines) {
    std::string text = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"" +
                       std::to_string(lines.size()) + "\">\n";
    for (const std::string& line : lines) text += line;
    return text + "</smses>\n";
}

std::string callLine(const std::string& number, std::int64_t dateMs, int type, int seconds) {
    return "<call number=\"" + number + "\" duration=\"" + std::to_string(seconds) + "\" date=\"" +
           std::to_string(dateMs) + "\" type=\"" + std::to_string(type) +
           "\" presentation=\"1\" contact_name=\"null\" />\n";
}

std::string callFile(const std::vector<std::string>& lines) {
    std::string text = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count=\"" +
                       std::to_string(lines.size()) + "\">\n";
    for (const std::string& line : lines) text += line;
    return text + "</calls>\n";
}

std::string mailText(const std::string& from, const std::string& to, const std::string& date,
                     const std::string& subject, const std::string& body) {
    return "Date: " + date + "\r\nFrom: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject +
           "\r\nMessage-ID: <" + subject +
           "@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n";
}

TempCase::TempCase() {
    store = core::store::CaseStore::create(folder.path() / "case", "en lang sætning her", "Sag T",
                                           "Europe/Copenhagen", core::store::KdfCost::Fast, clock);
    editor = std::make_unique<core::edit::Editor>(*store);
    reader = std::make_unique<core::query::CaseReader>(*store);
}

core::import::ImportReport TempCase::importFile(const std::string& name, const std::string& bytes) {
    return import({folder.write("exports/" + name, bytes)});
}

core::import::ImportReport TempCase::import(const std::vector<std::filesystem::path>& paths) {
    core::base::Progress progress;
    return core::import::importFiles(*store, paths, {}, progress);
}

void TempCase::sayWho(const std::vector<std::string>& offender, const std::vector<std::string>& self) {
    const auto ids = [&](const std::vector<std::string>& words) {
        std::vector<core::model::Id> list;
        for (const auto& word : words)
            list.push_back(editor->ensureIdentifier(core::model::guessIdentifierKind(word), word));
        return list;
    };
    editor->assignIdentifiers(ids(offender), core::model::PartyRole::Offender);
    editor->assignIdentifiers(ids(self), core::model::PartyRole::Exposed);
}

void TempCase::acceptAllEpisodes() {
    std::vector<core::edit::EpisodeToAccept> list;
    for (const auto& episode : core::query::episodes(*reader)) {
        list.push_back(core::query::toAccept(episode, reader->zone()));
    }
    editor->acceptEpisodes(list);
}

std::vector<core::query::ItemRow> TempCase::items(const core::query::ItemFilter& filter) const {
    return reader->rows(reader->itemIds(filter));
}

} // namespace tests
