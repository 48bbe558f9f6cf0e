// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A window on a stream: the unread bytes in one piece, read on when they do not suffice.
// Not a parser, and it never grows: who needs more than the window holds takes it in pieces.

#include "core/format/reader.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::format::sms {

class InputBuffer {
public:
    InputBuffer(base::ByteSource& source, RecordSink& sink) : source_(source), sink_(sink), bytes_(kSize) {}

    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    void consume(std::size_t count) { begin_ += count; }
    std::uint64_t offset() const { return base_ + begin_; } // of the first unread byte, in the file

    // Keeps the unread bytes and adds to them; tells the sink the position. False at the end of the file.
    bool more();
    // Tries to have at least `count` unread bytes; fewer only at the end of the file.
    std::string_view atLeast(std::size_t count) { return end_ - begin_ >= count ? view() : fill(count); }

private:
    std::string_view fill(std::size_t count);

    static constexpr std::size_t kSize = 256 * 1024;

    base::ByteSource& source_;
    RecordSink& sink_;
    std::vector<char> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t base_ = 0; // where bytes_ begins in the file
};

} // namespace core::format::sms
