// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Looks for protected terms in bytes of any kind as they stream by: UTF-8, single-byte text, UTF-16, and text
// between the bytes of pictures, and what is encoded in them as mails do it; and for the place where a
// picture was made. Not in what is compressed or encrypted: nothing can be seen there.

#include "core/report/redactor.h"

#include <string>
#include <string_view>

namespace core::share {

class TermScan {
public:
    // `encoded`: look into quoted-printable, base64 and encoded words too; references and %XX are always.
    TermScan(const report::Redactor& redactor, bool encoded) : redactor_(redactor), encoded_(encoded) {}

    void feed(std::string_view bytes);
    void finish(); // the rest; what was found is known then
    bool foundTerm() const { return term_; }
    bool foundPlace() const { return place_; }

private:
    void check();
    void look(std::string_view bytes, int depth, bool mayBePicture);
    bool holdsTerm(std::string_view bytes) const;

    const report::Redactor& redactor_;
    bool encoded_;
    std::string window_;
    bool term_ = false, place_ = false;
};

} // namespace core::share
