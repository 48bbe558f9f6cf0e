// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Streams of a foreign PDF unpacked under a budget, and the budget itself. Internal to core/pdf.

#include "core/pdf/foreign_page.h"

#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>

#include <qpdf/QPDFObjectHandle.hh>

namespace core::pdf {

// Ends the reading of a foreign PDF; never leaves core/pdf.
class ForeignRefusal : public std::runtime_error {
public:
    explicit ForeignRefusal(ForeignTrouble why) : std::runtime_error("refused"), trouble(why) {}
    ForeignTrouble trouble;
};

// What one file may still cost.
struct ForeignBudget {
    explicit ForeignBudget(const ForeignLimits& limits)
        : bytes(limits.mostUnpacked), objects(limits.mostObjects),
          end(std::chrono::steady_clock::now() + limits.mostTime) {}
    std::size_t bytes, objects;
    std::chrono::steady_clock::time_point end;
    bool isDamaged = false; // something was left out

    void takeObject() {
        if (objects == 0 || std::chrono::steady_clock::now() > end)
            throw ForeignRefusal(ForeignTrouble::TooLarge);
        --objects;
    }
    void takeBytes(std::size_t count) {
        if (count > bytes) throw ForeignRefusal(ForeignTrouble::TooLarge);
        bytes -= count;
    }
};

enum class Unpack { Nothing, Filters }; // as it is stored (but decrypted); without its filters for bytes
// As far as it can be read; where it cannot, the budget says that the file is damaged.
std::string streamBytes(QPDFObjectHandle stream, Unpack unpack, ForeignBudget& budget);

} // namespace core::pdf
