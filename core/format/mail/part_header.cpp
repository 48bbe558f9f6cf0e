// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/part_header.h"

#include "core/format/mail/ascii.h"

#include <algorithm>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxField = std::size_t{256} << 10; // bytes of one field
constexpr std::size_t kMaxName = 256;

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::Count)> kNames{
    "from",
    "sender",
    "to",
    "cc",
    "bcc",
    "subject",
    "date",
    "received",
    "message-id",
    "in-reply-to",
    "references",
    "content-type",
    "content-transfer-encoding",
    "content-disposition",
    "content-id",
    "content-length",
    "x-gmail-labels",
    "x-unsent",
    "x-apple-content-length",
};

constexpr std::array<std::string_view, 8> kOthersOfAMail{"return-path", "mime-version", "delivered-to",
                                                         "reply-to",    "x-mailer",     "dkim-signature",
                                                         "x-received",  "thread-topic"};

// The field of that name; Count where it is not kept.
Field fieldOf(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (equalsNoCase(kNames[i], name)) return static_cast<Field>(i);
    return Field::Count;
}

const char* separator(Field field) {
    return field == Field::Received ? "\n" : field == Field::References ? " " : ", ";
}

bool joinsRepeats(Field field) {
    return field == Field::To || field == Field::Cc || field == Field::Bcc || field == Field::References ||
           field == Field::Received;
}

} // namespace

std::size_t headerNameLength(std::string_view line) {
    const std::size_t colon = line.substr(0, kMaxName).find(':');
    if (colon == std::string_view::npos) return 0;
    std::size_t length = colon;
    while (length > 0 && isBlankChar(line[length - 1])) --length; // "Subject :" is obsolete, not wrong
    const auto isNameChar = [](char c) { return c > ' ' && c < 0x7F; };
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(length), isNameChar) ? length
                                                                                                     : 0;
}

bool isWellKnownHeader(std::string_view name) {
    const auto is = [&](std::string_view known) { return equalsNoCase(known, name); };
    return (fieldOf(name) < Field::ContentLength) ||
           std::any_of(kOthersOfAMail.begin(), kOthersOfAMail.end(), is);
}

void PartHeader::clear() {
    for (auto& value : values_) value.clear();
    present_.fill(false);
    current_ = nullptr;
    any_ = false;
    cut_ = false;
}

bool PartHeader::add(const Line& line) {
    if (!line.starts || (!line.text.empty() && (line.text[0] == ' ' || line.text[0] == '\t'))) {
        if (line.starts && !any_) return false;
        append(line);
        return true;
    }
    const std::size_t length = headerNameLength(line.text);
    if (length == 0) return false;
    any_ = true;
    current_ = nullptr;
    const Field field = fieldOf(line.text.substr(0, length));
    if (field == Field::Count) return true;
    const auto index = static_cast<std::size_t>(field);
    const bool isRepeat = present_[index] && !trim(values_[index]).empty();
    if (isRepeat && !joinsRepeats(field)) return true; // the first that says something counts
    current_ = &values_[index];
    if (isRepeat) *current_ += separator(field);
    present_[index] = true;
    Line value = line;
    value.text.remove_prefix(line.text.find(':', length) + 1);
    append(value);
    return true;
}

void PartHeader::append(const Line& line) {
    if (!current_) return;
    const std::size_t room = kMaxField - std::min(kMaxField, current_->size());
    cut_ = cut_ || line.text.size() > room;
    current_->append(line.text.substr(0, room));
}

} // namespace core::format::mail
