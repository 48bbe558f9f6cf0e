// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message with its recipients and attachments, wherever it is stored. Nothing large is held: what an
// attachment holds is read when it is asked for.

#include "core/base/byte_source.h"
#include "core/format/outlook/property_bag.h"

#include <memory>
#include <vector>

namespace core::format::outlook {

class Message {
public:
    virtual ~Message() = default;
    virtual const PropertyBag& properties() = 0;
    virtual const std::vector<PropertyBag>& recipients() = 0;
    // The properties of the attachments, without what they hold.
    virtual const std::vector<PropertyBag>& attachments() = 0;
    // The message that an attachment is; null where it is a file.
    virtual std::unique_ptr<Message> embedded(std::size_t attachment) = 0;
    // The bytes of the file that it is; null where there are none. Valid as long as the message.
    virtual std::unique_ptr<base::ByteSource> open(std::size_t attachment) = 0;
    // Bytes of that file; 0 where it is not known.
    virtual std::uint64_t size(std::size_t attachment) = 0;
};

inline constexpr std::size_t kMaxAttachments = 10'000; // of one message
inline constexpr std::size_t kMaxRecipients = 10'000;
inline constexpr int kMaxDepth = 8; // messages inside messages

} // namespace core::format::outlook
