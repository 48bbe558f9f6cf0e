// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_rows.h"

#include <algorithm>
#include <utility>

namespace ui::import {

using core::import::FoundFile;
using core::import::ImportReport;

namespace {

constexpr std::size_t kDetailsShown = 5;

std::string nameOf(const std::filesystem::path& path) { return path.filename().string(); }

std::string folderName(const std::filesystem::path& path) {
    const std::string name = path.parent_path().filename().string();
    return name.empty() ? path.parent_path().string() : name;
}

using GroupKey = std::pair<std::filesystem::path, std::string>; // folder, format

// Only formats with one item a file: an archive of mails or messages keeps a row of its own.
bool isGrouped(const std::string& format) { return format == "photo" || format == "eml" || format.empty(); }

bool isLooked(const FoundFile& file) { return file.error.empty() && !file.passedOver; }
bool isLooked(const core::import::FileReport& file) { return file.error.empty(); }

template <typename File>
std::map<GroupKey, std::size_t> groupSizes(const std::vector<File>& files) {
    std::map<GroupKey, std::size_t> sizes;
    for (const File& file : files)
        if (isGrouped(file.format) && isLooked(file)) ++sizes[{file.path.parent_path(), file.format}];
    return sizes;
}

void widen(FoundRow& row, const FoundFile& file) {
    if (file.firstMs && (!row.firstMs || *file.firstMs < *row.firstMs)) row.firstMs = file.firstMs;
    if (file.lastMs && (!row.lastMs || *file.lastMs > *row.lastMs)) row.lastMs = file.lastMs;
}

void addTo(FoundRow& row, const FoundFile& file) {
    row.paths.push_back(file.path);
    for (const auto& [kind, count] : file.kinds) {
        row.kinds[kind] += count;
        row.items += count;
    }
    row.undated += file.undated;
    widen(row, file);
}

int rankOf(const FoundRow& row) {
    if (row.passedOver) return 3;
    if (!row.error.empty()) return 2;
    return row.format.empty() ? 1 : 0;
}

} // namespace

std::vector<FoundRow> foundRows(const std::vector<FoundFile>& files) {
    const auto sizes = groupSizes(files);
    std::map<GroupKey, std::size_t> rowOfGroup;
    std::vector<FoundRow> rows;
    for (const FoundFile& file : files) {
        const GroupKey key{file.path.parent_path(), file.format};
        const auto size = sizes.find(key);
        const bool grouped = isLooked(file) && size != sizes.end() && size->second >= kFilesForFolderRow &&
                             isGrouped(file.format);
        if (const auto known = rowOfGroup.find(key); grouped && known != rowOfGroup.end()) {
            addTo(rows[known->second], file);
            continue;
        }
        FoundRow row;
        row.name = grouped ? folderName(file.path) : nameOf(file.path);
        row.format = file.format;
        row.isFolder = grouped;
        row.error = file.error;
        row.passedOver = file.passedOver;
        row.isChosen = !file.format.empty() && file.error.empty();
        addTo(row, file);
        if (grouped) rowOfGroup[key] = rows.size();
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FoundRow& a, const FoundRow& b) { return rankOf(a) < rankOf(b); });
    return rows;
}

FoundTotals totals(const std::vector<FoundRow>& rows) {
    FoundTotals sum;
    for (const FoundRow& row : rows) {
        sum.files += static_cast<int>(row.paths.size());
        if (!row.isChosen) continue;
        sum.filesChosen += static_cast<int>(row.paths.size());
        // A file that is not understood comes in as one document.
        sum.items += row.format.empty() ? static_cast<int>(row.paths.size()) : row.items;
        sum.undated += row.undated;
        if (row.format == "photo") sum.localTimes += row.items - row.undated;
    }
    return sum;
}

std::vector<std::filesystem::path> chosenPaths(const std::vector<FoundRow>& rows) {
    std::vector<std::filesystem::path> paths;
    for (const FoundRow& row : rows)
        if (row.isChosen) paths.insert(paths.end(), row.paths.begin(), row.paths.end());
    return paths;
}

std::vector<ReportRow> reportRows(const ImportReport& report) {
    const auto sizes = groupSizes(report.files);
    std::map<GroupKey, std::size_t> rowOfGroup;
    std::vector<ReportRow> rows;
    for (std::size_t i = 0; i < report.files.size(); ++i) {
        const auto& file = report.files[i];
        const GroupKey key{file.path.parent_path(), file.format};
        const auto size = sizes.find(key);
        const bool grouped = file.error.empty() && size != sizes.end() && size->second >= kFilesForFolderRow;
        if (!grouped || !rowOfGroup.contains(key)) {
            ReportRow row;
            row.name = grouped ? folderName(file.path) : nameOf(file.path);
            row.format = file.format;
            row.isFolder = grouped;
            row.files = 0;
            row.sha256 = grouped ? std::string() : file.sha256;
            if (grouped) rowOfGroup[key] = rows.size();
            rows.push_back(std::move(row));
        }
        ReportRow& row = grouped ? rows[rowOfGroup[key]] : rows.back();
        ++row.files;
        row.items += file.items;
        row.continued += file.continued;
        row.duplicates += file.duplicates;
        row.skipped += file.skipped;
        row.undated += file.undated;
        row.issues += file.issueCount;
        row.found += file.items + file.continued + file.duplicates + file.skipped;
        row.knownFiles += file.knownFile ? 1 : 0;
        row.failed += file.error.empty() ? 0 : 1;
        row.indices.push_back(i);
    }
    return rows;
}

ReportRow reportTotals(const std::vector<ReportRow>& rows) {
    ReportRow sum;
    sum.files = 0;
    for (const ReportRow& row : rows) {
        sum.files += row.files;
        sum.found += row.found;
        sum.items += row.items;
        sum.continued += row.continued;
        sum.duplicates += row.duplicates;
        sum.skipped += row.skipped;
        sum.undated += row.undated;
        sum.issues += row.issues;
        sum.knownFiles += row.knownFiles;
        sum.failed += row.failed;
    }
    return sum;
}

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

} // namespace ui::import
