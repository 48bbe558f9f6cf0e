// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/people.h"

#include "core/base/transfer_decoder.h"
#include "core/format/chat/chat_record.h"

namespace core::format::signal {

namespace {

using json::Value;
using model::ParticipantRole;

constexpr std::size_t kMostMembers = 1000; // Signal's own limit of a group

std::string joined(std::string_view first, std::string_view last) {
    std::string both(first);
    if (!both.empty() && !last.empty()) both += ' ';
    return both += last;
}

// Base64 of 16 bytes as an UUID; anything else as it is.
std::string uuidOf(const std::string& base64) {
    const std::string bytes = base::decodeTransfer(base::TransferEncoding::Base64, base64);
    if (bytes.size() != 16) return base64;
    constexpr const char* kHex = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out += kHex[byte >> 4U];
        out += kHex[byte & 15U];
    }
    return out;
}

// As Signal itself shows him: what she calls him, then her address book, then what he calls himself.
std::string nameOf(const Value& contact) {
    if (const Value* own = contact.find("nickname"); own != nullptr)
        if (std::string name = joined(own->textOf("given"), own->textOf("family")); !name.empty())
            return name;
    for (const auto& [first, last] : {std::pair{"systemGivenName", "systemFamilyName"},
                                      std::pair{"profileGivenName", "profileFamilyName"}})
        if (std::string name = joined(contact.textOf(first), contact.textOf(last)); !name.empty())
            return name;
    return std::string(contact.textOf("username"));
}

model::Participant contactOf(const Value& contact) {
    model::Participant person = chat::person(ParticipantRole::From, nameOf(contact), kService);
    const std::string number = digitsAt(contact, "e164");
    if (!number.empty() && number != "0") {
        person.kind = model::IdentifierKind::Phone;
        person.id = (number.starts_with("+") ? "" : "+") + number;
        person.service.clear();
        return person;
    }
    const std::string service(contact.textOf(contact.textOf("aci").empty() ? "pni" : "aci"));
    if (!service.empty()) person.id = uuidOf(service);
    return person;
}

} // namespace

void People::account(const Value& frame) {
    selfName_ = joined(frame.textOf("givenName"), frame.textOf("familyName"));
    if (selfName_.empty()) selfName_ = std::string(frame.textOf("username"));
}

void People::recipient(const Value& frame) {
    const std::string number = digitsAt(frame, "id");
    if (number.empty()) return;
    Recipient& one = all_[number];
    if (const Value* contact = frame.find("contact"); contact != nullptr) {
        one.person = contactOf(*contact);
        if (const auto service = contact->textOf("aci"); !service.empty())
            byService_[std::string(service)] = number;
    } else if (frame.find("self") != nullptr) {
        self_ = number;
        one.person = chat::person(ParticipantRole::From, selfName_, kService);
    } else if (const Value* group = frame.find("group"); group != nullptr) {
        one.isGroup = true;
        const Value* snapshot = group->find("snapshot");
        if (snapshot == nullptr) return;
        if (const Value* title = snapshot->find("title"); title != nullptr)
            one.title = std::string(title->textOf("title"));
        if (const Value* members = snapshot->find("members"); members != nullptr)
            for (const Value& member : members->items)
                if (one.members.size() < kMostMembers) one.members.emplace_back(member.textOf("userId"));
    } else {
        one.person = chat::person(ParticipantRole::From, kService, kService); // the service's own chat, lists
    }
    if (one.person.id.empty() && !one.isGroup) one.person.id = "#" + number;
}

void People::chat(const Value& frame) { chats_[digitsAt(frame, "id")] = digitsAt(frame, "recipientId"); }

model::Participant People::person(std::string_view recipient) const {
    const auto found = all_.find(std::string(recipient));
    if (found != all_.end() && !found->second.isGroup) return found->second.person;
    return recipient.empty() ? model::Participant{}
                             : chat::person(ParticipantRole::From, "#" + std::string(recipient), kService);
}

bool People::isSelf(std::string_view recipient) const { return !self_.empty() && recipient == self_; }

People::Room People::room(std::string_view chat) const {
    Room room;
    const auto found = chats_.find(std::string(chat));
    if (found == chats_.end()) return room;
    if (!self_.empty()) room.people.push_back(self_);
    const auto whose = all_.find(found->second);
    if (whose == all_.end()) return room;
    if (!whose->second.isGroup) {
        if (found->second != self_) room.people.push_back(found->second);
        return room;
    }
    room.isGroup = true;
    room.title = whose->second.title;
    for (const std::string& member : whose->second.members)
        if (const auto known = byService_.find(member); known != byService_.end())
            room.people.push_back(known->second);
    return room;
}

} // namespace core::format::signal
