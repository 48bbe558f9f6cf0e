// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/input.h"

namespace core::format::json {

bool Input::fill() {
    if (atEnd_) return false;
    before_ += end_;
    at_ = 0;
    end_ = source_.read(bytes_.data(), bytes_.size());
    atEnd_ = end_ == 0;
    if (!atEnd_) sink_.position(before_ + end_);
    return !atEnd_;
}

void Input::skipByteOrderMark() {
    for (const int byte : {0xEF, 0xBB, 0xBF}) {
        if (peek() != byte) return; // a part of a mark is junk and told as such
        skip();
    }
}

int Input::peekPastBlanks() {
    for (;;) {
        const int c = peek();
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
        skip();
    }
}

} // namespace core::format::json
