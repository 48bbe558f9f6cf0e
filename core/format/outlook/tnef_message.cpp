// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/tnef_message.h"

#include "core/format/outlook/bytes.h"
#include "core/format/outlook/tnef_properties.h"

#include <algorithm>

namespace core::format::outlook {

namespace {

// Attributes: number and type.
constexpr std::uint32_t kAttachBegin = 0x00069002;
constexpr std::uint32_t kAttachTitle = 0x00018010;
constexpr std::uint32_t kAttachBytes = 0x0006800F;
constexpr std::uint32_t kAttachProperties = 0x00069005;
constexpr std::uint32_t kMessageProperties = 0x00069003;
constexpr std::uint32_t kRecipientTable = 0x00069004;
constexpr std::uint32_t kCodePage = 0x00069007;
constexpr std::uint32_t kSubject = 0x00018004;
constexpr std::uint32_t kBody = 0x0002800C;

constexpr std::size_t kSignature = 6;  // the magic and a key
constexpr std::size_t kHead = 9;       // level, number, length
constexpr std::size_t kChecksum = 2;   // behind each attribute
constexpr std::size_t kInterface = 16; // before a message inside
constexpr char kOfAttachment = 2;      // level

// Memory that stays alive as long as the message.
class ViewSource : public base::ByteSource {
public:
    explicit ViewSource(std::string_view bytes) : left_(bytes) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = left_.copy(buffer, capacity);
        left_.remove_prefix(n);
        return n;
    }

private:
    std::string_view left_;
};

} // namespace

TnefMessage::TnefMessage(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) {
        isWhole_ = false;
        return;
    }
    bytes.remove_prefix(std::min(kSignature, bytes.size()));
    while (!bytes.empty()) {
        const std::size_t length = u32At(bytes, 5);
        isWhole_ = bytes.size() >= kHead && bytes.size() - kHead >= length;
        const std::string_view data = bytes.substr(std::min(kHead, bytes.size()), length);
        const std::uint32_t id = u32At(bytes, 1);
        if (bytes[0] == kOfAttachment)
            attachmentAttribute(id, data);
        else
            attribute(id, data);
        if (!isWhole_) return; // what there is of the last one was taken
        bytes.remove_prefix(std::min(bytes.size(), kHead + length + kChecksum));
    }
}

void TnefMessage::attribute(std::uint32_t id, std::string_view data) {
    std::string_view none;
    switch (id) {
    case kCodePage:
        codePage_ = u32At(data, 0);
        properties_.setFallbackCodePage(codePage_);
        break;
    case kSubject:
        if (!properties_.has(Tag::Subject))
            properties_.set(static_cast<std::uint32_t>(Tag::Subject), kString8,
                            std::string(data.substr(0, kMaxValue)));
        break;
    case kBody:
        if (!properties_.has(Tag::Body))
            properties_.set(static_cast<std::uint32_t>(Tag::Body), kString8,
                            std::string(data.substr(0, kMaxValue)), data.size() > kMaxValue);
        break;
    case kMessageProperties:
        takeProperties(data, properties_, none);
        break;
    case kRecipientTable: {
        const std::size_t count = u32At(data, 0);
        data.remove_prefix(std::min<std::size_t>(4, data.size()));
        for (std::size_t i = 0; i < count && !data.empty() && recipients_.size() < kMaxRecipients; ++i) {
            recipients_.emplace_back().setFallbackCodePage(codePage_);
            if (!takeProperties(data, recipients_.back(), none)) break;
        }
        break;
    }
    default:
        break;
    }
}

void TnefMessage::attachmentAttribute(std::uint32_t id, std::string_view data) {
    if (id == kAttachBegin && attachments_.size() < kMaxAttachments) {
        attachments_.emplace_back().setFallbackCodePage(codePage_);
        contents_.emplace_back();
    }
    if (attachments_.empty()) return;
    PropertyBag& bag = attachments_.back();
    if (id == kAttachTitle && !bag.has(Tag::AttachName)) {
        bag.set(static_cast<std::uint32_t>(Tag::AttachName), kString8,
                std::string(data.substr(0, kMaxValue)));
    } else if (id == kAttachBytes) {
        contents_.back() = data;
    } else if (id == kAttachProperties) {
        std::string_view content;
        takeProperties(data, bag, content);
        if (!content.empty()) contents_.back() = content;
    }
}

std::unique_ptr<Message> TnefMessage::embedded(std::size_t attachment) {
    std::string_view bytes = contents_.at(attachment);
    bytes.remove_prefix(std::min(kInterface, bytes.size()));
    if (!bytes.starts_with(kMagic)) return nullptr;
    return std::make_unique<TnefMessage>(bytes);
}

std::unique_ptr<base::ByteSource> TnefMessage::open(std::size_t attachment) {
    return std::make_unique<ViewSource>(contents_.at(attachment));
}

} // namespace core::format::outlook
