// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The lines of a text export with their places, in bounded memory; UTF-8 or UTF-16.

#include "core/format/sms/input_buffer.h"

#include <cstdint>
#include <string>

namespace core::format::whatsapp {

struct Line {
    std::string text; // without its end; no longer than kLongestLine
    std::uint64_t offset = 0;
    std::uint64_t length = 0; // bytes in the file, with its end
    bool hasReturn = false;   // it ended with CR LF, not with LF alone
    bool isCut = false;       // it is longer than what `text` holds
};

class Lines {
public:
    static constexpr std::size_t kLongestLine = 1024 * 1024; // bytes

    Lines(base::ByteSource& source, RecordSink& sink) : input_(source, sink) {}
    bool next(Line& line); // false at the end

private:
    sms::InputBuffer input_;
    bool begun_ = false;
};

// Without the marks that only say in which direction to write; other blanks than " " become one.
std::string withoutMarks(std::string_view text);

} // namespace core::format::whatsapp
