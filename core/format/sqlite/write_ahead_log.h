// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages that a write-ahead log holds and that were committed,
// https://www.sqlite.org/fileformat2.html#walformat Read here and laid over the database, since SQLite itself
// would want to write to use it.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace core::format::sqlite {

struct LogPages {
    std::uint32_t pageSize = 0;                 // 0: there is nothing in the log
    std::uint32_t pages = 0;                    // of the database after the last commit
    std::map<std::uint32_t, std::size_t> begin; // page -> its bytes in the log
};

LogPages committedPages(std::string_view log);

} // namespace core::format::sqlite
