// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/msg_message.h"

#include "core/format/outlook/bytes.h"

#include <charconv>

namespace core::format::outlook {

namespace {

constexpr std::size_t kRootHeader = 32;     // bytes before the properties of the outermost message
constexpr std::size_t kEmbeddedHeader = 24; // of one inside
constexpr std::size_t kPartHeader = 8;      // of a recipient or an attachment
constexpr std::size_t kPropertySize = 16;
constexpr std::size_t kMaxTable = std::size_t{1} << 20;
constexpr std::string_view kValue = "__substg1.0_"; // then eight hexadecimal digits: number and type
constexpr std::string_view kTable = "__properties_version1.0";
constexpr std::string_view kRecipient = "__recip_version1.0_";
constexpr std::string_view kAttachment = "__attach_version1.0_";
constexpr std::string_view kNames = "__nameid_version1.0";
constexpr std::string_view kAttachData = "__substg1.0_37010102";
constexpr std::string_view kAttachMessage = "__substg1.0_3701000D";
constexpr std::uint32_t kFirstNamed = 0x8000;

// Number and type of a value by the name of its stream; 0 for another stream.
std::uint32_t tagIn(std::string_view name) {
    if (!name.starts_with(kValue) || name.size() != kValue.size() + 8) return 0;
    std::uint32_t tag = 0;
    const auto [p, error] = std::from_chars(name.data() + kValue.size(), name.data() + name.size(), tag, 16);
    return error == std::errc{} && p == name.data() + name.size() ? tag : 0;
}

} // namespace

NamedNumbers readNamedNumbers(const CompoundFile& file) {
    NamedNumbers names;
    const auto folder = file.find(0, kNames);
    if (folder == CompoundFile::kNone) return names;
    const auto stream = file.find(folder, "__substg1.0_00030102");
    if (stream == CompoundFile::kNone) return names;
    const std::string bytes = file.read(stream, kMaxTable);
    for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
        const bool isNumber = (u16At(bytes, at + 4) & 1U) == 0;
        if (isNumber) names[kFirstNamed + u16At(bytes, at + 6)] = named(u32At(bytes, at));
    }
    return names;
}

MsgMessage::MsgMessage(const CompoundFile& file, CompoundFile::Entry folder, const NamedNumbers& names,
                       std::uint32_t codePage)
    : file_(file), names_(names) {
    properties_ = readBag(folder, folder == 0 ? kRootHeader : kEmbeddedHeader, codePage);
    const std::uint32_t page = properties_.codePage();
    for (const auto entry : file.children(folder)) {
        if (!file.isFolder(entry)) continue;
        if (file.name(entry).starts_with(kRecipient) && recipients_.size() < kMaxRecipients)
            recipients_.push_back(readBag(entry, kPartHeader, page));
        if (file.name(entry).starts_with(kAttachment) && attachments_.size() < kMaxAttachments) {
            attachments_.push_back(readBag(entry, kPartHeader, page));
            attachmentFolders_.push_back(entry);
        }
    }
}

PropertyBag MsgMessage::readBag(CompoundFile::Entry folder, std::size_t headerSize,
                                std::uint32_t codePage) const {
    PropertyBag bag;
    bag.setFallbackCodePage(codePage);
    const auto keyOf = [&](std::uint32_t number) {
        const auto it = names_.find(number);
        return it == names_.end() ? number : it->second;
    };
    for (const auto entry : file_.children(folder)) {
        const std::string& name = file_.name(entry);
        if (file_.isFolder(entry) || name == kAttachData) continue;
        if (name == kTable) {
            const std::string table = file_.read(entry, kMaxTable);
            for (std::size_t at = headerSize; at + kPropertySize <= table.size(); at += kPropertySize) {
                const std::uint16_t type = u16At(table, at);
                const bool isHere = type == kInteger16 || type == kInteger32 || type == kBoolean ||
                                    type == kInteger64 || type == kTime;
                const std::size_t size = type == kInteger32 ? 4 : type == kInteger64 || type == kTime ? 8 : 2;
                if (isHere) bag.set(keyOf(u16At(table, at + 2)), type, table.substr(at + 8, size));
            }
        } else if (const std::uint32_t tag = tagIn(name); tag != 0) {
            bag.set(keyOf(tag >> 16U), static_cast<std::uint16_t>(tag), file_.read(entry, kMaxValue),
                    file_.size(entry) > kMaxValue);
        }
    }
    return bag;
}

std::unique_ptr<Message> MsgMessage::embedded(std::size_t attachment) {
    const auto folder = file_.find(attachmentFolders_.at(attachment), kAttachMessage);
    if (folder == CompoundFile::kNone || !file_.isFolder(folder)) return nullptr;
    return std::make_unique<MsgMessage>(file_, folder, names_, properties_.codePage());
}

std::unique_ptr<base::ByteSource> MsgMessage::open(std::size_t attachment) {
    const auto stream = file_.find(attachmentFolders_.at(attachment), kAttachData);
    return stream == CompoundFile::kNone ? nullptr : file_.open(stream);
}

std::uint64_t MsgMessage::size(std::size_t attachment) {
    const auto stream = file_.find(attachmentFolders_.at(attachment), kAttachData);
    return stream == CompoundFile::kNone ? 0 : file_.size(stream);
}

} // namespace core::format::outlook
