// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/line_reader.h"

#include <algorithm>
#include <cstring>

namespace core::format::mail {

namespace {
constexpr std::size_t kBufferSize = std::size_t{256} << 10;
} // namespace

LineReader::LineReader(base::ByteSource& source, RecordSink& sink)
    : source_(source), sink_(sink), buffer_(kBufferSize) {
    refill(kBufferSize);
    skipByteOrderMark();
    const std::string_view head(buffer_.data(), filled_);
    if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos) eol_ = '\r';
}

void LineReader::skipByteOrderMark() {
    if (std::string_view(buffer_.data(), filled_).starts_with("\xEF\xBB\xBF")) pos_ = 3;
}

void LineReader::refill(std::size_t wanted) {
    if (pos_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + pos_, filled_ - pos_);
        base_ += pos_;
        filled_ -= pos_;
        pos_ = 0;
    }
    if (buffer_.size() < wanted) buffer_.resize(wanted);
    while (!atEnd_ && filled_ < wanted) {
        const std::size_t n = source_.read(buffer_.data() + filled_, buffer_.size() - filled_);
        atEnd_ = n == 0;
        filled_ += n;
    }
    sink_.position(base_ + filled_);
}

bool LineReader::next(Line& line) {
    std::size_t scanned = pos_;
    const char* found = nullptr;
    for (;;) {
        found = static_cast<const char*>(std::memchr(buffer_.data() + scanned, eol_, filled_ - scanned));
        if (found || atEnd_ || filled_ - pos_ >= kBufferSize) break;
        const std::size_t have = filled_ - pos_;
        refill(std::min(buffer_.size(), kBufferSize));
        scanned = have;
    }
    if (pos_ == filled_) return false;
    const char* begin = buffer_.data() + pos_;
    const char* end = found ? found : buffer_.data() + filled_;
    line.offset = base_ + pos_;
    line.starts = lineStart_;
    // A line that nothing ends is whole all the same when the file ends there.
    line.ends = found || atEnd_;
    const char* next = found ? found + 1 : end;
    if (!found && !atEnd_ && end[-1] == '\r') next = --end; // may be half of a line end
    if (found && eol_ == '\n' && end > begin && end[-1] == '\r') --end;
    line.text = {begin, static_cast<std::size_t>(end - begin)};
    line.eol = {end, static_cast<std::size_t>(next - end)};
    lineStart_ = line.ends;
    pos_ = static_cast<std::size_t>(next - buffer_.data());
    return true;
}

std::string_view LineReader::peek(std::size_t wanted) {
    wanted = std::min(wanted, kMaxLookahead);
    if (filled_ - pos_ < wanted && !atEnd_) refill(std::max(wanted, kBufferSize));
    return {buffer_.data() + pos_, filled_ - pos_};
}

void LineReader::consume(std::size_t count) {
    if (count == 0) return;
    pos_ += count;
    lineStart_ = buffer_[pos_ - 1] == eol_;
}

} // namespace core::format::mail
