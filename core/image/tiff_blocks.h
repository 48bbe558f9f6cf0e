// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The directories of a TIFF structure, as Exif has them, read where they lie: numbers and where entries
// stand. It knows no tags and judges nothing. Exif 2.32 (CIPA DC-008) 4.6.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace core::image {

// Begins with its byte order, "II" or "MM"; nothing outside of the bytes is read.
class TiffBlocks {
public:
    static constexpr std::size_t kEntry = 12; // bytes

    explicit TiffBlocks(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with('M')) {}

    bool isInside(std::size_t at, std::size_t size) const {
        return at <= bytes_.size() && size <= bytes_.size() - at;
    }
    // Of 1 to 4 bytes; 0 outside.
    std::uint32_t number(std::size_t at, std::size_t size) const {
        if (!isInside(at, size)) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8U | static_cast<unsigned char>(bytes_[at + (big_ ? i : size - 1 - i)]);
        return value;
    }

    std::uint32_t first() const { return number(4, 4); } // 0: none
    std::uint32_t after(std::size_t block) const { return number(entryAt(block, entries(block)), 4); }
    std::size_t entries(std::size_t block) const { return number(block, 2); }
    static std::size_t entryAt(std::size_t block, std::size_t i) { return block + 2 + i * kEntry; }

    // Where the first entry of that tag stands; none too where the block ends outside of the bytes.
    std::optional<std::size_t> find(std::size_t block, std::uint32_t tag) const {
        for (std::size_t i = 0; i < entries(block); ++i) {
            const std::size_t entry = entryAt(block, i);
            if (!isInside(entry, kEntry)) return std::nullopt;
            if (number(entry, 2) == tag) return entry;
        }
        return std::nullopt;
    }
    // The first value of a SHORT or a LONG; 0 for other types and for an entry that is not there.
    std::uint32_t value(std::size_t block, std::uint32_t tag) const {
        const auto entry = find(block, tag);
        if (!entry) return 0;
        const std::uint32_t type = number(*entry + 2, 2);
        return type == 3 ? number(*entry + 8, 2) : type == 4 ? number(*entry + 8, 4) : 0;
    }
    // An ASCII value without the zero behind it; empty where it is none or lies outside.
    std::string_view text(std::size_t block, std::uint32_t tag) const {
        constexpr std::uint32_t ascii = 2;
        const auto entry = find(block, tag);
        if (!entry || number(*entry + 2, 2) != ascii) return {};
        const std::uint32_t size = number(*entry + 4, 4);
        const std::size_t at = size <= 4 ? *entry + 8 : number(*entry + 8, 4);
        if (!isInside(at, size)) return {};
        const std::string_view whole = bytes_.substr(at, size);
        return whole.substr(0, whole.find('\0'));
    }
    std::string_view bytes(std::size_t at, std::size_t size) const {
        return isInside(at, size) ? bytes_.substr(at, size) : std::string_view();
    }

private:
    std::string_view bytes_;
    bool big_;
};

} // namespace core::image
