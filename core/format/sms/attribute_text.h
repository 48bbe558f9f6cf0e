// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns the bytes of an attribute value, in pieces of any size, into clean UTF-8: references resolved,
// surrogate halves joined, white space as XML says, what is no character replaced and counted.
// Entities of a DTD are not known here and stay as written.

#include <cstdint>
#include <string>
#include <string_view>

namespace core::format::sms {

class AttributeText {
public:
    // `charset` is that of the raw bytes (empty = UTF-8) and must outlive the value. Beyond `limit` bytes the
    // rest of the value is dropped and isCut() says so.
    void start(const std::string& charset, std::size_t limit);
    // Takes what it can and says how many bytes; it leaves an unfinished reference unless `last`.
    std::size_t feed(std::string_view raw, bool last);
    void finish();

    std::string& text() { return text_; }
    bool isCut() const { return isCut_; }
    std::uint64_t invalid() const { return invalid_; } // characters replaced since start()

private:
    std::size_t reference(std::string_view raw, bool last);
    void codeUnit(std::uint32_t value);
    void dropHigh();
    void run(std::string_view plain);
    void blank(char c);
    void replace();
    void repair();

    std::string text_;
    const std::string* charset_ = nullptr;
    std::size_t limit_ = 0;
    std::uint32_t high_ = 0; // a high surrogate half that waits for its low one
    bool afterCr_ = false;
    bool hasHighBytes_ = false;
    bool isCut_ = false;
    std::uint64_t invalid_ = 0;
};

} // namespace core::format::sms
