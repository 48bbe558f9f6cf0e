// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The first bytes of a source, which were read already, and then the rest of it.

#include "core/base/byte_source.h"

#include <string_view>

namespace core::base {

// Both must outlive it. `rest` stands behind the first bytes.
class JoinedSource : public ByteSource {
public:
    JoinedSource(std::string_view first, ByteSource& rest) : first_(first), rest_(rest) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = first_.read(buffer, capacity);
        return n > 0 ? n : rest_.read(buffer, capacity);
    }

private:
    MemorySource first_;
    ByteSource& rest_;
};

} // namespace core::base
