// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/exhibit_column.h"

namespace core::pdf::pages {

double ExhibitColumn::begin(double height) {
    constexpr double kBetween = 6;
    if (isOpen_ && y_ + kBetween + height <= frame_.bottom()) return y_ += kBetween;
    close();
    frame_.beginPage();
    isOpen_ = true;
    return y_ = frame_.top();
}

void ExhibitColumn::close() {
    if (isOpen_) frame_.endPage({});
    isOpen_ = false;
}

} // namespace core::pdf::pages
