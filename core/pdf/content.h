// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writing the operators of a page's content: numbers without any locale, names, hexadecimal strings.
// Not text layout.

#include <string>
#include <string_view>

namespace core::pdf {

// At most three decimals, no exponent, a point; what is no number is written 0.
void appendNumber(std::string& out, double value);
// Numbers with a blank after each.
void appendNumbers(std::string& out, std::initializer_list<double> values);
void appendHex16(std::string& out, unsigned value); // four digits
void appendCode(std::string& out, unsigned code);   // two bytes inside (…): half as long as <…>
// <FEFF....> of a text, as a text string object.
void appendTextString(std::string& out, std::u16string_view text);

// The bytes packed by Flate (zlib form).
std::string deflated(std::string_view bytes);
std::string inflated(std::string_view packed, std::size_t size);

// What has been drawn on one page. Finished parts are kept packed, since a case has thousands of pages.
class PageContent {
public:
    std::string& open(); // the operators are appended here
    void pack();         // until the page is drawn on again
    std::string packed() const;
    std::string_view closed() const { return done_.bytes; } // after pack()
    void weigh();                                           // packs, and keeps nothing but the size
    std::size_t packedSize() const {
        if (weight_ > 0) return weight_;
        return open_.empty() ? done_.bytes.size() : packed().size();
    }

private:
    struct Part {
        std::string bytes;
        std::size_t size = 0;
    };
    std::string open_;
    Part done_;
    std::size_t weight_ = 0; // of what was let go
};

} // namespace core::pdf
