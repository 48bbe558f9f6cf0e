// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The small case with a mail that has files.

#include "tests/core/report/file_case.h"
#include "tests/support/base64.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

namespace tests {

struct AttachedFile {
    std::string name, type, bytes;
};

inline std::string mailWith(const std::vector<AttachedFile>& files) {
    std::string out = "From: bo@example.org\r\nTo: anna@example.org\r\nSubject: Se her\r\n"
                      "Date: Tue, 20 May 2025 16:00:00 +0200\r\nMessage-ID: <1@example.org>\r\n"
                      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n"
                      "--x\r\nContent-Type: text/plain\r\n\r\nWords of the mail\r\n";
    for (const AttachedFile& file : files)
        out += "--x\r\nContent-Type: " + file.type + "; name=\"" + file.name +
               "\"\r\nContent-Disposition: attachment; filename=\"" + file.name +
               "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64(file.bytes) + "\r\n";
    return out + "--x--\r\n";
}

// A mail, or one with these files, in an incident of its own.
struct MailCase : FileCase {
    explicit MailCase(const std::vector<AttachedFile>& files) : MailCase(mailWith(files)) {}
    explicit MailCase(const std::string& text) : FileCase({}) {
        base::Progress progress;
        import::importFiles(*store, {folder.write("mail.eml", text)}, {}, progress);
        model::Incident n;
        n.type = "email";
        query::ItemFilter filter;
        filter.kinds = {model::ItemKind::Email};
        n.items = query::CaseReader(*store).itemIds(filter);
        REQUIRE(n.items.size() == 1);
        addIncident(n);
    }
};

} // namespace tests
