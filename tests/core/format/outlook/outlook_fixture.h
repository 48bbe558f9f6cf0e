// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages for tests of the Outlook readers, and what a reader hands out of them.

#include "tests/core/format/collected.h"
#include "tests/core/format/outlook/msg_builder.h"

#include <map>
#include <string>

namespace tests {

// The files that a reader hands out, by their paths.
struct CollectedFiles : core::format::ChildSink {
    std::map<std::string, std::string> files;
    std::vector<core::model::Issue> issues;

    void child(const core::format::ChildFile& file, core::base::ByteSource& bytes) override {
        files[file.path] = core::base::readAll(bytes, std::size_t{1} << 30);
    }
    void issue(const core::model::Issue& found) override { issues.push_back(found); }
    void position(std::uint64_t) override {}
};

template <typename Reader>
Collected readOf(const std::string& file) {
    Collected out;
    core::base::MemorySource source(file);
    Reader().read(source, contextFor(file), out);
    return out;
}

template <typename Reader>
CollectedFiles filesOf(const std::string& file) {
    CollectedFiles out;
    core::base::MemorySource source(file);
    Reader().unpack(source, contextFor(file), out);
    return out;
}

inline constexpr std::int64_t kSentMs = 1'746'302'657'000; // 2025-05-03T20:04:17Z

inline MsgNode person(const std::string& name, const std::string& address, std::uint32_t role) {
    using core::format::outlook::Tag;
    return MsgNode()
        .number(Tag::RecipientType, role)
        .text(Tag::DisplayName, name)
        .text(Tag::AddressType, "SMTP")
        .text(Tag::Address, address);
}

// A mail without headers, from Bo to Anna.
inline MsgNode plainMessage() {
    using core::format::outlook::Tag;
    return MsgNode()
        .text(Tag::MessageClass, "IPM.Note")
        .text(Tag::Subject, "Hvor er du 🙂")
        .text(Tag::Body, "Jeg står udenfor.\r\nÅbn døren.\r\n")
        .text(Tag::SentRepresentingName, "Bo Jensen")
        .text(Tag::SentRepresentingType, "SMTP")
        .text(Tag::SentRepresentingAddress, "bo@example.org")
        .text(Tag::InternetMessageId, "<o1@example.org>")
        .time(Tag::ClientSubmitTime, kSentMs)
        .time(Tag::DeliveryTime, kSentMs + 3000)
        .recipient(person("Anna", "anna@example.org", 1))
        .recipient(person("Mor", "mor@example.org", 3));
}

inline MsgNode fileNode(const std::string& name, const std::string& bytes) {
    using core::format::outlook::Tag;
    return MsgNode()
        .text(Tag::AttachLongName, name)
        .number(Tag::AttachMethod, 1)
        .binary(Tag::AttachData, bytes);
}

} // namespace tests
