// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/tnef_properties.h"

#include "core/format/outlook/bytes.h"

#include <algorithm>

namespace core::format::outlook {

namespace {

constexpr std::uint16_t kMultiple = 0x1000; // flag of a type: several values
constexpr std::size_t kGuid = 16;

class Taker {
public:
    explicit Taker(std::string_view& bytes) : bytes_(bytes) {}

    bool failed() const { return failed_; }
    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) {
            failed_ = true;
            count = bytes_.size();
        }
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }
    std::uint32_t number() { return u32At(take(4), 0); }
    // Bytes behind their length, filled up to a multiple of four.
    std::string_view padded() {
        const std::size_t length = number();
        const std::string_view value = take(length);
        bytes_.remove_prefix(std::min(bytes_.size(), (4 - length % 4) % 4));
        return value;
    }

private:
    std::string_view& bytes_;
    bool failed_ = false;
};

bool isVariable(std::uint16_t type) {
    return type == kString8 || type == kUnicode || type == kObject || type == kBinary;
}

// Bytes of a value of fixed size, as written; 0 for a type that is not known.
std::size_t sizeOf(std::uint16_t type) {
    switch (type) {
    case kInteger16:
    case kInteger32:
    case 0x0004: // float
    case 0x000A: // error
    case kBoolean:
        return 4;
    case 0x0005: // double
    case 0x0006: // currency
    case 0x0007: // floating time
    case kInteger64:
    case kTime:
        return 8;
    case 0x0048: // GUID
        return kGuid;
    default:
        return 0;
    }
}

// The key of a property that stands under a name; 0 where the name is a text.
std::uint32_t takeName(Taker& taker) {
    taker.take(kGuid);
    if (taker.number() == 0) return named(taker.number());
    taker.padded();
    return 0;
}

} // namespace

bool takeProperties(std::string_view& bytes, PropertyBag& bag, std::string_view& content) {
    Taker taker(bytes);
    for (std::uint32_t left = taker.number(); left > 0 && !taker.failed(); --left) {
        const std::string_view head = taker.take(4);
        const auto full = u16At(head, 0);
        const auto type = static_cast<std::uint16_t>(full & ~kMultiple);
        std::uint32_t key = u16At(head, 2);
        if (key >= 0x8000) key = takeName(taker);
        const bool isSeveral = (full & kMultiple) != 0;
        std::uint32_t count = isSeveral || isVariable(type) ? taker.number() : 1;
        if (!isVariable(type) && sizeOf(type) == 0) return false; // what follows cannot be told apart
        for (; count > 0 && !taker.failed(); --count) {
            const std::string_view value = isVariable(type) ? taker.padded() : taker.take(sizeOf(type));
            if (isSeveral || key == 0 || taker.failed()) continue;
            if (key == static_cast<std::uint32_t>(Tag::AttachData))
                content = value;
            else
                bag.set(key, type, std::string(value.substr(0, kMaxValue)), value.size() > kMaxValue);
        }
    }
    return !taker.failed();
}

} // namespace core::format::outlook
