// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/mail/mail_fixture.h"

using core::base::TimeBasis;
using core::model::IssueCode;
using core::model::TimeSource;
using tests::has;

namespace {

constexpr std::int64_t kSent = 1'746'302'657'000; // 2025-05-03T20:04:17Z

// The claim of the From_ line, the zone of the source being Copenhagen.
core::model::TimeClaim envelope(const std::string& written, const std::string& date) {
    const auto mails = tests::mailboxOf("From a@b " + written + "\nFrom: a@b\nTo: c@d\n" + date + "\nx\n");
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].times.back().source == TimeSource::MailEnvelope);
    CHECK(has(mails[0], IssueCode::DoubtfulTime) == (mails[0].times.size() == 1));
    return mails[0].times.back();
}

} // namespace

TEST_CASE("a From_ line without a zone is read as the Date is, or as UTC, or in the assumed zone") {
    const std::string date = "Date: Sat, 3 May 2025 22:04:17 +0200\n";
    const auto local = envelope("Sat May  3 22:04:20 2025", date);
    CHECK(local.time.utcMs == kSent + 3000);
    CHECK(local.time.offsetSeconds == 7200);
    const auto utc = envelope("Sat May  3 20:04:20 2025", date);
    CHECK(utc.time.utcMs == kSent + 3000);
    CHECK(utc.time.basis == TimeBasis::Utc);
    const auto other = envelope("Sat May  3 23:30:00 2025", date);
    CHECK(other.time.basis == TimeBasis::LocalZone);
    CHECK(other.time.zone == "Europe/Copenhagen");
    const auto said = envelope("Sat May  3 23:30:00 +0000 2025", date);
    CHECK(said.time.basis != TimeBasis::LocalZone);
    CHECK(envelope("Sat May  3 23:30:00 2025", "").time.basis == TimeBasis::LocalZone);
}

TEST_CASE("a mail that was moved keeps its Date where an older Received agrees with it") {
    const std::string moved = "Received: from migr (import) by mx; Mon, 1 Jan 2024 10:00:00 +0000\n";
    const std::string old = "Received: from a by b; Wed, 5 Jun 2019 10:00:01 +0000\n";
    const std::string sent = "From: a@b\nDate: Wed, 5 Jun 2019 12:00:00 +0200\n\nx\n";
    const auto mail = tests::mailOf(moved + old + sent);
    REQUIRE(mail.times.size() == 2);
    CHECK(mail.times[0].source == TimeSource::MailDate);
    CHECK(mail.times[1].asWritten == "Mon, 1 Jan 2024 10:00:00 +0000");
    CHECK(has(mail, IssueCode::DateDisagrees));
    CHECK(tests::mailOf(moved + sent).times[0].source == TimeSource::MailReceived);
}

TEST_CASE("a mail does not arrive before it is written: a Date behind all servers' times is not taken") {
    const std::string wrongZone = "Date: Mon, 16 Jun 2025 09:00:00 -0700\n\nx";
    const std::string arrived = "Received: from a by b; Mon, 16 Jun 2025 09:00:03 +0200\n";
    const auto mail = tests::mailOf(arrived + arrived + wrongZone);
    CHECK(mail.times[0].source == TimeSource::MailReceived);
    CHECK(mail.times[1].source == TimeSource::MailDate); // kept, and said to disagree
    CHECK(tests::has(mail, core::model::IssueCode::DateDisagrees));
    const std::string behind = "Date: Mon, 16 Jun 2025 09:05:00 +0200\n\nx"; // clocks differ by minutes
    CHECK(tests::mailOf(arrived + behind).times[0].source == TimeSource::MailDate);
    const std::string late = "Date: Mon, 16 Jun 2025 04:00:00 +0200\n\nx"; // and mails wait
    CHECK(tests::mailOf(arrived + late).times[0].source == TimeSource::MailDate);
}

TEST_CASE("a semicolon in a comment is not the one before the date of a Received line") {
    const auto mail = tests::mailOf("Received: from a by b; Sat, 3 May 2025 22:04:20 +0200 (CEST; nr 1)\n"
                                    "From: a@b\nDate: Thu, 1 May 2025 10:00:00 +0200\n\nx\n");
    REQUIRE(mail.times.size() == 2);
    CHECK(mail.times[0].source == TimeSource::MailReceived);
    CHECK(has(mail, IssueCode::DateDisagrees));
}

TEST_CASE("a zone nobody knows and a weekday that disagrees are said") {
    const auto with = [](const std::string& date) {
        return tests::mailOf("From: a@b\nDate: " + date + "\n\nx\n");
    };
    CHECK(has(with("Sat, 3 May 2025 22:04:17 XYZ"), IssueCode::DoubtfulTime));
    CHECK(with("Sat, 3 May 2025 22:04:17 XYZ").times[0].time.basis == TimeBasis::LocalZone);
    CHECK(has(with("mar., 14 mai 2025 22:04:17 +0200"), IssueCode::DoubtfulTime));
    CHECK_FALSE(has(with("mar., 13 mai 2025 22:04:17 +0200"), IssueCode::DoubtfulTime));
    CHECK_FALSE(has(with("Sat, 3 May 2025 22:04:17 BST"), IssueCode::DoubtfulTime));
}
