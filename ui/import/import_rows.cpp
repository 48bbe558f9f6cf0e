// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_rows.h"

#include <algorithm>
#include <compare>
#include <set>
#include <utility>

namespace ui::import {

using core::import::FoundFile;
using core::import::ImportReport;

namespace {

std::string nameOf(const std::filesystem::path& path) { return path.filename().string(); }

std::string folderName(const std::filesystem::path& path) {
    const std::string name = path.parent_path().filename().string();
    return name.empty() ? path.parent_path().string() : name;
}

// Only formats with one item a file: an archive of mails or messages keeps a row of its own.
bool isGrouped(const std::string& format) { return format == "photo" || format == "eml" || format.empty(); }

bool isLooked(const FoundFile& file) { return file.error.empty() && !file.passedOver; }
bool isLooked(const core::import::FileReport& file) { return file.error.empty(); }

// The outermost file that each file is in, by its path: an archive, or a mailbox whose attachments stand
// right behind it.
class Archives {
public:
    template <typename File>
    explicit Archives(const std::vector<File>& files) {
        const File* outer = nullptr;
        for (const File& file : files) {
            if (file.format == "archive") paths_.insert(file.path);
            if (outer != nullptr && file.path.native().starts_with(outer->path.native() + "/"))
                paths_.insert(outer->path);
            else
                outer = &file;
        }
    }
    std::filesystem::path around(const std::filesystem::path& path) const {
        std::filesystem::path outermost;
        for (auto at = path.parent_path(); at.has_relative_path(); at = at.parent_path())
            if (paths_.contains(at)) outermost = at;
        return outermost;
    }

private:
    std::set<std::filesystem::path> paths_;
};

struct GroupKey {
    std::filesystem::path archive, folder;
    std::string format;
    bool isShown = false;
    auto operator<=>(const GroupKey&) const = default;
};

template <typename File>
GroupKey keyOf(const Archives& archives, const File& file) {
    GroupKey key{archives.around(file.path), file.path.parent_path(), file.format, file.isShown};
    if (key.isShown) key.format.clear(); // of whatever kind
    return key;
}

template <typename File>
bool mayGroup(const File& file) {
    return isLooked(file) && (file.isShown || isGrouped(file.format));
}

template <typename File>
std::map<GroupKey, std::size_t> groupSizes(const Archives& archives, const std::vector<File>& files) {
    std::map<GroupKey, std::size_t> sizes;
    for (const File& file : files)
        if (mayGroup(file)) ++sizes[keyOf(archives, file)];
    return sizes;
}

bool isLarge(const std::map<GroupKey, std::size_t>& sizes, const GroupKey& key) {
    const auto size = sizes.find(key);
    return size != sizes.end() && size->second >= kFilesForFolderRow;
}

void widen(FoundRow& row, const FoundFile& file) {
    if (file.firstMs && (!row.firstMs || *file.firstMs < *row.firstMs)) row.firstMs = file.firstMs;
    if (file.lastMs && (!row.lastMs || *file.lastMs > *row.lastMs)) row.lastMs = file.lastMs;
}

void addTo(FoundRow& row, const FoundFile& file) {
    for (const auto& [kind, count] : file.kinds) {
        row.kinds[kind] += count;
        row.items += count;
    }
    row.undated += file.undated;
    row.localTimes += file.localTimes;
    row.shown += file.isShown ? 1 : 0;
    row.missing += file.missing;
    row.asksDateOrder = row.asksDateOrder || file.asksDateOrder;
    row.isSealed = row.isSealed || file.isSealed;
    widen(row, file);
}

int rankOf(const FoundRow& row) {
    if (row.passedOver) return 3;
    if (!row.error.empty()) return 2;
    return row.format.empty() && !row.isShown ? 1 : 0;
}

void sortRows(std::vector<FoundRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FoundRow& a, const FoundRow& b) { return rankOf(a) < rankOf(b); });
}

FoundRow newRow(const FoundFile& file, bool grouped) {
    FoundRow row;
    row.name = grouped ? folderName(file.path) : nameOf(file.path);
    row.format = file.format;
    row.isFolder = grouped;
    row.isShown = file.isShown;
    row.error = file.error;
    row.passedOver = file.passedOver;
    row.isChosen = (!file.format.empty() || file.isShown) && file.error.empty();
    return row;
}

} // namespace

