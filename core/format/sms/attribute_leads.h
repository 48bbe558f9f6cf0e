// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stood before the values of the last tag of a kind, blank, name, sign and quote: the next tag of that
// kind begins its values the same way in nearly every export, and need not be taken apart again.

#include "core/format/sms/names.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace core::format::sms {

class AttributeLead {
public:
    static constexpr std::size_t kLongest = 32; // bytes

    AttributeLead() = default;
    AttributeLead(std::string_view written, Attribute name) : size_(written.size()), name_(name) {
        std::array<char, kLongest> bytes{};
        std::array<char, kLongest> mask{};
        for (std::size_t i = 0; i < size_; ++i) {
            bytes[i] = written[i];
            mask[i] = '\xFF';
        }
        std::memcpy(words_.data(), bytes.data(), kLongest);
        std::memcpy(masks_.data(), mask.data(), kLongest);
    }

    // `at` holds kLongest bytes.
    bool standsAt(const char* at) const {
        std::array<std::uint64_t, kLongest / 8> words;
        std::memcpy(words.data(), at, kLongest);
        std::uint64_t differs = 0;
        for (std::size_t i = 0; i < words.size(); ++i) differs |= (words[i] ^ words_[i]) & masks_[i];
        return differs == 0 && size_ > 0;
    }
    std::size_t size() const { return size_; }
    Attribute name() const { return name_; }

private:
    std::array<std::uint64_t, kLongest / 8> words_{};
    std::array<std::uint64_t, kLongest / 8> masks_{};
    std::size_t size_ = 0;
    Attribute name_ = Attribute::None;
};

class AttributeLeads {
public:
    void beginTag(Element element) {
        leads_ = &all_[static_cast<std::size_t>(element)];
        next_ = 0;
    }
    // Of the attribute that comes; null where the tags before had fewer.
    const AttributeLead* expected() const { return next_ < leads_->size() ? &(*leads_)[next_] : nullptr; }
    void learn(std::string_view written, Attribute name) {
        if (next_ >= kMost || written.size() > AttributeLead::kLongest) return;
        if (next_ >= leads_->size()) leads_->resize(next_ + 1);
        (*leads_)[next_] = AttributeLead(written, name);
    }
    void pass() { ++next_; } // the attribute is read

private:
    static constexpr std::size_t kMost = 64; // of a tag
    std::array<std::vector<AttributeLead>, static_cast<std::size_t>(Element::Root) + 1> all_;
    std::vector<AttributeLead>* leads_ = all_.data();
    std::size_t next_ = 0;
};

} // namespace core::format::sms
