// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The elements and attributes of the export that mean something to us, found by name without a search.
// All others are passed over.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace core::format::sms {

enum class Element : std::uint8_t { Other, Sms, Mms, Call, Part, Addr, Root };

enum class Attribute : std::uint8_t {
    Address,
    ContactName,
    Date,
    DateSent,
    Type,
    Body,
    Subject, // sms
    Sub,     // mms
    MessageBox,
    MessageType,
    ContentType,
    Name,
    ContentLocation,
    FileName,
    Charset,
    Text,
    Data,
    Count,
    Number,
    Duration,
    Presentation,
    None,
};
inline constexpr std::size_t kAttributes = static_cast<std::size_t>(Attribute::None);

inline constexpr std::array<std::string_view, kAttributes> kAttributeNames{
    "address", "contact_name", "date",   "date_sent", "type",   "body",     "subject",
    "sub",     "msg_box",      "m_type", "ct",        "name",   "cl",       "fn",
    "chset",   "text",         "data",   "count",     "number", "duration", "presentation"};

inline constexpr std::size_t kLongestName = 64; // of an attribute; a longer one is none

constexpr std::array<bool, 256> makeNameBytes() {
    std::array<bool, 256> table{};
    for (const char c :
         std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}
inline constexpr auto kNameBytes = makeNameBytes();

constexpr bool isNameByte(char c) { return kNameBytes[static_cast<unsigned char>(c)]; }

// Of the name at the start of `text`; more than kLongestName where it is longer.
constexpr std::size_t nameLength(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && n <= kLongestName && isNameByte(text[n])) ++n;
    return n;
}

constexpr std::size_t attributeSlot(std::string_view name) {
    const auto byte = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    return (name.size() * 1 + byte(name[name.size() / 2]) * 1 + byte(name.back()) * 7) % 256;
}

constexpr auto makeAttributeTable() {
    std::array<Attribute, 256> table{};
    for (auto& entry : table) entry = Attribute::None;
    for (std::size_t i = 0; i < kAttributes; ++i)
        table[attributeSlot(kAttributeNames[i])] = static_cast<Attribute>(i);
    return table;
}
inline constexpr auto kAttributeTable = makeAttributeTable();

constexpr Attribute attributeOf(std::string_view name) {
    if (name.empty()) return Attribute::None;
    const Attribute found = kAttributeTable[attributeSlot(name)];
    if (found == Attribute::None || kAttributeNames[static_cast<std::size_t>(found)] != name)
        return Attribute::None;
    return found;
}

constexpr bool everyAttributeIsFound() {
    for (std::size_t i = 0; i < kAttributes; ++i)
        if (attributeOf(kAttributeNames[i]) != static_cast<Attribute>(i)) return false;
    return true;
}
static_assert(everyAttributeIsFound(), "two names share a slot: change the factors of attributeSlot");

constexpr Element elementOf(std::string_view name) {
    if (name == "sms") return Element::Sms;
    if (name == "mms") return Element::Mms;
    if (name == "part") return Element::Part;
    if (name == "addr") return Element::Addr;
    if (name == "call") return Element::Call;
    if (name == "smses" || name == "allsms" || name == "calls") return Element::Root;
    return Element::Other;
}

} // namespace core::format::sms
