// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A text file line by line with its places, in bounded memory.

#include "core/format/reader.h"

#include <string>
#include <vector>

namespace core::format::chat {

class Lines {
public:
    static constexpr std::size_t kLongest = 1024 * 1024; // bytes of a line; the rest of it is passed over

    Lines(base::ByteSource& source, RecordSink& sink) : source_(source), sink_(sink), bytes_(64 * 1024) {}

    // The next line without its end (LF or CRLF) and without a byte order mark; false at the end.
    bool next(std::string& line);
    std::uint64_t begin() const { return begin_; }      // of the line given last
    std::uint64_t end() const { return before_ + at_; } // behind it, its line end included
    bool wasCut() const { return wasCut_; }             // it was longer than kLongest

private:
    bool fill();

    base::ByteSource& source_;
    RecordSink& sink_;
    std::vector<char> bytes_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::uint64_t before_ = 0; // of bytes_[0], in the file
    std::uint64_t begin_ = 0;
    bool wasCut_ = false;
};

} // namespace core::format::chat
