// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bytes of a JSON file one by one, with their place, through a window of fixed size.

#include "core/format/reader.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::format::json {

class Input {
public:
    static constexpr int kEnd = -1;

    Input(base::ByteSource& source, RecordSink& sink) : source_(source), sink_(sink), bytes_(kSize) {}

    // The next byte without taking it, or kEnd. Tells the sink the position as the window moves on.
    int peek() { return at_ < end_ || fill() ? static_cast<unsigned char>(bytes_[at_]) : kEnd; }
    void skip() { ++at_; } // only after a peek that gave a byte
    std::uint64_t offset() const { return before_ + at_; }
    // What is in the window and not yet taken; empty only at the end, after a peek.
    std::string_view window() const { return {bytes_.data() + at_, end_ - at_}; }
    void skip(std::size_t count) { at_ += count; }

    void skipByteOrderMark();
    int peekPastBlanks(); // the first byte that is no blank

private:
    static constexpr std::size_t kSize = 64 * 1024;
    bool fill();

    base::ByteSource& source_;
    RecordSink& sink_;
    std::vector<char> bytes_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::uint64_t before_ = 0; // of bytes_[0], in the file
    bool atEnd_ = false;
};

} // namespace core::format::json