std::vector<FoundRow> foundRows(const std::vector<FoundFile>& files) {
    const Archives archives(files);
    const auto sizes = groupSizes(archives, files);
    std::map<std::filesystem::path, std::vector<FoundRow>> members; // by archive; the empty one: in none
    std::map<GroupKey, std::size_t> rowOfGroup;
    std::map<std::filesystem::path, FoundRow> sums;
    for (const FoundFile& file : files) {
        const GroupKey key = keyOf(archives, file);
        std::vector<FoundRow>& rows = members[key.archive];
        const bool grouped = mayGroup(file) && isLarge(sizes, key);
        if (!key.archive.empty()) {
            FoundRow& sum = sums[key.archive];
            addTo(sum, file);
            sum.unknown += file.format.empty() && !file.isShown && file.error.empty() ? 1 : 0;
            if (file.format == "archive") continue; // what is in it stands under the outermost
        }
        const auto known = rowOfGroup.find(key);
        if (!grouped || known == rowOfGroup.end()) {
            if (grouped) rowOfGroup[key] = rows.size();
            rows.push_back(newRow(file, grouped));
            rows.back().isMember = !key.archive.empty();
        }
        FoundRow& row = grouped ? rows[rowOfGroup[key]] : rows.back();
        row.paths.push_back(file.path);
        addTo(row, file);
    }
    std::vector<FoundRow> all;
    sortRows(members[{}]);
    for (FoundRow& row : members[{}]) {
        const auto path = row.paths.front();
        if (const auto sum = sums.find(path); row.format == "archive" && sum != sums.end()) {
            FoundRow whole = std::move(sum->second);
            whole.isSealed = whole.isSealed || row.isSealed;
            whole.items += whole.unknown; // each comes in as a document
            whole.name = row.name;
            whole.format = row.format;
            whole.paths = row.paths;
            row = std::move(whole);
        }
        const auto within = members.find(path);
        const bool holdsFiles = !path.empty() && within != members.end();
        if (holdsFiles && row.format != "archive") row.shown += sums[path].shown;
        all.push_back(std::move(row));
        if (!holdsFiles) continue;
        std::vector<FoundRow>& inner = within->second;
        sortRows(inner);
        for (FoundRow& member : inner) {
            member.isChosen = member.error.empty();
            all.push_back(std::move(member));
        }
    }
    return all;
}

FoundTotals totals(const std::vector<FoundRow>& rows) {
    FoundTotals sum;
    for (const FoundRow& row : rows) {
        if (row.isMember) continue; // stands in the row of its archive
        sum.files += static_cast<int>(row.paths.size());
        if (!row.isChosen) continue;
        sum.filesChosen += static_cast<int>(row.paths.size());
        // A file that is not understood comes in as one document.
        sum.items += row.format.empty() && !row.isShown ? static_cast<int>(row.paths.size()) : row.items;
        sum.undated += row.undated;
        sum.localTimes += row.localTimes;
    }
    return sum;
}

std::vector<std::filesystem::path> chosenPaths(const std::vector<FoundRow>& rows) {
    std::vector<std::filesystem::path> paths;
    for (const FoundRow& row : rows)
        if (row.isChosen && !row.isMember) paths.insert(paths.end(), row.paths.begin(), row.paths.end());
    return paths;
}

std::vector<ReportRow> reportRows(const ImportReport& report) {
    const Archives archives(report.files);
    const auto sizes = groupSizes(archives, report.files);
    std::map<GroupKey, std::size_t> rowOfGroup;
    std::vector<ReportRow> rows;
    for (std::size_t i = 0; i < report.files.size(); ++i) {
        const auto& file = report.files[i];
        const GroupKey key = keyOf(archives, file);
        const bool grouped = mayGroup(file) && isLarge(sizes, key);
        if (!grouped || !rowOfGroup.contains(key)) {
            ReportRow row;
            row.name = grouped ? folderName(file.path) : nameOf(file.path);
            row.format = file.format;
            row.isFolder = grouped;
            row.isMember = !key.archive.empty();
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
        row.shown += file.isShown ? 1 : 0;
        row.missing += file.missing;
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
        sum.shown += row.shown;
        sum.missing += row.missing;
        sum.failed += row.failed;
    }
    return sum;
}

} // namespace ui::import
