// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the user said about single files before an import: the zone of their times, the order of their dates.
// Not what she said about all of them: ImportOptions.

#include "core/format/date_order.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace core::import {

struct FileAnswer {
    std::optional<std::string> zone; // IANA; none: that of all
    std::optional<format::DateOrder> dateOrder;
};

class FileAnswers {
public:
    // Of a file, or of an archive or folder and all in it; instead of what was said before.
    void set(const std::filesystem::path& path, FileAnswer answer);
    // The nearest one that says it: of the file, of the archive or folder around it, of what is around that.
    // `path` is UTF-8 as FoundFile and FileReport have it.
    std::optional<std::string> zone(const std::filesystem::path& path) const;
    std::optional<format::DateOrder> dateOrder(const std::filesystem::path& path) const;

private:
    template <typename Value>
    std::optional<Value> nearest(const std::filesystem::path& path,
                                 std::optional<Value> FileAnswer::*value) const;

    std::map<std::string, FileAnswer> answers_; // by path, repaired to UTF-8
};

} // namespace core::import
