// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/code_page.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::format::outlook {

std::string charsetOf(std::uint32_t codePage) {
    constexpr std::array<std::pair<std::uint32_t, const char*>, 23> kNames{
        {{932, "shift_jis"},     {936, "gb18030"},       {949, "windows-949"},   {950, "big5"},
         {874, "windows-874"},   {1200, "utf-16le"},     {1201, "utf-16be"},     {10000, "macintosh"},
         {20127, "us-ascii"},    {20866, "koi8-r"},      {21866, "koi8-u"},      {20932, "euc-jp"},
         {50220, "iso-2022-jp"}, {50221, "iso-2022-jp"}, {50222, "iso-2022-jp"}, {50225, "iso-2022-kr"},
         {51932, "euc-jp"},      {51936, "gb18030"},     {51949, "windows-949"}, {52936, "hz-gb-2312"},
         {54936, "gb18030"},     {65000, "utf-7"},       {65001, "utf-8"}}};
    if (codePage == 0) return {};
    for (const auto& [number, name] : kNames)
        if (number == codePage) return name;
    if (codePage >= 1250 && codePage <= 1258) return "windows-" + std::to_string(codePage);
    if (codePage > 28590 && codePage <= 28605) return "iso-8859-" + std::to_string(codePage - 28590);
    return "cp" + std::to_string(codePage);
}

std::uint32_t codePageOfFontCharset(std::uint32_t charset) {
    constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 17> kPages{{{0, 1252},
                                                                              {77, 10000},
                                                                              {128, 932},
                                                                              {129, 949},
                                                                              {130, 1361},
                                                                              {134, 936},
                                                                              {136, 950},
                                                                              {161, 1253},
                                                                              {162, 1254},
                                                                              {163, 1258},
                                                                              {177, 1255},
                                                                              {178, 1256},
                                                                              {186, 1257},
                                                                              {204, 1251},
                                                                              {222, 874},
                                                                              {238, 1250},
                                                                              {255, 850}}};
    for (const auto& [number, page] : kPages)
        if (number == charset) return page;
    return 0;
}

} // namespace core::format::outlook
