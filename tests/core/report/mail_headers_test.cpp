// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mail_headers.h"
#include "tests/core/report/log_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using report::technicalHeaders;

namespace {

const char* const kMail =
    "Return-Path: <nn@example.org>\r\n"
    "Received: from mx.example.net by mail.example.dk for <anna@example.dk>; Sat, 3 May\r\n"
    "Received: from [192.0.2.7] (host.example.org)\r\n\tby mx.example.net with ESMTP\r\n"
    "\tfor <anna@example.dk>; Sat, 3 May 2025 22:04:17 +0200\r\n"
    "From: N.N. <nn@example.org>\r\nTo: Anna <anna@example.dk>\r\n"
    "Subject: Hej\r\nDate: Sat, 03 May 2025 22:04:17 +0200\r\n"
    "Message-ID: <1@example.org>\r\nX-Originating-IP: [192.0.2.7]\r\n"
    "\r\nReceived: from nowhere\r\n";

std::string valueOf(const std::vector<report::MailHeader>& headers, const std::string& name) {
    for (const report::MailHeader& header : headers)
        if (header.name == name) return header.value;
    return {};
}

std::string headersOf(const report::LogDocument& d) {
    std::string all;
    for (const report::ExhibitPart& e : d.exhibits)
        for (const report::Mail& mail : e.mails)
            for (const report::NamedValue& header : mail.headers)
                all += header.name + ": " + header.value + "\n";
    return all;
}

} // namespace

TEST_CASE("the technical headers of a mail are those nearest the sender, without whom it was for") {
    const auto headers = technicalHeaders(kMail);
    CHECK(headers.size() == 4);
    CHECK(valueOf(headers, "Return-Path") == "<nn@example.org>");
    CHECK(valueOf(headers, "Message-ID") == "<1@example.org>");
    CHECK(valueOf(headers, "X-Originating-IP") == "[192.0.2.7]");
    CHECK(valueOf(headers, "Received") == "from [192.0.2.7] (host.example.org) by mx.example.net with ESMTP; "
                                          "Sat, 3 May 2025 22:04:17 +0200");
}

TEST_CASE("the envelope before a mail is passed over, and what is no mail has no headers") {
    CHECK(valueOf(technicalHeaders("From nn@example.org Sat May  3\n" + std::string(kMail)), "Message-ID") ==
          "<1@example.org>");
    CHECK(valueOf(technicalHeaders("1234\n" + std::string(kMail)), "Message-ID") == "<1@example.org>");
    CHECK(technicalHeaders("").empty());
    CHECK(technicalHeaders("\xD0\xCF\x11\xE0\xA1\xB1").empty());
    for (std::size_t n = 0; n < std::string(kMail).size(); ++n)
        technicalHeaders(std::string(kMail).substr(0, n));
}

TEST_CASE("a mail shows its technical headers only where they are asked for, and nothing protected in them") {
    tests::Case c;
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.write("mail.eml", kMail)}, {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers())
        if (row.normal == "nn@example.org")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
    query::ItemFilter mails;
    mails.kinds = {model::ItemKind::Email};
    model::Incident n;
    n.type = "email";
    n.items = reader.itemIds(mails);
    c.addIncident(n);
    CHECK(headersOf(c.build()).find("Message-ID") == std::string::npos);
    report::ExhibitForm full;
    full.mailHeaders = true;
    const std::string all = headersOf(c.build(report::Audience::Adviser, true, full));
    CHECK(all.find("Message-ID: <1@example.org>") != std::string::npos);
    CHECK(all.find("Received (nearest the sender): from [192.0.2.7]") != std::string::npos);
    CHECK(all.find("anna@example.dk") == std::string::npos);
    c.editor->addProtectedTerm("host.example.org", "server");
    CHECK(headersOf(c.build(report::Audience::Adviser, true, full)).find("host.example") ==
          std::string::npos);
}
