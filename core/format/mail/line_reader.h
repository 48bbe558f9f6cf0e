// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A stream cut into lines with their absolute positions, in bounded memory: a line longer than the buffer
// comes in pieces. Not a text decoder: bytes stay as they are.

#include "core/base/byte_source.h"
#include "core/format/reader.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::format::mail {

struct Line {
    std::string_view text; // without its end; valid until the next call of the reader
    std::string_view eol;  // "\n", "\r\n", "\r" or empty (piece of a long line, or the end of the file)
    std::uint64_t offset = 0;
    bool starts = true; // false: goes on where the last piece ended
    bool ends = true;   // false: the next piece belongs to the same line

    bool isWhole() const { return starts && ends; }
    bool isBlank() const { return isWhole() && text.empty(); }
    std::uint64_t end() const { return offset + text.size() + eol.size(); }
};

class LineReader {
public:
    // Both must outlive the reader. The sink is told the position at every refill.
    LineReader(base::ByteSource& source, RecordSink& sink);

    bool next(Line& line); // false at the end
    std::uint64_t offset() const { return base_ + pos_; }
    // A line begins here, and line feeds end it.
    bool isAtLine() const { return lineStart_ && eol_ == '\n'; }

    // What lies in memory after the current line, at least `wanted` bytes where the file has them (at most
    // kMaxLookahead). Valid until the next call.
    std::string_view peek(std::size_t wanted = 0);
    void consume(std::size_t count); // bytes seen by peek()

    static constexpr std::size_t kMaxLookahead = std::size_t{8} << 20;

private:
    void refill(std::size_t wanted);
    void skipByteOrderMark();

    base::ByteSource& source_;
    RecordSink& sink_;
    std::vector<char> buffer_;
    std::size_t pos_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t base_ = 0; // position of buffer_[0] in the file
    bool atEnd_ = false;
    bool lineStart_ = true;
    char eol_ = '\n'; // '\r' in a file without any line feed
};

} // namespace core::format::mail
