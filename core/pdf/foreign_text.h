// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text out of the drawing operators of a foreign PDF, for the search for what may not leave: what lies
// outside the page or under a box too. Not for reading: order and blanks are those of the drawing.

#include "core/pdf/foreign_stream.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <qpdf/QPDFObjectHandle.hh>

namespace core::pdf {

// What it takes to draw some operators, besides the forms and pictures that they call.
struct ForeignWork {
    double steps = 0;
    std::map<std::string, double> calls; // by their names among the resources
};

class ForeignText {
public:
    explicit ForeignText(ForeignBudget& budget) : budget_(budget) {}

    ForeignWork add(std::string_view operators, QPDFObjectHandle resources);
    const std::string& text() const { return text_; }
    bool hasUnknownLetters() const { return unknown_ * 10 > shown_; }

private:
    struct Font {
        bool isWide = false;   // two bytes a code
        double stepsASign = 0; // of a font whose signs are drawings
        std::map<unsigned, std::string> letters;
    };
    std::shared_ptr<Font> fontOf(QPDFObjectHandle resources, const std::string& name);
    std::shared_ptr<Font> readFont(QPDFObjectHandle font);
    void readSimpleCodes(QPDFObjectHandle encoding, Font& font) const;
    void readUnicodeMap(std::string_view map, Font& font) const;
    void show(const std::string& codes, const Font* font);
    void addString(std::string_view text); // of a dictionary among the operators

    ForeignBudget& budget_;
    std::map<QPDFObjGen, std::shared_ptr<Font>> fonts_;
    std::string text_;
    std::size_t shown_ = 0, unknown_ = 0;
};

} // namespace core::pdf
