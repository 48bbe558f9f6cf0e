// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The base64 of one part, decoded as it streams by into its size and its hash. The bytes themselves are not
// kept, but for the beginning where the part is a text.

#include "core/base/sha256.h"
#include "core/base/transfer_decoder.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::format::sms {

class PartData {
public:
    static constexpr std::size_t kTextLimit = 1024 * 1024;

    void start(std::uint64_t offset, bool keepText);
    void feed(std::string_view encoded);
    void finish(std::uint64_t encodedLength); // in bytes of the file

    bool isPresent() const { return isPresent_; } // there was data, and it was not the word "null"
    std::uint64_t offset() const { return offset_; }
    std::uint64_t encodedLength() const { return encodedLength_; }
    std::uint64_t size() const { return size_; }
    const base::Digest& digest() const { return digest_; }
    std::uint64_t junk() const { return junk_; }
    const std::string& text() const { return text_; } // the decoded bytes, empty beyond kTextLimit
    void clear() { isPresent_ = false; }

private:
    void take();

    base::TransferDecoder decoder_{base::TransferEncoding::Base64};
    base::Sha256 hash_;
    std::string piece_;
    std::string begin_; // the first four encoded bytes
    std::string text_;
    bool keepText_ = false;
    bool isPresent_ = false;
    std::uint64_t offset_ = 0;
    std::uint64_t fed_ = 0;
    std::uint64_t encodedLength_ = 0;
    std::uint64_t size_ = 0;
    std::uint64_t junk_ = 0;
    base::Digest digest_{};
};

} // namespace core::format::sms
