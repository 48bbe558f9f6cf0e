// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/mail/mail_fixture.h"

using core::model::IssueCode;
using tests::has;

namespace {

// "name <id>" of each participant in the role.
std::string people(const std::string& headers,
                   core::model::ParticipantRole role = core::model::ParticipantRole::From) {
    std::string out;
    for (const auto& p : tests::mailOf(headers + "Date: Sat, 3 May 2025 22:04:17 +0200\n\nx\n").participants)
        if (p.role == role) out += (out.empty() ? "" : "|") + p.name + " <" + p.id + ">";
    return out;
}

} // namespace

TEST_CASE("a name with a comma or semicolon and no quotes is one sender") {
    CHECK(people("From: Hansen, Peter <peter@x.dk>\n") == "Hansen, Peter <peter@x.dk>");
    CHECK(people("From: Bo; Hansen <bo@x.dk>\n") == "Bo; Hansen <bo@x.dk>");
    CHECK(people("From: \"Hansen, Bo <bo@x.dk>\n") == "Hansen, Bo <bo@x.dk>");
    CHECK(people("From: =?utf-8?Q?J=C3=B8rgensen?=, Bo <bo@x.dk>\n") == "Jørgensen, Bo <bo@x.dk>");
    CHECK(people("From: Hansen, Peter Bo (Firma) <peter@x.dk>\n") == "Hansen, Peter Bo <peter@x.dk>");
    CHECK_FALSE(has(tests::mailOf("From: Hansen, Peter <peter@x.dk>\n\nx\n"), IssueCode::DoubtfulSender));
    CHECK(people("From: a@b\nTo: Hansen, Anna <anna@x.dk>; Mor <mor@x.dk>, c@d.dk\n",
                 core::model::ParticipantRole::To) == "Hansen, Anna <anna@x.dk>|Mor <mor@x.dk>| <c@d.dk>");
}

TEST_CASE("blanks round the signs of an address go, two words before it do not become one") {
    CHECK(people("From: anna @ example . org\n") == " <anna@example.org>");
    CHECK(people("From: <anna@exam\n ple.org>\n") == " <anna@example.org>");
    CHECK(people("From: Jens Hansen@example.org\n") == " <Jens Hansen@example.org>");
}

TEST_CASE("an address is the sender before words without one, and that is noted") {
    const auto mail = tests::mailOf("From: Hansen, <peter@x.dk>\n\nx\n");
    REQUIRE(mail.participants.size() == 2);
    CHECK(mail.participants[0].id == "peter@x.dk");
    CHECK(has(mail, IssueCode::DoubtfulSender));
    CHECK_FALSE(has(tests::mailOf("From: a@b, c@d\n\nx\n"), IssueCode::DoubtfulSender));
    CHECK_FALSE(has(tests::mailOf("From: root\n\nx\n"), IssueCode::DoubtfulSender));
}

TEST_CASE("mails without an id are told apart by who they went to") {
    const auto to = [](const std::string& headers) {
        return tests::mailOf("From: bo@x.dk\nDate: Sat, 3 May 2025 22:04:17 +0200\n" + headers + "\nsamme\n")
            .identity;
    };
    CHECK(to("To: anna@x.dk\n") != to("To: mor@x.dk\n"));
    CHECK(to("To: anna@x.dk\n") != to("To: anna@x.dk\nCc: mor@x.dk\n"));
    CHECK(to("To: Anna <ANNA@x.dk>\n") == to("To: anna@x.dk\n"));
    CHECK(to("Message-ID: <1@x>\nTo: anna@x.dk\n") == to("Message-ID: <1@x>\nTo: mor@x.dk\n"));
}
