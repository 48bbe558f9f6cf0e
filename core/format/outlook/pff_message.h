// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A message in a .pst or .ost, as libpff gives it.

#include "core/format/outlook/message.h"

#include <libpff.h>

namespace core::format::outlook {

struct FreePffItem {
    void operator()(libpff_item_t* item) const { libpff_item_free(&item, nullptr); }
};
using PffItem = std::unique_ptr<libpff_item_t, FreePffItem>;

class PffMessage : public Message {
public:
    // `around` is what the item is a part of, kept as long.
    explicit PffMessage(PffItem item, PffItem around = nullptr);
    const PropertyBag& properties() override { return properties_; }
    const std::vector<PropertyBag>& recipients() override { return recipients_; }
    const std::vector<PropertyBag>& attachments() override { return attachments_; }
    std::unique_ptr<Message> embedded(std::size_t attachment) override;
    std::unique_ptr<base::ByteSource> open(std::size_t attachment) override;
    std::uint64_t size(std::size_t attachment) override;

private:
    PffItem attachmentItem(std::size_t attachment) const;
    void readRecipients();
    void readAttachments();

    PffItem around_;
    PffItem item_;
    PropertyBag properties_;
    std::vector<PropertyBag> recipients_;
    std::vector<PropertyBag> attachments_;
};

} // namespace core::format::outlook
