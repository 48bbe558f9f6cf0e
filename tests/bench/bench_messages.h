// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Messages for the benchmark of the case: the same for the same seed, about 120 bytes of Danish-looking text,
// words as frequent as words are (the n-th about 1/n). Not real language: no figure of recall can come from
// it.

#include "core/format/item_record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

class Messages {
public:
    explicit Messages(std::uint64_t seed);
    core::format::ItemRecord next();
    // What stands in the export for the last record: a line about as long as an app writes it.
    std::string exportLine(const core::format::ItemRecord& record) const;

private:
    std::uint64_t random();
    std::string text();

    std::uint64_t state_;
    std::uint64_t index_ = 0, offset_ = 0;
    std::vector<std::string> words_;
};

} // namespace bench
