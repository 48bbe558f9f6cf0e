// SPDX-License-Identifier: GPL-3.0-or-later
// What was written and not sent, by labels, flags and folders.
#include "core/format/mail/draft.h"
#include "tests/core/format/mail/mail_fixture.h"

using core::model::IssueCode;
using tests::has;

namespace {

core::format::ItemRecord read(const std::string& header, const std::string& name = "x.eml",
                              const std::string& folder = {}) {
    const std::string file =
        header + "From: anna@example.org\nTo: bo@example.org\nSubject: Nej\n\nLad mig være.\n";
    auto context = tests::contextFor(file, name);
    context.folder = folder;
    tests::Collected out;
    core::base::MemorySource source(file);
    core::format::EmlReader().read(source, context, out);
    REQUIRE(out.items.size() == 1);
    return out.items[0];
}

bool isDraft(const std::string& header, const std::string& name = "x.eml", const std::string& folder = {}) {
    const auto record = read(header, name, folder);
    CHECK(record.direction == core::model::Direction::Unknown);
    return has(record, IssueCode::NotSent);
}

} // namespace

TEST_CASE("Gmail's labels tell a draft, in Danish and encoded; no other label says anything") {
    CHECK(isDraft("X-Gmail-Labels: Drafts\n"));
    CHECK(isDraft("X-Gmail-Labels: =?UTF-8?Q?Kladder,Ul=C3=A6st?=\n"));
    CHECK_FALSE(isDraft("X-Gmail-Labels: =?UTF-8?Q?Sendt,Kladder?=\n"));
    CHECK_FALSE(isDraft("X-Gmail-Labels: =?UTF-8?Q?Indbakke,Ul=C3=A6st,Spam?=\n"));
    CHECK_FALSE(isDraft("X-Gmail-Labels: Papirkurv,Mine kladder\n"));
    CHECK_FALSE(isDraft(""));
}

TEST_CASE("an unsent mail of a program of Microsoft is a draft") {
    CHECK(isDraft("X-Unsent: 1\n"));
    CHECK_FALSE(isDraft("X-Unsent: 0\n"));
}

TEST_CASE("a Maildir file tells a draft by its flag, with any sign for the colon") {
    CHECK(isDraft("", "1684092645.M1P2.host,S=12:2,DS"));
    CHECK(isDraft("", "1684092645.M1P2.host;2,D"));
    CHECK(isDraft("", "1684092645.M1P2.host!2,DFS"));
    CHECK_FALSE(isDraft("", "1684092645.M1P2.host:2,FRST"));
    CHECK_FALSE(isDraft("", "1684092645.M1P2.host"));
    CHECK(core::format::mail::maildirFlags("1.host:2,FRS") == "FRS");
    CHECK(core::format::mail::maildirFlags("note 2,D").empty());
}

TEST_CASE("a folder of drafts tells a draft, except of a mail that was under way") {
    CHECK(isDraft("", "1.host:2,S", "Maildir/.INBOX.Drafts/cur"));
    CHECK(isDraft("", "12.eml", "Post/Kladder"));
    CHECK(isDraft("", "12.eml", "IMAP-anna/Drafts.mbox/Messages"));
    CHECK_FALSE(isDraft("Received: from a by b; Sat, 3 May 2025 22:04:20 +0200\n", "12.eml", "Post/Kladder"));
    CHECK_FALSE(isDraft("", "12.eml", "Post/Indbakke"));
}

TEST_CASE("a Maildir file without an ending is known by its content") {
    const std::string file =
        "Return-Path: <bo@example.org>\nDelivered-To: anna@example.org\nFrom: bo@example.org\n"
        "Subject: Hej\n\nHej.\n";
    const core::format::EmlReader reader;
    CHECK(reader.probe({file, "1684092645.M1P2.host:2,FRS", file.size(), "Maildir/cur"}) ==
          core::format::Confidence::Certain);
}
