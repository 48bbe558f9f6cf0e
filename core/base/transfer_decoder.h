// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns the encoded bytes of an attachment (base64, quoted-printable, uuencode) back into its bytes, in
// pieces of any size. Junk never stops it: what can be decoded is, and the junk is counted.

#include <cstdint>
#include <string>
#include <string_view>

namespace core::base {

// How bytes stand in a text format: RFC 2045 6.7, 6.8; POSIX uuencode.
enum class TransferEncoding { Identity, Base64, QuotedPrintable, Uuencode };

class TransferDecoder {
public:
    explicit TransferDecoder(TransferEncoding encoding) : encoding_(encoding) {}

    void feed(std::string_view encoded, std::string& out); // appends
    void finish(std::string& out);                         // the last incomplete quantum
    std::uint64_t junk() const { return junk_; }           // bytes that have no place in the encoding

private:
    void base64(std::string_view encoded, std::string& out);
    bool inReference(unsigned char byte);
    void quotedPrintable(std::string_view encoded, std::string& out);
    void uuencode(std::string_view encoded, std::string& out);

    TransferEncoding encoding_;
    std::uint64_t junk_ = 0;
    std::uint32_t bits_ = 0;
    int have_ = 0;                // base64 digits in bits_
    std::uint32_t reference_ = 0; // bytes of an XML character reference passed over so far
    bool ended_ = false;
    std::string pending_; // an unfinished escape or line
};

// All of it at once.
std::string decodeTransfer(TransferEncoding encoding, std::string_view encoded);

} // namespace core::base
