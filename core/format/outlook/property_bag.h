// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The properties of an Outlook message, recipient or attachment ([MS-OXPROPS]), wherever they were stored: in
// an .msg, a .pst or a winmail.dat. Not what they make of a record: message_record.h.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::outlook {

// Numbers of the properties that are read.
enum class Tag : std::uint32_t {
    MessageClass = 0x001A,
    Subject = 0x0037,
    ClientSubmitTime = 0x0039,
    SentRepresentingName = 0x0042,
    StartDate = 0x0060,
    EndDate = 0x0061,
    SentRepresentingType = 0x0064,
    SentRepresentingAddress = 0x0065,
    TransportHeaders = 0x007D,
    RecipientType = 0x0C15,
    SenderName = 0x0C1A,
    SenderType = 0x0C1E,
    SenderAddress = 0x0C1F,
    DisplayBcc = 0x0E02,
    DisplayCc = 0x0E03,
    DisplayTo = 0x0E04,
    DeliveryTime = 0x0E06,
    MessageFlags = 0x0E07,
    Body = 0x1000,
    RtfCompressed = 0x1009,
    Html = 0x1013,
    InternetMessageId = 0x1035,
    InternetReferences = 0x1039,
    InReplyTo = 0x1042,
    DisplayName = 0x3001,
    AddressType = 0x3002,
    Address = 0x3003,
    CreationTime = 0x3007,
    ModificationTime = 0x3008,
    AttachData = 0x3701,
    AttachExtension = 0x3703,
    AttachName = 0x3704,
    AttachMethod = 0x3705,
    AttachLongName = 0x3707,
    AttachMime = 0x370E,
    AttachContentId = 0x3712,
    AttachFlags = 0x3714,
    AttachHidden = 0x7FFE,
    SmtpAddress = 0x39FE,
    BusinessPhone = 0x3A08,
    HomePhone = 0x3A09,
    CompanyName = 0x3A16,
    Title = 0x3A17,
    MobilePhone = 0x3A1C,
    HomeAddress = 0x3A15,
    InternetCodePage = 0x3FDE,
    MessageCodePage = 0x3FFD,
    SenderSmtp = 0x5D01,
    SentRepresentingSmtp = 0x5D02,
    // Named ones, by their number in the list of names, see named().
    ContactEmail1 = 0x18083,
    ContactEmail2 = 0x18093,
    ContactEmail3 = 0x180A3,
    Location = 0x18208,
    AppointmentStart = 0x1820D,
    AppointmentEnd = 0x1820E,
};

// The key of a property that has a number in the list of names instead of one of its own.
constexpr std::uint32_t named(std::uint32_t number) { return 0x10000 | (number & 0xFFFFU); }

class PropertyBag {
public:
    // Bytes as stored; a number of up to eight bytes as its bytes.
    void set(std::uint32_t key, std::uint16_t type, std::string bytes, bool isCut = false);
    // The code page of text that is not Unicode, where the properties themselves name none.
    void setFallbackCodePage(std::uint32_t page) { fallbackPage_ = page; }
    std::uint32_t codePage() const; // 0: not known

    bool has(Tag tag) const { return find(tag) != nullptr; }
    bool isCut(Tag tag) const;
    // UTF-8, without NUL at its end; empty where there is none.
    std::string text(Tag tag) const;
    std::int64_t number(Tag tag, std::int64_t otherwise = 0) const;
    std::optional<std::int64_t> timeMs(Tag tag) const; // ms since 1970, UTC
    std::string_view bytes(Tag tag) const;             // as stored
    bool isUnicode(Tag tag) const;
    bool isText(Tag tag) const;

private:
    struct Value {
        std::uint16_t type = 0;
        bool isCut = false;
        std::string bytes;
    };
    const Value* find(Tag tag) const;

    std::map<std::uint32_t, Value> values_;
    std::uint32_t fallbackPage_ = 0;
};

// Types of properties.
inline constexpr std::uint16_t kInteger16 = 0x0002;
inline constexpr std::uint16_t kInteger32 = 0x0003;
inline constexpr std::uint16_t kBoolean = 0x000B;
inline constexpr std::uint16_t kObject = 0x000D;
inline constexpr std::uint16_t kInteger64 = 0x0014;
inline constexpr std::uint16_t kString8 = 0x001E;
inline constexpr std::uint16_t kUnicode = 0x001F;
inline constexpr std::uint16_t kTime = 0x0040;
inline constexpr std::uint16_t kBinary = 0x0102;

// What is kept of one value, bytes.
inline constexpr std::size_t kMaxValue = std::size_t{16} << 20;

} // namespace core::format::outlook
