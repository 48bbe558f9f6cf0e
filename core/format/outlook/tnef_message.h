// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A message in a winmail.dat ([MS-OXTNEF]): what Outlook sends beside a mail to those it takes for Outlook.

#include "core/format/outlook/message.h"

#include <string>
#include <string_view>

namespace core::format::outlook {

class TnefMessage : public Message {
public:
    static constexpr std::string_view kMagic{"\x78\x9F\x3E\x22", 4};

    // The bytes must outlive it.
    explicit TnefMessage(std::string_view bytes);

    bool isWhole() const { return isWhole_; } // false: the bytes end in the middle
    const PropertyBag& properties() override { return properties_; }
    const std::vector<PropertyBag>& recipients() override { return recipients_; }
    const std::vector<PropertyBag>& attachments() override { return attachments_; }
    std::unique_ptr<Message> embedded(std::size_t attachment) override;
    std::unique_ptr<base::ByteSource> open(std::size_t attachment) override;
    std::uint64_t size(std::size_t attachment) override { return contents_.at(attachment).size(); }

private:
    void attribute(std::uint32_t id, std::string_view data);
    void attachmentAttribute(std::uint32_t id, std::string_view data);

    bool isWhole_ = true;
    std::uint32_t codePage_ = 0;
    PropertyBag properties_;
    std::vector<PropertyBag> recipients_;
    std::vector<PropertyBag> attachments_;
    std::vector<std::string_view> contents_; // of the attachments
};

} // namespace core::format::outlook
