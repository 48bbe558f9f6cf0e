// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_messages.h"

#include "core/report/pack_bytes.h"

namespace core::report {

namespace {

constexpr std::size_t kMostPlainMessages = 64'000; // bytes: a document may have hundreds of exhibits

// Structured bindings name each member, so that a new one does not compile until it is packed here.

void write(PackWriter& out, const Message& message) {
    const auto& [label, day, clock, zoneNote, sourceNote, sender, text, notes, fromOffender, isContext,
                 isNotice, pictures, incidents] = message;
    out.number((fromOffender ? 1U : 0U) | (isContext ? 2U : 0U) | (isNotice ? 4U : 0U));
    for (const std::string* each : {&label, &day, &clock, &zoneNote, &sourceNote, &sender, &text})
        out.text(*each);
    out.number(notes.size());
    for (const std::string& note : notes) out.text(note);
    out.number(pictures.size());
    for (const PictureRef& picture : pictures) {
        const auto& [id, isAttachment, orientation] = picture;
        out.number(static_cast<std::uint64_t>(id));
        out.number(isAttachment ? 1 : 0);
        out.whole(orientation);
    }
    out.number(incidents.size());
    for (const int incident : incidents) out.whole(incident);
}

Message readMessage(std::string_view bytes) {
    PackReader in(bytes);
    Message m;
    const std::uint64_t flags = in.number();
    m.fromOffender = (flags & 1U) != 0;
    m.isContext = (flags & 2U) != 0;
    m.isNotice = (flags & 4U) != 0;
    for (std::string* each : {&m.label, &m.day, &m.clock, &m.zoneNote, &m.sourceNote, &m.sender, &m.text})
        *each = in.text();
    m.notes.resize(in.count());
    for (std::string& note : m.notes) note = in.text();
    m.pictures.resize(in.count());
    for (PictureRef& picture : m.pictures) {
        picture.id = static_cast<model::Id>(in.number());
        picture.isAttachment = in.number() != 0;
        picture.orientation = in.whole();
    }
    m.incidents.resize(in.count());
    for (int& incident : m.incidents) incident = in.whole();
    return m;
}

} // namespace

PackedMessages::PackedMessages() : pieces_(kMostPlainMessages) {}

void PackedMessages::add(const Message& message) {
    std::string bytes;
    PackWriter one(bytes);
    write(one, message);
    pieces_.add(bytes);
    pictures_.insert(pictures_.end(), message.pictures.begin(), message.pictures.end());
}

std::vector<Messages::Ref> PackedMessages::some(std::size_t first, std::size_t end) const {
    std::vector<Messages::Ref> found;
    found.reserve(end - first);
    pieces_.each(first, end, [&](std::string_view bytes) {
        found.push_back(std::make_shared<const Message>(readMessage(bytes)));
    });
    return found;
}

Messages packedMessages(const std::vector<Message>& messages) {
    const auto packed = std::make_shared<PackedMessages>();
    for (const Message& message : messages) packed->add(message);
    return Messages(packed);
}

} // namespace core::report
