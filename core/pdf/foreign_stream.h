// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Streams of a foreign PDF unpacked under a budget, and the budget itself. Internal to core/pdf.

#include "core/pdf/foreign_page.h"

#include <cstddef>
#include <cstdint>
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
class ForeignBudget {
public:
    ForeignBudget(const ForeignLimits& limits, const base::Progress* progress);

    bool isDamaged = false; // something was left out

    // Before every small step. Throws ForeignRefusal where the time is over or the user has stopped it; qpdf
    // may take that for a damaged object and go on, so throwIfOver() is asked at the end.
    void look() {
        if (isOver_ || (progress_ != nullptr && progress_->isCancelled()) ||
            (++steps_ % kStepsALook == 0 && isLate()))
            stop(ForeignTrouble::Heavy);
    }
    void takeObject() {
        look();
        if (objects_ == 0) stop(ForeignTrouble::Heavy);
        --objects_;
    }
    void takeBytes(std::size_t count) {
        if (count > bytes_) stop(ForeignTrouble::Packed);
        bytes_ -= count;
    }
    // Steps of drawing one page.
    void checkWork(double steps) {
        if (!(steps <= mostWork_)) stop(ForeignTrouble::Heavy);
    }
    std::size_t bytesLeft() const { return bytes_; }
    void throwIfOver() const {
        if (isOver_) throw ForeignRefusal(why_);
    }

private:
    static constexpr unsigned kStepsALook = 64; // of the clock, which is slow
    bool isLate() const;
    [[noreturn]] void stop(ForeignTrouble why);

    std::size_t bytes_, objects_;
    double mostWork_;
    std::int64_t endNs_; // of this thread's own time: a busy computer refuses nothing
    const base::Progress* progress_;
    unsigned steps_ = 0;
    bool isOver_ = false;
    ForeignTrouble why_ = ForeignTrouble::Heavy;
};

enum class Unpack { Nothing, Filters }; // as it is stored (but decrypted); without its filters for bytes
// As far as it can be read; where it cannot, the budget says that the file is damaged.
std::string streamBytes(QPDFObjectHandle stream, Unpack unpack, ForeignBudget& budget);

} // namespace core::pdf
