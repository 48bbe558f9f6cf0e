// SPDX-License-Identifier: GPL-3.0-or-later
// What the report of an import says of its files in words, counted. The rows of files: import_rows.cpp.
#include "ui/import/import_rows.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace ui::import {

using core::import::ImportReport;

namespace {

constexpr std::size_t kDetailsShown = 5;

} // namespace

std::vector<IssueCount> issueCounts(const ImportReport& report, const ReportRow& row) {
    std::vector<IssueCount> counts;
    for (const std::size_t index : row.indices) {
        for (const auto& issue : report.files[index].issues) {
            auto it = std::find_if(counts.begin(), counts.end(),
                                   [&](const IssueCount& c) { return c.code == issue.code; });
            if (it == counts.end()) it = counts.insert(counts.end(), {issue.code, issue.severity, 0, {}});
            ++it->count;
            it->severity = std::max(it->severity, issue.severity);
            const bool isNew =
                std::find(it->details.begin(), it->details.end(), issue.detail) == it->details.end();
            if (!issue.detail.empty() && isNew && it->details.size() < kDetailsShown)
                it->details.push_back(issue.detail);
        }
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const IssueCount& a, const IssueCount& b) { return a.count > b.count; });
    return counts;
}

std::vector<std::string> wordsOf(const std::string& codes) {
    std::istringstream in(codes);
    return {std::istream_iterator<std::string>(in), {}};
}

std::vector<std::string> notContained(const ImportReport& report) {
    std::vector<std::string> all;
    for (const auto& file : report.files)
        for (const auto& issue : file.issues) {
            if (issue.code != core::model::IssueCode::NotContained) continue;
            for (std::string& code : wordsOf(issue.detail))
                if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(std::move(code));
        }
    return all;
}

} // namespace ui::import
