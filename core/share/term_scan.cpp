// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/term_scan.h"

#include "core/base/utf8.h"
#include "core/image/place_marks.h"
#include "core/share/encoded_text.h"

#include <algorithm>

namespace core::share {

namespace {

constexpr std::size_t kWindow = 1U << 20U;
// What a window's end cuts stands whole in the next: a term, and the Exif block of a JPEG in base64.
constexpr std::size_t kOverlap = 1U << 17U;

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Without the halves of characters that a cut at either end leaves.
std::string_view wholeCharacters(std::string_view bytes) {
    for (int i = 0; i < 3 && !bytes.empty() && isContinuation(bytes.front()); ++i) bytes.remove_prefix(1);
    std::size_t last = bytes.size();
    for (int i = 0; i < 3 && last > 0 && isContinuation(bytes[last - 1]); ++i) --last;
    if (last == 0) return bytes;
    const auto lead = static_cast<unsigned char>(bytes[last - 1]);
    const std::size_t needs = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    return bytes.size() - (last - 1) < needs ? bytes.substr(0, last - 1) : bytes;
}

bool isTextByte(unsigned char c) { return (c >= 0x20 && c != 0x7F) || c == '\t' || c == '\n' || c == '\r'; }

bool isPlainLetter(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
}

// The parts of bytes that may be text, a line each: long enough, and with three plain letters in a row.
std::string textRuns(std::string_view bytes) {
    constexpr std::size_t kShortest = 6;
    constexpr int kPlain = 3;
    std::string text;
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t end = i;
        int row = 0;
        bool plain = false;
        for (; end < bytes.size() && isTextByte(static_cast<unsigned char>(bytes[end])); ++end) {
            row = isPlainLetter(static_cast<unsigned char>(bytes[end])) ? row + 1 : 0;
            plain = plain || row >= kPlain;
        }
        if (plain && end - i >= kShortest) text.append(bytes.substr(i, end - i)) += '\n';
        i = std::max(end, i + 1);
    }
    return text;
}

// Runs of UTF-16 in scripts up to Arabic, a line each; `high` says which byte of a pair is the high one.
void appendWideRuns(std::string_view bytes, std::size_t begin, std::size_t high, std::string& text) {
    constexpr std::size_t kShortest = 3;
    const auto unitAt = [&](std::size_t i) {
        const auto high8 = static_cast<unsigned char>(bytes[i + high]);
        return static_cast<char32_t>(high8 << 8U | static_cast<unsigned char>(bytes[i + 1 - high]));
    };
    std::string run;
    std::size_t length = 0;
    const auto end = [&] {
        if (length >= kShortest) text += run + '\n';
        run.clear();
        length = 0;
    };
    for (std::size_t i = begin; i + 1 < bytes.size(); i += 2) {
        const char32_t unit = unitAt(i);
        if (unit < 0x20 || unit > 0x6FF) {
            end();
            continue;
        }
        base::appendUtf8(run, unit);
        ++length;
    }
    end();
}

std::string wideRuns(std::string_view bytes) {
    std::string text;
    for (const std::size_t begin : {0U, 1U})
        for (const std::size_t high : {0U, 1U}) appendWideRuns(bytes, begin, high, text);
    return text;
}

} // namespace

void TermScan::feed(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t count = std::min(bytes.size(), kWindow + kOverlap - window_.size());
        window_.append(bytes.substr(0, count));
        bytes.remove_prefix(count);
        if (window_.size() < kWindow + kOverlap) return;
        check();
        window_.erase(0, kWindow);
    }
}

void TermScan::finish() {
    check();
    window_.clear();
}

void TermScan::check() {
    if (!term_ || !place_) look(window_, 0, true);
}

bool TermScan::holdsTerm(std::string_view bytes) const {
    const std::string_view whole = wholeCharacters(bytes);
    if (base::isValidUtf8(whole)) {
        if (redactor_.finds(whole)) return true;
    } else {
        const std::string runs = textRuns(bytes);
        if (redactor_.finds(base::repairUtf8(runs))) return true;
        if (const auto latin = base::fromCharset(runs, "windows-1252"); latin && redactor_.finds(*latin))
            return true;
    }
    return bytes.find('\0') != std::string_view::npos && redactor_.finds(wideRuns(bytes));
}

void TermScan::look(std::string_view bytes, int depth, bool mayBePicture) {
    constexpr int kDeepest = 2; // references in a page that is base64 in a mail
    if (bytes.empty()) return;
    term_ = term_ || (!redactor_.isEmpty() && holdsTerm(bytes));
    place_ = place_ || (mayBePicture && image::carriesPlace(bytes));
    if (depth == kDeepest) return;
    if (encoded_) {
        look(unquotedText(bytes), depth + 1, mayBePicture);
        look(base64Text(bytes), depth + 1, mayBePicture);
    }
    if (redactor_.isEmpty()) return; // what follows is in words only
    look(withoutReferences(bytes), depth + 1, false);
    look(withoutPercents(bytes), depth + 1, false);
    for (const bool asBytes : {false, true}) look(withoutEscapes(bytes, asBytes), depth + 1, false);
    if (encoded_) look(decodedWords(bytes), depth + 1, false);
}

} // namespace core::share
