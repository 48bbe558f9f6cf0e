// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/input_buffer.h"

#include "core/format/sms/utf16.h"

#include <algorithm>
#include <cstring>

namespace core::format::sms {

namespace {
constexpr std::size_t kLongestUtf8 = 3; // of one unit of UTF-16; the two of a pair make four
} // namespace

bool InputBuffer::more() {
    if (begin_ > 0) {
        std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (form_ == Form::NotLooked) look();
    const std::size_t got = isUtf16() ? readUtf16() : read(bytes_.data() + end_, bytes_.size() - end_);
    end_ += got;
    if (got > 0) sink_.position(taken_);
    return got > 0;
}

std::string_view InputBuffer::fill(std::size_t count) {
    while (end_ - begin_ < count && more()) {
    }
    return view();
}

// What was read to look at first, then the source.
std::size_t InputBuffer::read(char* to, std::size_t capacity) {
    if (capacity == 0) return 0;
    if (!raw_.empty()) {
        const std::size_t n = std::min(capacity, raw_.size());
        raw_.copy(to, n);
        raw_.erase(0, n);
        return n;
    }
    const std::size_t got = source_.read(to, capacity);
    taken_ += got;
    return got;
}

void InputBuffer::look() {
    raw_.resize(kUtf16Head);
    std::size_t used = 0;
    while (used < raw_.size()) {
        const std::size_t got = source_.read(raw_.data() + used, raw_.size() - used);
        if (got == 0) break;
        used += got;
    }
    raw_.resize(used);
    taken_ = used;
    const auto order = utf16Order(raw_);
    form_ = !order ? Form::Bytes : *order == ByteOrder::Little ? Form::LittleEndian : Form::BigEndian;
}

// Whole units only; half a unit and the first half of a pair wait for the rest.
std::size_t InputBuffer::readUtf16() {
    const std::size_t room = (bytes_.size() - end_) / kLongestUtf8 * 2;
    if (room < 4) return 0;
    const ByteOrder order = form_ == Form::LittleEndian ? ByteOrder::Little : ByteOrder::Big;
    std::string utf8;
    while (utf8.empty()) {
        const std::size_t kept = raw_.size();
        std::size_t got = 0;
        if (kept < room) {
            raw_.resize(room);
            got = source_.read(raw_.data() + kept, room - kept);
            raw_.resize(kept + got);
            taken_ += got;
        }
        const bool isEnd = got == 0;
        const std::size_t used = appendUtf16(utf8, std::string_view(raw_).substr(0, room), order, isEnd);
        raw_.erase(0, used);
        if (isEnd) break;
    }
    std::memcpy(bytes_.data() + end_, utf8.data(), utf8.size());
    return utf8.size();
}

std::uint64_t InputBuffer::utf16Bytes(std::string_view utf8) {
    std::uint64_t bytes = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) bytes += byte >= 0xF0 ? 4 : 2;
    }
    return bytes;
}

} // namespace core::format::sms
