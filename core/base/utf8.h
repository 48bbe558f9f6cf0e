// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UTF-8: checking, repairing, stepping, folding, and bytes of other charsets turned into it (ICU).
// Core speaks UTF-8 std::string only; what comes in otherwise is turned here, and losses are said.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace core::base {

inline constexpr char32_t kReplacement = 0xFFFD;

bool isValidUtf8(std::string_view text);

// Each malformed byte sequence becomes U+FFFD. `replaced`, if given, counts them.
std::string repairUtf8(std::string_view text, std::size_t* replaced = nullptr);

// The code point at `pos`, moving `pos` on; U+FFFD for a malformed byte (one byte is passed over).
char32_t nextCodePoint(std::string_view text, std::size_t& pos);

void appendUtf8(std::string& out, char32_t codePoint);

// Bytes in a charset by its MIME or IANA name. None for an unknown name. Bytes the charset does not have
// become U+FFFD and are counted. "iso-8859-1" and "us-ascii" with bytes 0x80 to 0x9F are read as
// windows-1252, as every mail program does (WHATWG Encoding,
// https://encoding.spec.whatwg.org/#names-and-labels).
std::optional<std::string> fromCharset(std::string_view bytes, const std::string& charset,
                                       std::size_t* replaced = nullptr);

std::string toNfc(std::string_view text);

// For searching and comparing: lower case, å and aa alike, æ/ä as ae, ø/ö as oe, other accents dropped.
// Its result may never change without the search index being rebuilt: kFoldVersion says which one it is.
inline constexpr int kFoldVersion = 1;
std::string foldForSearch(std::string_view text);

// The first `count` grapheme clusters of a text, without cutting an emoji or a letter with its accents.
std::string firstGraphemes(std::string_view text, std::size_t count);

} // namespace core::base
