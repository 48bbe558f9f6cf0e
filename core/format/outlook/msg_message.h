// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A message in a compound file ([MS-OXMSG]): its property streams, recipients and attachments.

#include "core/format/outlook/compound_file.h"
#include "core/format/outlook/message.h"

#include <map>

namespace core::format::outlook {

// Names of numbers in the list of names of the file.
using NamedNumbers = std::map<std::uint32_t, std::uint32_t>; // key in the file: key of Tag
NamedNumbers readNamedNumbers(const CompoundFile& file);

class MsgMessage : public Message {
public:
    // `folder` is the root, or the folder of a message inside. The file and the names must outlive it.
    MsgMessage(const CompoundFile& file, CompoundFile::Entry folder, const NamedNumbers& names,
               std::uint32_t codePage = 0);
    const PropertyBag& properties() override { return properties_; }
    const std::vector<PropertyBag>& recipients() override { return recipients_; }
    const std::vector<PropertyBag>& attachments() override { return attachments_; }
    std::unique_ptr<Message> embedded(std::size_t attachment) override;
    std::unique_ptr<base::ByteSource> open(std::size_t attachment) override;
    std::uint64_t size(std::size_t attachment) override;

private:
    PropertyBag readBag(CompoundFile::Entry folder, std::size_t headerSize, std::uint32_t codePage) const;

    const CompoundFile& file_;
    const NamedNumbers& names_;
    PropertyBag properties_;
    std::vector<PropertyBag> recipients_;
    std::vector<PropertyBag> attachments_;
    std::vector<CompoundFile::Entry> attachmentFolders_;
};

} // namespace core::format::outlook
