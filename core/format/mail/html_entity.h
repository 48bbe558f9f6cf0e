// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Character references of HTML: &amp; &#248; &#xF8; &oslash;. Not the full list of HTML 5: Latin 1, Greek and
// the signs that mail programs write.

#include <string>
#include <string_view>

namespace core::format::mail {

// The reference at the start of `text` (which begins with "&") appended as UTF-8. Returns its length, 0 where
// it is none and the "&" stands for itself.
std::size_t appendEntity(std::string_view text, std::string& out);

} // namespace core::format::mail
