// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Looks for protected terms in bytes of any kind as they stream by: UTF-8, single-byte text, UTF-16, and text
// between the bytes of pictures, and what is encoded in them as mails do it. Not in what is compressed or
// encrypted: nothing can be seen there.

#include "core/report/redactor.h"

#include <string>
#include <string_view>

namespace core::share {

class TermScan {
public:
    // `encoded`: look into quoted-printable, base64 and character references too.
    TermScan(const report::Redactor& redactor, bool encoded) : redactor_(redactor), encoded_(encoded) {}

    void feed(std::string_view bytes);
    bool finish(); // the rest; true where a term was found. The scan starts over afterwards.

private:
    void check();
    bool holds(std::string_view bytes, int depth) const;

    const report::Redactor& redactor_;
    bool encoded_;
    std::string window_;
    bool found_ = false;
};

} // namespace core::share
