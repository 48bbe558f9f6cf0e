// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A window on a stream: the unread bytes in one piece, read on when they do not suffice.
// UTF-16 is turned into UTF-8 on the way; places stay those of the file. Not a parser, and it never grows:
// who needs more than the window holds takes it in pieces.

#include "core/format/reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::sms {

class InputBuffer {
public:
    InputBuffer(base::ByteSource& source, RecordSink& sink) : source_(source), sink_(sink), bytes_(kSize) {}

    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    void consume(std::size_t count) {
        offset_ += isUtf16() ? utf16Bytes(view().substr(0, count)) : count;
        begin_ += count;
    }
    std::uint64_t offset() const { return offset_; } // of the first unread byte, in the file
    bool isUtf16() const { return form_ == Form::LittleEndian || form_ == Form::BigEndian; }

    // Keeps the unread bytes and adds to them; tells the sink the position. False at the end of the file.
    bool more();
    // Tries to have at least `count` unread bytes; fewer only at the end of the file.
    std::string_view atLeast(std::size_t count) { return end_ - begin_ >= count ? view() : fill(count); }

private:
    enum class Form { NotLooked, Bytes, LittleEndian, BigEndian };

    static std::uint64_t utf16Bytes(std::string_view utf8);
    std::string_view fill(std::size_t count);
    std::size_t read(char* to, std::size_t capacity);
    std::size_t readUtf16();
    void look();

    static constexpr std::size_t kSize = 256 * 1024;

    base::ByteSource& source_;
    RecordSink& sink_;
    std::vector<char> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    Form form_ = Form::NotLooked;
    std::string raw_;          // read and not yet turned: the first bytes of the file, half a character
    std::uint64_t offset_ = 0; // of bytes_[begin_], in the file
    std::uint64_t taken_ = 0;  // bytes of the file in all
};

} // namespace core::format::sms
