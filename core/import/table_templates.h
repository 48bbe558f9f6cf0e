// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which of the meanings that the user gave to tables is meant for a file: the one whose headers it has. Not
// for files that a reader is made for.

#include "core/base/byte_source.h"
#include "core/format/reader.h"

#include <string>
#include <vector>

namespace core::store {
class Database;
}

namespace core::import {

class TableTemplates {
public:
    // JSON of core/format/table/mapping.h each; the first that fits is taken. What is none is passed over.
    explicit TableTemplates(const std::vector<std::string>& mappings);
    bool isEmpty() const { return mappings_.empty(); }
    // Empty where none fits. The source stands anywhere afterwards. `reader`: what it was taken for.
    std::string mappingFor(base::SeekableSource& source, const format::Reader* reader) const;

    // Those that are kept in the case.
    static std::vector<std::string> inCase(store::Database& database);

private:
    std::vector<std::string> mappings_;
};

// Whether a file may be a table although it was not read as one: nobody knows it, or it is a mere text.
bool mayBeTable(const format::Reader* reader);

} // namespace core::import
