// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Mails of tests/data/mail, read. For tests of the mail readers.

#include "core/base/utf8.h"
#include "core/format/mail/eml_reader.h"
#include "core/format/mail/mbox_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <string>

#include <catch2/catch_test_macros.hpp>

namespace tests {

inline std::filesystem::path mailFolder() { return std::filesystem::path(LOGBOG_TEST_DATA) / "mail"; }

inline std::string mailBytes(const std::string& name) { return readFile(mailFolder() / name); }

// The record of a mail itself; those of mails inside it come behind it.
inline core::format::ItemRecord mailOf(std::string_view bytes) {
    auto found = collect<core::format::EmlReader>(bytes);
    REQUIRE(!found.items.empty());
    return std::move(found.items.front());
}

inline core::format::ItemRecord mailFile(const std::string& name) { return mailOf(mailBytes(name)); }

inline std::vector<core::format::ItemRecord> mailboxOf(std::string_view bytes, std::size_t most = 1 << 20) {
    return std::move(collect<core::format::MboxReader>(bytes, most).items);
}

// The attachment decoded from its place in the file.
inline std::string attachmentBytes(std::string_view file, const core::model::Attachment& attachment) {
    return core::base::decodeTransfer(attachment.encoding,
                                      file.substr(attachment.offset, attachment.encodedLength));
}

} // namespace tests
