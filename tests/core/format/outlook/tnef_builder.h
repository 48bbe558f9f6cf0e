// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builds a winmail.dat as Outlook writes one. For tests.

#include "tests/core/format/outlook/msg_builder.h"

#include <numeric>

namespace tests {

inline std::string tnefAttribute(char level, std::uint32_t id, const std::string& data) {
    const auto sum = std::accumulate(data.begin(), data.end(), 0U,
                                     [](unsigned s, char c) { return s + static_cast<unsigned char>(c); });
    return std::string(1, level) + little(id, 4) + little(data.size(), 4) + data + little(sum & 0xFFFFU, 2);
}

// A list of properties.
class TnefProperties {
public:
    TnefProperties& variable(core::format::outlook::Tag tag, std::uint16_t type, const std::string& value) {
        ++count_;
        bytes_ += little(type, 2) + little(static_cast<std::uint32_t>(tag), 2) + little(1, 4) +
                  little(value.size(), 4) + value + std::string((4 - value.size() % 4) % 4, '\0');
        return *this;
    }
    TnefProperties& number(core::format::outlook::Tag tag, std::uint32_t value) {
        ++count_;
        bytes_ += little(core::format::outlook::kInteger32, 2) + little(static_cast<std::uint32_t>(tag), 2) +
                  little(value, 4);
        return *this;
    }
    // One under a name of text, which nobody reads.
    TnefProperties& unknown(const std::string& name) {
        ++count_;
        const std::string wide = utf16(name);
        bytes_ += little(core::format::outlook::kInteger32, 2) + little(0x8001, 2) + std::string(16, 'g') +
                  little(1, 4) + little(wide.size(), 4) + wide +
                  std::string((4 - wide.size() % 4) % 4, '\0') + little(7, 4);
        return *this;
    }
    std::string bytes() const { return little(count_, 4) + bytes_; }

private:
    std::uint32_t count_ = 0;
    std::string bytes_;
};

inline std::string tnefFile(const std::string& title, const std::string& bytes,
                            const TnefProperties& more = {}) {
    return tnefAttribute(2, 0x00069002, std::string(14, '\0')) +
           tnefAttribute(2, 0x00018010, title + std::string(1, '\0')) + tnefAttribute(2, 0x0006800F, bytes) +
           tnefAttribute(2, 0x00069005, more.bytes());
}

// `attributes` of the message and its attachments behind the signature.
inline std::string tnef(const std::string& attributes) {
    return "\x78\x9F\x3E\x22" + little(1, 2) + tnefAttribute(1, 0x00089006, little(0x10000, 4)) +
           tnefAttribute(1, 0x00069007, little(1252, 8)) + attributes;
}

// The RTF of a text, stored without packing.
inline std::string storedRtf(const std::string& text) {
    const std::string rtf = "{\\rtf1\\ansi\\ansicpg1252 " + text + "}";
    return little(rtf.size() + 12, 4) + little(rtf.size(), 4) + "MELA" + little(0, 4) + rtf;
}

// A message with a body in RTF and one file, as it comes beside a mail.
inline std::string usualTnef() {
    using core::format::outlook::Tag;
    return tnef(tnefAttribute(1, 0x00069003,
                              TnefProperties()
                                  .unknown("x")
                                  .variable(Tag::RtfCompressed, core::format::outlook::kBinary,
                                            storedRtf("Jeg s\\'e5 dig i g\\'e5r."))
                                  .variable(Tag::Subject, core::format::outlook::kUnicode, utf16("Inde i"))
                                  .bytes()) +
                tnefFile("K\xF8kken.txt", "hemmeligt") +
                tnefFile("KORT~1.PDF", "PDF",
                         TnefProperties().variable(Tag::AttachLongName, core::format::outlook::kUnicode,
                                                   utf16("kort på vejen.pdf"))));
}

} // namespace tests
