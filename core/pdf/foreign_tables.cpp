// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_tables.h"

#include "core/base/ascii.h"

#include <cctype>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include <libdeflate.h>

namespace core::pdf {

namespace {

constexpr std::size_t kMostPacked =
    512 * 1024; // a thousandfold of it, as deflate can hide, still fits memory
constexpr std::size_t kMostUnpacked = 16U << 20U;  // of one table
constexpr std::size_t kMostTogether = 128U << 20U; // of all: qpdf cannot be stopped while it unpacks one
constexpr std::size_t kMostUnknown = 1U << 20U;    // packed bytes of those that only qpdf can unpack
constexpr int kMostTables = 10'000;

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// How often one of these names stands in a dictionary; not as the beginning of another.
int countNames(std::string_view dictionary, std::initializer_list<std::string_view> names) {
    int count = 0;
    for (const std::string_view name : names)
        for (std::size_t at = dictionary.find(name); at != std::string_view::npos;
             at = dictionary.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            const bool isWhole =
                end == dictionary.size() || std::isalnum(static_cast<unsigned char>(dictionary[end])) == 0;
            if (isWhole) ++count;
        }
    return count;
}

// Names with their letters: "/Obj#53tm" is "/ObjStm".
std::string plainNames(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '#' && i + 2 < text.size() ? base::hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? base::hexDigit(text[i + 2]) : -1;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
        if (low >= 0) i += 2;
    }
    return out;
}

// Counts what the tables unpack to.
class Tables {
public:
    // False where they are too many or too large, or packed as nobody packs them.
    bool add(std::string_view dictionary, std::string_view packed) {
        const int flates = countNames(dictionary, {"/FlateDecode", "/Fl"});
        const int others = countNames(dictionary, {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL",
                                                   "/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx"});
        if (++count_ > kMostTables || flates > 1 || others > 0) return false;
        if (flates == 0) return (together_ += packed.size()) <= kMostTogether;
        if (!decompressor_) throw std::bad_alloc();
        std::size_t used = 0, size = 0;
        switch (libdeflate_zlib_decompress_ex(decompressor_.get(), packed.data(), packed.size(),
                                              space_.data(), space_.size(), &used, &size)) {
        case LIBDEFLATE_SUCCESS:
            return (together_ += size) <= kMostTogether;
        case LIBDEFLATE_INSUFFICIENT_SPACE:
            return false;
        default: // damaged, or sealed
            return (unknown_ += packed.size()) <= kMostUnknown;
        }
    }

private:
    struct Free {
        void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
    };
    std::unique_ptr<libdeflate_decompressor, Free> decompressor_{libdeflate_alloc_decompressor()};
    std::string space_ = std::string(kMostUnpacked, '\0');
    std::size_t together_ = 0, unknown_ = 0;
    int count_ = 0;
};

} // namespace

bool areTablesBounded(std::string_view bytes) {
    constexpr std::string_view kStream = "stream";
    std::size_t after = 0; // the end of the word before
    std::optional<Tables> tables;
    for (std::size_t at = bytes.find(kStream); at != std::string_view::npos;
         at = bytes.find(kStream, after)) {
        // Whatever stands before it since the last one: its dictionary, and objects that are no streams.
        const std::string_view before = bytes.substr(after, at - after);
        after = at + kStream.size();
        if (before.ends_with("end")) continue;
        const std::string dictionary = plainNames(before);
        if (!has(dictionary, "/ObjStm") && !has(dictionary, "/XRef")) continue;
        const std::string_view packed = bytes.substr(after, kMostPacked);
        const std::size_t end = packed.find("endstream");
        if (end == std::string_view::npos) return false;
        const std::size_t lineEnd = packed.starts_with("\r\n") ? 2 : packed.starts_with('\n') ? 1 : 0;
        if (!tables) tables.emplace();
        if (!tables->add(dictionary, packed.substr(lineEnd, end - lineEnd))) return false;
    }
    return true;
}

} // namespace core::pdf
