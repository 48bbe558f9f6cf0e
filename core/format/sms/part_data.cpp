// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/part_data.h"

#include <algorithm>

namespace core::format::sms {

namespace {
constexpr std::size_t kPiece = 32 * 1024; // decoded and hashed while it is still in the nearest cache
} // namespace

void PartData::start(std::uint64_t offset, bool keepText) {
    decoder_ = base::TransferDecoder(base::TransferEncoding::Base64);
    hash_.finish(); // starts over, whatever an unfinished part left behind
    begin_.clear();
    text_.clear();
    keepText_ = keepText;
    isPresent_ = false;
    offset_ = offset;
    fed_ = encodedLength_ = size_ = junk_ = 0;
}

void PartData::feed(std::string_view encoded) {
    fed_ += encoded.size();
    if (begin_.size() < 4) begin_ += encoded.substr(0, 4 - begin_.size());
    while (!encoded.empty()) {
        piece_.clear();
        decoder_.feed(encoded.substr(0, kPiece), piece_);
        encoded.remove_prefix(std::min(kPiece, encoded.size()));
        take();
    }
}

void PartData::take() {
    hash_.update(piece_);
    size_ += piece_.size();
    if (!keepText_) return;
    text_ += piece_;
    if (text_.size() > kTextLimit) {
        text_.clear();
        keepText_ = false;
    }
}

void PartData::finish(std::uint64_t encodedLength) {
    encodedLength_ = encodedLength;
    piece_.clear();
    decoder_.finish(piece_);
    take();
    junk_ = decoder_.junk();
    digest_ = hash_.finish();
    isPresent_ = fed_ > 0 && !(fed_ == 4 && begin_ == "null");
}

} // namespace core::format::sms
