// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builds an .msg of properties and parts, as Outlook stores one. For tests of the Outlook readers.

#include "core/base/utf8.h"
#include "core/format/outlook/property_bag.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

inline std::string little(std::uint64_t value, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
}

inline std::string utf16(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = core::base::nextCodePoint(text, at);
        if (c > 0xFFFF) {
            c -= 0x10000;
            out += little(0xD800 + (c >> 10U), 2);
            c = 0xDC00 + (c & 0x3FFU);
        }
        out += little(c, 2);
    }
    return out;
}

// Ticks of 100 ns since 1601.
inline std::uint64_t fileTime(std::int64_t unixMs) {
    return static_cast<std::uint64_t>(unixMs + 11'644'473'600'000) * 10'000;
}

// A folder of a compound file, or a stream.
struct CfbNode {
    std::string name;
    std::string bytes;
    std::vector<CfbNode> children = {};
    bool isFolder = false;
};

// The properties of a message, a recipient or an attachment.
class MsgNode {
public:
    MsgNode& text(core::format::outlook::Tag tag, std::string_view utf8) {
        return stream(tag, core::format::outlook::kUnicode, utf16(utf8));
    }
    MsgNode& ansi(core::format::outlook::Tag tag, std::string bytes) {
        return stream(tag, core::format::outlook::kString8, std::move(bytes));
    }
    MsgNode& binary(core::format::outlook::Tag tag, std::string bytes) {
        return stream(tag, core::format::outlook::kBinary, std::move(bytes));
    }
    MsgNode& number(core::format::outlook::Tag tag, std::uint32_t value) {
        return fixed(tag, core::format::outlook::kInteger32, value);
    }
    MsgNode& time(core::format::outlook::Tag tag, std::int64_t unixMs) {
        return fixed(tag, core::format::outlook::kTime, fileTime(unixMs));
    }
    MsgNode& recipient(const MsgNode& node) { return part("__recip_version1.0_#", node, recipients_++, 8); }
    MsgNode& attachment(const MsgNode& node) {
        return part("__attach_version1.0_#", node, attachments_++, 8);
    }
    // Of an attachment: the message it is.
    MsgNode& embedded(const MsgNode& node) {
        number(core::format::outlook::Tag::AttachMethod, 5);
        children_.push_back(node.folder("__substg1.0_3701000D", 24));
        return *this;
    }
    CfbNode folder(const std::string& name, std::size_t header) const {
        CfbNode out{name, {}, children_, true};
        out.children.push_back({"__properties_version1.0", std::string(header, '\0') + table_});
        return out;
    }
    std::string file() const;

private:
    static std::string hex(std::uint32_t value) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        std::string out;
        for (int shift = 28; shift >= 0; shift -= 4)
            out += kDigits[value >> static_cast<unsigned>(shift) & 15U];
        return out;
    }
    MsgNode& stream(core::format::outlook::Tag tag, std::uint16_t type, std::string bytes) {
        const std::uint32_t number = static_cast<std::uint32_t>(tag) << 16U | type;
        table_ += little(number, 4) + little(6, 4) + little(bytes.size(), 8);
        children_.push_back({"__substg1.0_" + hex(number), std::move(bytes)});
        return *this;
    }
    MsgNode& fixed(core::format::outlook::Tag tag, std::uint16_t type, std::uint64_t value) {
        table_ += little(static_cast<std::uint32_t>(tag) << 16U | type, 4) + little(6, 4) + little(value, 8);
        return *this;
    }
    MsgNode& part(const std::string& prefix, const MsgNode& node, std::uint32_t number, std::size_t header) {
        children_.push_back(node.folder(prefix + hex(number), header));
        return *this;
    }

    std::string table_;
    std::vector<CfbNode> children_;
    std::uint32_t recipients_ = 0;
    std::uint32_t attachments_ = 0;
};

// The bytes of a compound file with sectors of 512 bytes; streams below 4096 bytes lie in the small ones.
std::string compoundFile(const CfbNode& root);

inline std::string MsgNode::file() const { return compoundFile(folder("Root Entry", 32)); }

} // namespace tests
