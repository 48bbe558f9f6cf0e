// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text between core (UTF-8 std::string) and windows (wxString). No translation here: that is _().

#include <filesystem>
#include <string>
#include <string_view>

#include <wx/string.h>

namespace ui::common {

// Malformed UTF-8 is shown byte by byte as Latin-1 instead of vanishing: core repairs what it stores, so this
// is for file names only.
inline wxString toWx(std::string_view text) {
    wxString out = wxString::FromUTF8(text.data(), text.size());
    if (out.empty() && !text.empty()) out = wxString(text.data(), wxConvISO8859_1, text.size());
    return out;
}
inline wxString toWx(const std::string& text) { return toWx(std::string_view(text)); }
inline wxString toWx(const char* text) { return toWx(std::string_view(text)); }
inline wxString toWx(const std::filesystem::path& path) { return toWx(std::string_view(path.string())); }

inline std::string toUtf8(const wxString& text) { return text.utf8_string(); }
inline std::filesystem::path toPath(const wxString& text) {
    return std::filesystem::path(text.fn_str().data());
}

} // namespace ui::common
