// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SHA-256 over what an import wrote into the rows of one source: items with their times, participants and
// attachments, in the order of the records. Without row ids and without what may change later, so that the
// rows of a case can be held against the entry in its history, and a copy of the case against it too.

#include "core/base/sha256.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>

namespace core::store {

// Times of an item from this sequence on came after its import and are not in the digest.
inline constexpr std::int64_t kFirstLaterClaim = 1000;
// The same of the attachments: files that only a later export of the same message held.
inline constexpr std::int64_t kFirstLaterFile = 1'000'000;

class SourceDigest {
public:
    SourceDigest(Database& database, std::int64_t source);
    // Takes in the items written since the last call.
    void advance();
    std::string finish(); // 64 digits; ends the object's use
    std::int64_t items() const { return items_; }

private:
    void take(Statement& rows, base::Sha256& hash, bool isItem);

    std::int64_t source_;
    std::int64_t last_ = 0; // item up to which all is taken in
    std::int64_t items_ = 0;
    Statement item_, time_, participant_, attachment_;
    base::Sha256 itemHash_, timeHash_, participantHash_, attachmentHash_;
    std::string buffer_;
};

} // namespace core::store
