// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/mail/mail_fixture.h"
#include "tests/support/corpus.h"

namespace {

// Parts of mails, not mails: their reader sees them only through a mail.
bool isMail(const std::filesystem::path& path) {
    const std::string folder = path.parent_path().filename().string();
    return folder != "attach" && folder != "parts" && folder != "encode";
}

template <typename Reader>
void readAll(const char* folder) {
    for (const auto& path : tests::corpusFiles(folder)) {
        CAPTURE(path.string());
        const std::string file = tests::readFile(path);
        tests::Collected found;
        REQUIRE_NOTHROW(found = tests::collect<Reader>(file));
        if (isMail(path)) CHECK(!found.items.empty());
        for (const auto& item : found.items) {
            CHECK(core::base::isValidUtf8(item.text));
            for (const auto& a : item.attachments)
                CHECK(core::base::sha256(tests::attachmentBytes(file, a)) == a.sha256);
        }
    }
}

} // namespace

TEST_CASE("every mail of the corpus gives an item with attachments in their place") {
    readAll<core::format::EmlReader>("email");
}

TEST_CASE("every mailbox of the corpus gives an item") { readAll<core::format::MboxReader>("mbox"); }
