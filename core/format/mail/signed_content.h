// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a signature of S/MIME was put around (CMS SignedData, RFC 5652). The signature itself is not checked.

#include <optional>
#include <string>
#include <string_view>

namespace core::format::mail {

// The signed bytes: a part of a mail with its headers. None where the message is sealed or none at all.
std::optional<std::string> signedContent(std::string_view cms);

} // namespace core::format::mail
