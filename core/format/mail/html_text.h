// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The readable text of an HTML body. Not a renderer: nothing is fetched, run, styled or linked.

#include <string>
#include <string_view>

namespace core::format::mail {

// `html` is UTF-8. Tags, comments, scripts and styles go; line breaks stand where blocks begin and end.
std::string htmlToText(std::string_view html);

// The charset that a <meta> near the beginning names; empty where none does.
std::string htmlCharset(std::string_view bytes);

} // namespace core::format::mail
