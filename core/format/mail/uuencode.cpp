// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/uuencode.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/header_value.h"
#include "core/format/mail/leaf.h"

#include <algorithm>

namespace core::format::mail {

namespace {

constexpr std::size_t kMaxFiles = 1000; // a text

// "begin 644 name": the name; empty where it is none.
std::string_view nameOf(const Line& line) {
    std::string_view s = line.text;
    if (!line.isWhole() || !s.starts_with("begin ") || s.size() > 512) return {};
    s.remove_prefix(6);
    std::size_t digits = 0;
    while (digits < s.size() && s[digits] >= '0' && s[digits] <= '7') ++digits;
    if (digits < 3 || digits > 4 || digits == s.size() || s[digits] != ' ') return {};
    return trim(s.substr(digits));
}

// A line of data: the count in the first character fits its length (blanks at the end may be lost, one
// checksum character may follow). `atLeastOne`: it must hold bytes.
bool isData(const Line& line, bool atLeastOne) {
    const std::string_view s = line.text;
    if (!line.isWhole()) return false;
    if (s.empty()) return false;
    if (!std::all_of(s.begin(), s.end(), [](char c) { return c >= ' ' && c <= '`'; })) return false;
    const auto count = static_cast<std::size_t>((s[0] - ' ') & 63);
    if (count == 0) return !atLeastOne && s.size() <= 2;
    const std::size_t wanted = 1 + (count + 2) / 3 * 4;
    return s.size() + 3 >= wanted && s.size() <= wanted + 1;
}

} // namespace

void UuencodeFinder::reset() {
    if (state_ == State::Inside) finish(end_);
    state_ = State::Text;
    held_.clear();
    found_.clear();
}

bool UuencodeFinder::take(const Line& line) {
    if (state_ == State::Inside) return takeInside(line);
    if (state_ == State::Maybe) {
        state_ = State::Text;
        if (isData(line, true)) {
            state_ = State::Inside;
            held_.clear();
            begin_ = line.offset;
            return takeInside(line);
        }
        return false;
    }
    if (line.text.empty() || line.text[0] != 'b') return false;
    const std::string_view name = nameOf(line);
    if (name.empty() || found_.size() >= kMaxFiles) return false;
    name_ = name;
    held_ = std::string(line.text) + std::string(line.eol);
    state_ = State::Maybe;
    return true;
}

bool UuencodeFinder::takeInside(const Line& line) {
    const bool isEnd = line.isWhole() && trim(line.text) == "end";
    if (!isEnd && !isData(line, false)) {
        finish(end_);
        return take(line);
    }
    decoder_.feed(line.text, out_);
    decoder_.feed("\n", out_);
    end_ = line.end();
    size_ += out_.size();
    hash_.update(out_);
    out_.clear();
    if (isEnd) finish(end_);
    return true;
}

void UuencodeFinder::finish(std::uint64_t end) {
    FoundAttachment found;
    found.attachment.name = safeFileName(decodeHeaderText(name_));
    found.attachment.type = "application/octet-stream";
    found.attachment.size = size_;
    found.attachment.offset = begin_;
    found.attachment.encodedLength = end - begin_;
    found.attachment.encoding = base::TransferEncoding::Uuencode;
    found.attachment.sha256 = hash_.finish();
    found.canonical = found.attachment.sha256;
    found_.push_back(std::move(found));
    decoder_ = base::TransferDecoder(base::TransferEncoding::Uuencode);
    size_ = 0;
    state_ = State::Text;
}

std::string UuencodeFinder::takeHeld() {
    std::string held;
    held.swap(held_);
    return held;
}

std::vector<FoundAttachment> UuencodeFinder::takeFound() {
    if (state_ == State::Inside) finish(end_);
    state_ = State::Text;
    return std::move(found_);
}

} // namespace core::format::mail
