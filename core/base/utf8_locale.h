// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lets the zip library see names as UTF-8 on this thread, whatever locale the program was started in. Not for
// text of ours: that needs no locale.

#include <clocale>

#include <locale.h>

namespace core::base {

class Utf8Locale {
public:
    Utf8Locale() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
    }
    ~Utf8Locale() {
        if (utf8_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(utf8_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    locale_t utf8_;
    locale_t before_ = nullptr;
};

} // namespace core::base
