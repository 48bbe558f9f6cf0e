// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A few named members of a zip that lies in memory, each up to a bound. For the documents that are zips; the
// archives that people pack are another reader's.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::document {

struct ZipParts {
    std::map<std::string, std::string> parts; // those of the names that are there
    std::string damage;
    bool isCut = false; // a member is longer than the bound, and was kept up to it
};

ZipParts readZipParts(std::string_view zip, const std::vector<std::string>& names, std::size_t mostBytes);

} // namespace core::format::document
