// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/transfer_decoder.h"

#include "core/base/ascii.h"
#include "core/base/base64_digits.h"
#include "core/base/eight_bytes.h"

#include <algorithm>
#include <optional>

namespace core::base {

namespace {

constexpr std::size_t kMaxPadding = 1024; // blanks between "=" and the line end; more are no padding

constexpr std::size_t kLongestUuLine = 128; // characters kept of a line

constexpr std::size_t kCopySlack = 8; // bytes written beyond those copied

// Copies what stands before a "=", which `from` begins with afterwards.
void copyUntilMark(std::string_view& from, char*& to) {
    std::size_t length = 8;
    while (length == 8 && from.size() >= 8) {
        const auto eight = EightBytes::at(from.data());
        eight.write(to);
        length = EightBytes::before(eight.are('='));
        from.remove_prefix(length);
        to += length;
    }
    while (length == 8 && !from.empty() && from.front() != '=') {
        *to++ = from.front();
        from.remove_prefix(1);
    }
}

// Of "=C3"; -1 for anything else.
int escapedByte(std::string_view text) {
    if (text.size() < 3) return -1;
    const int high = hexDigit(text[1]);
    const int low = hexDigit(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// Of a "=" that begins `rest`: the bytes of a line break that is none, blanks between them included, which
// are transport padding (RFC 2045 6.7 rule 3). 0: it is no such break. None: that is not to be told yet.
std::optional<std::size_t> softBreak(std::string_view rest) {
    std::size_t eol = 1;
    while (eol < rest.size() && eol <= kMaxPadding && (rest[eol] == ' ' || rest[eol] == '\t')) ++eol;
    if (eol == rest.size() || (eol + 1 == rest.size() && rest[eol] == '\r')) return std::nullopt;
    if (rest[eol] == '\n') return eol + 1;
    if (rest[eol] == '\r' && rest[eol + 1] == '\n') return eol + 2;
    return rest.size() <= 2 ? std::nullopt : std::optional<std::size_t>(0);
}

} // namespace

void TransferDecoder::feed(std::string_view encoded, std::string& out) {
    switch (encoding_) {
    case TransferEncoding::Identity:
        out += encoded;
        break;
    case TransferEncoding::Base64:
        base64(encoded, out);
        break;
    case TransferEncoding::QuotedPrintable:
        quotedPrintable(encoded, out);
        break;
    case TransferEncoding::Uuencode:
        uuencode(encoded, out);
        break;
    }
}

// "&#10;" and "&#xD;" are line ends inside an XML attribute: their digits are no data. What only begins like
// one is junk.
bool TransferDecoder::inReference(unsigned char byte) {
    constexpr std::uint32_t longest = 6; // "&#x0D;" without its end
    if (reference_ == 0) {
        reference_ = byte == '&' ? 1 : 0;
        return byte == '&';
    }
    const bool fits = reference_ == 1 ? byte == '#' : byte == 'x' || hexDigit(static_cast<char>(byte)) >= 0;
    if (byte == ';' && reference_ > 2) {
        reference_ = 0;
        return true;
    }
    if (fits && reference_ < longest) {
        ++reference_;
        return true;
    }
    junk_ += reference_;
    reference_ = byte == '&' ? 1 : 0;
    return byte == '&';
}

void TransferDecoder::base64(std::string_view encoded, std::string& out) {
    const std::size_t before = out.size();
    out.resize(before + encoded.size() / 4 * 3 + kDigitSlack);
    char* to = out.data() + before;
    const auto* from = reinterpret_cast<const unsigned char*>(encoded.data());
    const auto* end = from + encoded.size();
    while (from < end) {
        if (have_ == 0 && reference_ == 0) decodeDigits(from, end, to);
        if (from >= end) break;
        const unsigned char byte = *from++;
        if (inReference(byte)) continue;
        const std::uint8_t value = kBase64[byte];
        if (value <= 63) {
            bits_ = bits_ << 6 | value;
            if (++have_ == 4) {
                *to++ = static_cast<char>(bits_ >> 16);
                *to++ = static_cast<char>(bits_ >> 8);
                *to++ = static_cast<char>(bits_);
                bits_ = 0;
                have_ = 0;
            }
        } else if (byte == '=') {
            // Padding ends a quantum; what follows (concatenated encodings exist) begins a new one.
            if (have_ == 3) {
                *to++ = static_cast<char>(bits_ >> 10);
                *to++ = static_cast<char>(bits_ >> 2);
            } else if (have_ == 2) {
                *to++ = static_cast<char>(bits_ >> 4);
            } else if (have_ == 1) {
                ++junk_;
            }
            bits_ = 0;
            have_ = 0;
        } else if (value == kBase64Junk) {
            ++junk_;
        }
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

void TransferDecoder::quotedPrintable(std::string_view encoded, std::string& out) {
    std::string joined;
    if (!pending_.empty()) {
        joined = pending_ + std::string(encoded);
        pending_.clear();
        encoded = joined;
    }
    const std::size_t before = out.size();
    out.resize(before + encoded.size() + kCopySlack);
    char* to = out.data() + before;
    for (copyUntilMark(encoded, to); !encoded.empty(); copyUntilMark(encoded, to)) {
        if (const int byte = escapedByte(encoded); byte >= 0) {
            *to++ = static_cast<char>(byte);
            encoded.remove_prefix(3);
            continue;
        }
        const auto lineBreak = softBreak(encoded);
        if (!lineBreak) {
            pending_ = encoded;
            break;
        }
        if (*lineBreak == 0) {
            *to++ = '=';
            ++junk_;
        }
        encoded.remove_prefix(std::max<std::size_t>(*lineBreak, 1));
    }
    out.resize(static_cast<std::size_t>(to - out.data()));
}

void TransferDecoder::uuencode(std::string_view encoded, std::string& out) {
    pending_ += encoded;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = pending_.find('\n', begin);
        if (end == std::string::npos) break;
        std::string_view line = std::string_view(pending_).substr(begin, end - begin);
        begin = end + 1;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (ended_ || line.empty() || line.starts_with("begin ")) continue;
        if (line == "end" || line == "`") {
            ended_ = line == "end";
            continue;
        }
        auto rest = static_cast<std::size_t>((line[0] - ' ') & 63);
        for (std::size_t i = 1; rest > 0; i += 4) {
            std::uint32_t bits = 0;
            for (std::size_t k = 0; k < 4; ++k) {
                const char c = i + k < line.size() ? line[i + k] : ' ';
                bits = bits << 6 | static_cast<std::uint32_t>((c - ' ') & 63);
            }
            for (int shift = 16; shift >= 0 && rest > 0; shift -= 8, --rest)
                out += static_cast<char>(bits >> shift);
        }
    }
    pending_.erase(0, begin);
    // What a line says stands in its first 85 characters: one without an end is not gathered.
    if (pending_.size() > kLongestUuLine) pending_.resize(kLongestUuLine);
}

void TransferDecoder::finish(std::string& out) {
    if (encoding_ == TransferEncoding::Base64) {
        if (have_ >= 2) out += static_cast<char>(have_ == 3 ? bits_ >> 10 : bits_ >> 4);
        if (have_ == 3) out += static_cast<char>(bits_ >> 2);
        if (have_ == 1) ++junk_;
        have_ = 0;
        bits_ = 0;
    } else if (encoding_ == TransferEncoding::QuotedPrintable) {
        std::string rest;
        rest.swap(pending_);
        if (rest.find_first_not_of("= \t\r\n") != std::string::npos) out += rest;
    } else if (encoding_ == TransferEncoding::Uuencode && !pending_.empty()) {
        uuencode("\n", out);
    }
}

std::string decodeTransfer(TransferEncoding encoding, std::string_view encoded) {
    std::string out;
    TransferDecoder decoder(encoding);
    decoder.feed(encoded, out);
    decoder.finish(out);
    return out;
}

} // namespace core::base
