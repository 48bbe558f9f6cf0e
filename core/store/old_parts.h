// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The times and people of items as tables held them up to version 3, packed as version 4 holds them
// (packed_rows.h). Inside core/store only.

#include "core/store/database.h"
#include "core/store/packed_rows.h"

#include <string>

namespace core::store {

class OldParts {
public:
    // The names of tables with the columns of version 3.
    OldParts(Database& database, const std::string& times, const std::string& people);
    const std::string& times(std::int64_t item); // valid until the next call; without those that came later
    const std::string& people(std::int64_t item);

private:
    const std::string& packed(Statement& rows, std::int64_t item, int fields);
    Statement times_, people_;
    RowPacker packer_;
};

// item_identifier anew from item.people. In the open transaction.
void rebuildIdentifiers(Database& database);

} // namespace core::store
