// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The readable text of RTF, or the HTML that was wrapped in it ([MS-OXRTFEX]). Not a renderer.

#include <string>
#include <string_view>

namespace core::format::outlook {

struct RtfText {
    std::string text; // UTF-8
    bool isHtml = false;
};

RtfText readRtf(std::string_view rtf);

} // namespace core::format::outlook
