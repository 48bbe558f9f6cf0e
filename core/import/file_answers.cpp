// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_answers.h"

#include "core/base/utf8.h"

namespace core::import {

namespace {

// What is in an archive is known by such a path alone.
std::string keyOf(const std::filesystem::path& path) { return base::repairUtf8(path.string()); }

} // namespace

void FileAnswers::set(const std::filesystem::path& path, FileAnswer answer) {
    answers_.insert_or_assign(keyOf(path), std::move(answer));
}

template <typename Value>
std::optional<Value> FileAnswers::nearest(const std::filesystem::path& path,
                                          std::optional<Value> FileAnswer::*value) const {
    if (answers_.empty()) return std::nullopt;
    for (std::filesystem::path at = keyOf(path); !at.empty(); at = at.parent_path()) {
        const auto found = answers_.find(at.string());
        if (found != answers_.end() && found->second.*value) return found->second.*value;
        if (at == at.parent_path()) break; // the root
    }
    return std::nullopt;
}

std::optional<std::string> FileAnswers::zone(const std::filesystem::path& path) const {
    return nearest(path, &FileAnswer::zone);
}

std::optional<format::DateOrder> FileAnswers::dateOrder(const std::filesystem::path& path) const {
    return nearest(path, &FileAnswer::dateOrder);
}

} // namespace core::import
