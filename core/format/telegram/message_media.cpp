// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/telegram/message_media.h"

#include "core/format/chat/conversation.h"

namespace core::format::telegram {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

// In place of a path: "(File not included. Change data exporting settings to download.)", in some versions
// with the name before it.
bool isSentence(std::string_view path) {
    return path.ends_with(")") &&
           (path.find("(File ") != std::string_view::npos || path.find("(Photo ") != std::string_view::npos);
}

std::size_t addFile(const Value& value, std::string_view member, ItemRecord& record) {
    const std::string_view path = value.textOf(member);
    if (path.empty()) return 0;
    const std::string_view name = member == "file" ? value.textOf("file_name") : std::string_view();
    if (isSentence(path)) {
        chat::addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd,
                       std::string(name.empty() ? path : name));
        return 1;
    }
    model::Attachment file = chat::fileBeside(path);
    if (!name.empty()) file.name = std::string(name.substr(name.find_last_of("/\\") + 1));
    if (const auto type = value.textOf("mime_type"); member == "file" && !type.empty()) file.type = type;
    record.attachments.push_back(std::move(file));
    return 1;
}

std::string joined(std::string_view first, std::string_view last) {
    std::string both(first);
    if (!both.empty() && !last.empty()) both += ' ';
    return both += last;
}

void addPlace(const Value& value, std::string& text) {
    if (const Value* place = value.find("location_information"); place != nullptr) {
        const Value* latitude = place->find("latitude");
        const Value* longitude = place->find("longitude");
        if (latitude != nullptr && longitude != nullptr)
            chat::addLine(text, latitude->text + ", " + longitude->text);
    }
    chat::addLine(text, value.textOf("place_name"));
    chat::addLine(text, value.textOf("address"));
}

void addContact(const Value& value, std::string& text) {
    const Value* contact = value.find("contact_information");
    if (contact == nullptr) return;
    chat::addLine(text, joined(contact->textOf("first_name"), contact->textOf("last_name")));
    chat::addLine(text, contact->textOf("phone_number"));
}

void addPoll(const Value& value, std::string& text) {
    const Value* poll = value.find("poll");
    if (poll == nullptr) return;
    chat::addLine(text, textOf(poll->find("question")));
    if (const Value* answers = poll->find("answers"); answers != nullptr)
        for (const Value& answer : answers->items) chat::addLine(text, "- " + textOf(answer.find("text")));
}

} // namespace

std::string textOf(const Value* text) {
    if (text == nullptr) return {};
    if (text->isString()) return text->text;
    std::string all;
    for (const Value& piece : text->items) {
        if (piece.isString()) {
            all += piece.text;
            continue;
        }
        const std::string_view shown = piece.textOf("text");
        all += shown;
        // Behind other words than itself an address would stay hidden.
        if (const auto address = piece.textOf("href"); !address.empty() && address != shown)
            all += " (" + std::string(address) + ")";
    }
    return all;
}

std::size_t addMedia(const Value& value, ItemRecord& record) {
    std::size_t files = 0;
    for (const char* member : {"photo", "file", "contact_vcard"}) files += addFile(value, member, record);
    addPlace(value, record.text);
    addContact(value, record.text);
    addPoll(value, record.text);
    for (const char* member : {"game_title", "game_link"}) chat::addLine(record.text, value.textOf(member));
    if (files == 0 && record.text.empty()) chat::addLine(record.text, value.textOf("sticker_emoji"));
    if (value.find("self_destruct_period_seconds") != nullptr)
        chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "self-destruct");
    if (const auto seconds = value.integerOf("duration_seconds"); seconds && *seconds >= 0 && files > 0)
        record.durationSeconds = *seconds;
    return files;
}

} // namespace core::format::telegram
