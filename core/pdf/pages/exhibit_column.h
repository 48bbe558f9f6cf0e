// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands under one another on the pages of an exhibit: each where it is whole, below the one before or
// on a page of its own. Not what fills its pages by itself, such as a document or a large picture.

#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/stack.h"

namespace core::pdf::pages {

class ExhibitColumn {
public:
    explicit ExhibitColumn(ExhibitFrame& frame) : frame_(frame) {}

    // Where something of that height begins; turns the page where it would not be whole.
    double begin(double height);
    void setEnd(double y) { y_ = y; } // of what was begun
    void close();                     // before a page of another kind, and at the end

private:
    ExhibitFrame& frame_;
    double y_ = 0;
    bool isOpen_ = false;
};

} // namespace core::pdf::pages
