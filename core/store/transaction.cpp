// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/store/database.h"

namespace core::store {

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!done_) database_.rolledBack();
    if (done_ || !database_.inTransaction()) return; // some errors have rolled back already
    try {
        database_.execute("ROLLBACK");
    } catch (
        const base::Error&) { // the connection is past saving; the file is not: the next opening rolls back
        done_ = true;
    }
}

void Transaction::commit() {
    database_.countChange();
    database_.execute("COMMIT");
    done_ = true;
    database_.committed();
}

} // namespace core::store
