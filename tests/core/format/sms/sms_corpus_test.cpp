// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/sms/sms_support.h"
#include "tests/support/corpus.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("every export of the samples is recognised and read, each record with a date or a word about it") {
    for (const auto& path : tests::corpusFiles("sms-backup-restore")) {
        if (path.extension() != ".xml") continue;
        CAPTURE(path.string());
        const std::string bytes = tests::readFile(path);
        CHECK(core::format::SmsBackupReader().probe({bytes, path.filename().string(), bytes.size()}) ==
              core::format::Confidence::Certain);
        const auto read = tests::readSms(bytes);
        if (path.filename() == "malformed.xml") {
            CHECK(read.items.empty());
            CHECK_FALSE(read.issues.empty());
            continue;
        }
        CHECK(read.issues.empty());
        CHECK_FALSE(read.items.empty());
        for (const auto& item : read.items) {
            CHECK_FALSE(item.times.empty());
            CHECK(item.direction != core::model::Direction::Unknown);
            CHECK_FALSE(item.participants.empty());
        }
    }
}
