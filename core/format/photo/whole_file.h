// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file that is small enough to be looked at as a whole, with its hash. Of a larger one the hash alone.

#include "core/base/sha256.h"
#include "core/format/reader.h"

#include <string>

namespace core::format::photo {

constexpr std::size_t kLargestWhole = 256 * 1024 * 1024; // bytes

struct WholeFile {
    std::string bytes; // empty where it is too large
    base::Digest digest{};
    std::uint64_t size = 0;

    bool isTooLarge() const { return size > kLargestWhole; }
};

// Straight into the one buffer, hashed piece by piece while it is still in the cache. `expected` is a hint.
// Hashes it only where nobody has done so before.
WholeFile readWhole(base::ByteSource& source, const ReadContext& context, RecordSink& sink);

} // namespace core::format::photo
