// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/message_kind.h"

#include "core/base/timestamp.h"
#include "core/format/mail/ascii.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <array>

namespace core::format::outlook {

namespace {

constexpr std::int64_t kEmbedded = 5; // of AttachMethod

constexpr std::array<std::string_view, 7> kNoMails{"ipm.appointment", "ipm.contact",  "ipm.stickynote",
                                                   "ipm.task",        "ipm.activity", "ipm.distlist",
                                                   "ipm.document"};

constexpr std::array<Tag, 12> kFacts{Tag::Location,      Tag::DisplayName,   Tag::Title,
                                     Tag::CompanyName,   Tag::MobilePhone,   Tag::HomePhone,
                                     Tag::BusinessPhone, Tag::ContactEmail1, Tag::ContactEmail2,
                                     Tag::ContactEmail3, Tag::HomeAddress,   Tag::DisplayTo};

std::string classOf(const PropertyBag& p) { return mail::toLower(p.text(Tag::MessageClass)); }

} // namespace

bool isMail(const PropertyBag& properties) {
    const std::string name = classOf(properties);
    return std::none_of(kNoMails.begin(), kNoMails.end(), [&](std::string_view other) {
        return name.starts_with(other) && (name.size() == other.size() || name[other.size()] == '.');
    });
}

bool isSmime(const PropertyBag& properties) { return classOf(properties).starts_with("ipm.note.smime"); }

bool isSealed(const PropertyBag& properties) {
    const std::string name = classOf(properties);
    return isSmime(properties) && name != "ipm.note.smime.multipartsigned";
}

bool isMessage(const PropertyBag& attachment) { return attachment.number(Tag::AttachMethod) == kEmbedded; }

void addFacts(ItemRecord& record, const PropertyBag& properties) {
    std::string facts;
    mail::DecodeNotes notes;
    const auto add = [&](const std::string& text) {
        const std::string lines = mail::normalizeLines(text, notes);
        const std::string_view line = mail::trim(lines);
        if (line.empty() || line == record.subject) return;
        facts.append(line).append("\n");
    };
    for (const auto& [named, plain] :
         {std::pair{Tag::AppointmentStart, Tag::StartDate}, std::pair{Tag::AppointmentEnd, Tag::EndDate}}) {
        auto time = properties.timeMs(named);
        if (!time) time = properties.timeMs(plain);
        if (time) add(base::toRfc3339(*time));
    }
    for (const Tag tag : kFacts)
        if (properties.isText(tag)) add(properties.text(tag));
    if (facts.empty()) return;
    facts.pop_back();
    if (!record.text.empty()) record.text += "\n\n";
    record.text += facts;
}

} // namespace core::format::outlook
