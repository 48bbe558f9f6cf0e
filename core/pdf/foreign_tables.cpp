// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_tables.h"

#include "core/base/ascii.h"

#include <cstddef>
#include <string>

namespace core::pdf {

namespace {

constexpr std::size_t kMostPacked =
    512 * 1024; // a thousandfold of it, as deflate can hide, still fits memory
constexpr int kMostTables = 10'000;

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// Filters in a dictionary, by any of their names.
int filtersIn(std::string_view dictionary) {
    int count = 0;
    for (const std::string_view name : {"/Fl", "/LZW", "/RunLength", "/RL"})
        for (std::size_t at = dictionary.find(name); at != std::string_view::npos;
             at = dictionary.find(name, at + 1))
            ++count;
    return count;
}

// Names with their letters: "/Obj#53tm" is "/ObjStm".
std::string plainNames(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '#' && i + 2 < text.size() ? base::hexDigit(text[i + 1]) : -1;
        const int low = high >= 0 ? base::hexDigit(text[i + 2]) : -1;
        out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
        if (low >= 0) i += 2;
    }
    return out;
}

} // namespace

bool areTablesBounded(std::string_view bytes) {
    constexpr std::string_view kStream = "stream";
    std::size_t after = 0; // the end of the word before
    int tables = 0;
    for (std::size_t at = bytes.find(kStream); at != std::string_view::npos;
         at = bytes.find(kStream, after)) {
        // Whatever stands before it since the last one: its dictionary, and objects that are no streams.
        const std::string_view before = bytes.substr(after, at - after);
        after = at + kStream.size();
        if (before.ends_with("end")) continue;
        const std::string dictionary = plainNames(before);
        if (!has(dictionary, "/ObjStm") && !has(dictionary, "/XRef")) continue;
        if (++tables > kMostTables || filtersIn(dictionary) > 1) return false;
        if (!has(bytes.substr(after, kMostPacked), "endstream")) return false;
    }
    return true;
}

} // namespace core::pdf
