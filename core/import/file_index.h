// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finds the file that an export means by a path: exports are moved, renamed at the top and cut into parts, so
// the last parts of the path decide. Not the disk: only what it was told of.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::import {

class FileIndex {
public:
    // `path` with / between, from wherever: a file on the disk, or "archive.zip/folder/name".
    void add(const std::string& path, std::size_t id);

    // The one that `from`, a path as given to add(), means by `written`. In this order: beside `from`; the
    // whole of `written` as the end of a path; its last two parts or more; its name alone, in or below the
    // folder of `from`. Of several the one nearest to `from`. None where that leaves more than one.
    std::optional<std::size_t> find(std::string_view written, std::string_view from) const;

    // Names in the folder of `from`, sorted.
    const std::vector<std::string>& beside(std::string_view from) const;

private:
    struct File {
        std::vector<std::string> parts; // composed form, so that å is one letter whoever wrote the name
        std::size_t id = 0;
    };
    std::vector<File> files_;
    std::multimap<std::string, std::size_t> byName_; // last part -> place in files_
    mutable std::map<std::string, std::vector<std::string>> folders_;
};

} // namespace core::import
