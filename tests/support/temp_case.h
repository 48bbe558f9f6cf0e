// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real case in a folder of a test's own, with a clock that the test sets, and exports in the formats people
// have.

#include "core/edit/editor.h"
#include "core/import/importer.h"
#include "core/query/case_reader.h"
#include "core/store/case_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_folder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tests {

inline constexpr std::int64_t kMay3 = 1'746'302'657'000; // 2025-05-03T20:04:17Z
inline const std::string kHim = "+4512345601";

// One <sms> line; type 1 in, 2 out.
std::string smsLine(const std::string& number, std::int64_t dateMs, int type, const std::string& body);
std::string smsFile(const std::vector<std::string>& lines);
std::string callLine(const std::string& number, std::int64_t dateMs, int type, int seconds);
std::string callFile(const std::vector<std::string>& lines);
// A plain mail; `date` as it stands in the header.
std::string mailText(const std::string& from, const std::string& to, const std::string& date,
                     const std::string& subject, const std::string& body);

class TempCase {
public:
    TempCase();

    core::import::ImportReport importFile(const std::string& name, const std::string& bytes);
    core::import::ImportReport import(const std::vector<std::filesystem::path>& paths);
    // Says that these numbers or addresses are the offender's and hers.
    void sayWho(const std::vector<std::string>& offender, const std::vector<std::string>& self);
    void acceptAllEpisodes();
    std::vector<core::query::ItemRow> items(const core::query::ItemFilter& filter = {}) const;

    TempFolder folder;
    FixedClock clock;
    std::unique_ptr<core::store::CaseStore> store;
    std::unique_ptr<core::edit::Editor> editor;
    std::unique_ptr<core::query::CaseReader> reader;
};

} // namespace tests
