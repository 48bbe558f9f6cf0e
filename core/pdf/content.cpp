// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/content.h"

#include "core/base/error.h"

#include <charconv>
#include <cmath>
#include <memory>
#include <new>

#include <libdeflate.h>

namespace core::pdf {
namespace {

constexpr int kLevel = 1; // of the text of pages: twice as quick as 4, a twentieth larger
constexpr std::size_t kLargestKept = 256 * 1024;
constexpr double kLargest = 1e9;
constexpr char kHexDigits[] = "0123456789ABCDEF";

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

// Where a page is written, handed on from one to the next.
std::string& spareRoom() {
    thread_local std::string room;
    return room;
}

} // namespace

void appendNumber(std::string& out, double value) {
    if (!std::isfinite(value) || std::abs(value) > kLargest) value = 0;
    const long long thousandths = std::llround(value * 1000);
    const long long magnitude = std::llabs(thousandths);
    if (thousandths < 0) out += '-';
    char digits[24];
    const auto whole = std::to_chars(std::begin(digits), std::end(digits), magnitude / 1000);
    out.append(digits, whole.ptr);
    const int fraction = static_cast<int>(magnitude % 1000);
    if (fraction == 0) return;
    out += '.';
    out += static_cast<char>('0' + fraction / 100);
    if (fraction % 100 == 0) return;
    out += static_cast<char>('0' + fraction / 10 % 10);
    if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
}

void appendNumbers(std::string& out, std::initializer_list<double> values) {
    for (const double value : values) {
        appendNumber(out, value);
        out += ' ';
    }
}

void appendHex16(std::string& out, unsigned value) {
    for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[(value >> shift) & 0xF];
}

void appendCode(std::string& out, unsigned code) {
    for (const unsigned byte : {code >> 8U & 0xFFU, code & 0xFFU}) {
        if (byte == '\r') { // readers take a bare one for a line feed
            out += "\\r";
            continue;
        }
        if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
        out += static_cast<char>(byte);
    }
}

void appendTextString(std::string& out, std::u16string_view text) {
    out += "<FEFF";
    for (const char16_t unit : text) appendHex16(out, unit);
    out += '>';
}

std::string deflated(std::string_view bytes) {
    // Opening one is slow, so each thread keeps its own, and the place where it writes.
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(kLevel));
    thread_local std::string room;
    if (!compressor) throw std::bad_alloc();
    const std::size_t most = libdeflate_zlib_compress_bound(compressor.get(), bytes.size());
    std::string large;
    std::string& out = most > kLargestKept ? large : room;
    if (out.size() < most) out.resize(most);
    const std::size_t size =
        libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size());
    return out.substr(0, size);
}

std::string inflated(std::string_view packed, std::size_t size) {
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    std::string out(size, '\0');
    if (libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), out.data(), size,
                                   nullptr) != LIBDEFLATE_SUCCESS) {
        throw base::Error(base::ErrorCode::Internal, "a packed page cannot be unpacked");
    }
    return out;
}

std::string& PageContent::open() {
    if (!open_.empty()) return open_;
    if (done_.size > 0) {
        open_ = inflated(done_.bytes, done_.size);
        done_ = {};
    } else if (open_.capacity() < spareRoom().capacity()) {
        open_.swap(spareRoom());
    }
    return open_;
}

void PageContent::pack() {
    if (open_.empty() && !done_.bytes.empty()) return;
    done_.size = open_.size();
    done_.bytes = deflated(open_);
    open_.clear();
    spareRoom().swap(open_); // a string that is only emptied would keep its room for each page
    std::string().swap(open_);
}

void PageContent::weigh() {
    pack();
    weight_ = done_.bytes.size();
    std::string().swap(done_.bytes);
    done_.size = 0;
}

std::string PageContent::packed() const {
    return open_.empty() && done_.size > 0 ? done_.bytes : deflated(open_);
}

} // namespace core::pdf
