// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_index.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace core::import {

namespace {

using Parts = std::vector<std::string>;

std::size_t commonBegin(const Parts& a, const Parts& b) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(end - a.begin());
}

std::size_t commonEnd(const Parts& a, const Parts& b) {
    const auto [end, other] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    return static_cast<std::size_t>(end - a.rbegin());
}

// How well a file answers to a written path; 0 = not at all.
int rank(const Parts& file, const Parts& written, const Parts& from) {
    const std::size_t folder = from.empty() ? 0 : from.size() - 1;
    const std::size_t end = commonEnd(file, written);
    const bool isBelow = commonBegin(file, from) >= folder;
    if (end == written.size() && isBelow && file.size() == folder + end) return 4;
    if (end == written.size() && end >= 2) return 3;
    if (end >= 2) return 2;
    return isBelow ? 1 : 0;
}

// As an export writes it: \ is taken for /, and ".", ".." and empty parts lead nowhere.
Parts partsOf(std::string_view path) {
    Parts parts;
    std::string part;
    const auto take = [&] {
        if (!part.empty() && part != "." && part != "..") parts.push_back(base::toNfc(part));
        part.clear();
    };
    for (const char c : path) {
        if (c == '/' || c == '\\')
            take();
        else
            part += c;
    }
    take();
    return parts;
}

std::string folderKey(const Parts& parts) {
    std::string key;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) key += parts[i] + '/';
    return key;
}

} // namespace

void FileIndex::add(const std::string& path, std::size_t id) {
    File file{partsOf(path), id};
    if (file.parts.empty()) return;
    const std::string& name = file.parts.back();
    auto& names = folders_[folderKey(file.parts)];
    names.insert(std::upper_bound(names.begin(), names.end(), name), name);
    byName_.emplace(name, files_.size());
    files_.push_back(std::move(file));
}

std::optional<std::size_t> FileIndex::find(std::string_view written, std::string_view from) const {
    const Parts wanted = partsOf(written);
    const Parts reading = partsOf(from);
    if (wanted.empty()) return std::nullopt;
    std::pair<int, std::size_t> best{0, 0}; // rank, parts in common with the one that is read
    std::optional<std::size_t> found;
    bool isTie = false;
    for (auto [at, end] = byName_.equal_range(wanted.back()); at != end; ++at) {
        const File& file = files_[at->second];
        const std::pair<int, std::size_t> now{rank(file.parts, wanted, reading),
                                              commonBegin(file.parts, reading)};
        if (now.first == 0 || now < best) continue;
        isTie = now == best && found != file.id;
        best = now;
        found = file.id;
    }
    return isTie ? std::nullopt : found;
}

const std::vector<std::string>& FileIndex::beside(std::string_view from) const {
    return folders_[folderKey(partsOf(from))];
}

} // namespace core::import
