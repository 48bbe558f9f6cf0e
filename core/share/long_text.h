// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A text that is made piece by piece, as often as it is asked for: a package may list hundreds of thousands
// of files, and its lists would take more memory than all else.

#include "core/base/byte_source.h"

#include <cstdint>
#include <functional>
#include <string>

namespace core::share {

struct LongText {
    std::size_t pieces = 0;
    std::function<std::string(std::size_t)> piece; // what it is made from outlives it

    std::string whole() const;
    std::uint64_t size() const; // bytes
};

class LongTextSource : public base::ByteSource {
public:
    explicit LongTextSource(const LongText& text) : text_(text) {} // which outlives it
    std::size_t read(char* buffer, std::size_t capacity) override;

private:
    const LongText& text_;
    std::size_t next_ = 0;
    std::string piece_;
    std::size_t at_ = 0; // in it
};

} // namespace core::share
