// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/pdf_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <memory>
#include <mutex>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace core::format::document {

namespace {

constexpr int kMostPages = 5000;
constexpr auto kMostTime = std::chrono::seconds(20); // looked at between pages

// The library keeps process-wide state.
std::mutex& popplerMutex() {
    static std::mutex mutex;
    return mutex;
}

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string out = base::repairUtf8(std::string_view(bytes.data(), bytes.size()));
    std::erase(out, '\0');
    std::erase(out, '\r');
    return out;
}

double finite(double value) { return std::isfinite(value) ? value : 0; }

// What a reader shows of a page, upright. poppler takes a rectangle in this measure, and not in the page's
// own, which it gives.
poppler::rectf shownOf(const poppler::page& page) {
    const poppler::rectf box = page.page_rect(poppler::crop_box);
    const double width = std::max(1.0, finite(box.width())), height = std::max(1.0, finite(box.height()));
    const auto turn = page.orientation();
    const bool isTurned = turn == poppler::page::landscape || turn == poppler::page::seascape;
    return {0, 0, isTurned ? height : width, isTurned ? width : height};
}

// All of a page, what a crop box cuts off too: the file leaves with it, and it is searched before.
poppler::rectf everywhere(const poppler::page& page) {
    constexpr double kLeast = 600, kMost = 15'000; // points
    const poppler::rectf sheet = page.page_rect(poppler::media_box);
    const double side = std::clamp(finite(std::max(sheet.width(), sheet.height())), kLeast, kMost);
    return {-side, -side, 3 * side, 3 * side};
}

void readPages(const poppler::document& pdf, const std::function<void()>& alive, PdfPart part,
               Content& content) {
    const auto end = std::chrono::steady_clock::now() + kMostTime;
    const int pages = pdf.pages();
    for (int i = 0; i < pages && !content.isCut; ++i) {
        alive();
        if (i >= kMostPages || std::chrono::steady_clock::now() >= end) {
            content.isCut = true;
            break;
        }
        const std::unique_ptr<poppler::page> page(pdf.create_page(i));
        if (!page) {
            content.damage = "page " + std::to_string(i + 1);
            continue;
        }
        const poppler::rectf area = part == PdfPart::All ? everywhere(*page) : shownOf(*page);
        std::string text = utf8(page->text(area, poppler::page::non_raw_non_physical_layout));
        std::replace(text.begin(), text.end(), '\f', '\n');
        addText(content, text);
    }
    content.isPictures = pages > 0 && content.text.find_first_not_of(" \n\t") == std::string::npos;
    if (content.isPictures) content.text.clear();
}

PdfWord wordOf(const poppler::text_box& box) {
    const poppler::rectf at = box.bbox();
    PdfWord word;
    word.text = utf8(box.text());
    word.turn = box.rotation() & 3;
    const double left = finite(at.left()), right = finite(at.right());
    const double top = finite(at.top()), bottom = finite(at.bottom());
    const bool isUpright = word.turn % 2 == 0; // else its line runs down or up the page
    word.left = isUpright ? left : word.turn == 1 ? top : -bottom;
    word.right = isUpright ? right : word.turn == 1 ? bottom : -top;
    word.bottom = isUpright ? bottom : word.turn == 1 ? -left : right;
    word.height = std::max(1.0, isUpright ? bottom - top : right - left);
    if (word.turn == 2) {
        word.left = -right;
        word.right = -left;
        word.bottom = -top;
    }
    return word;
}

// A word of two fonts comes in two pieces.
bool goesOn(const PdfWord& word, const PdfWord& next) {
    constexpr double kNoBlank = 0.1; // parts of the height
    return word.turn == next.turn && std::abs(next.left - word.right) < kNoBlank * word.height &&
           std::abs(next.bottom - word.bottom) < kNoBlank * word.height;
}

std::vector<PdfWord> wordsOf(const poppler::page& page) {
    std::vector<PdfWord> words;
    bool isOpen = false; // no blank stands after the last word
    for (const poppler::text_box& box : page.text_list()) {
        PdfWord word = wordOf(box);
        if (word.text.empty()) continue;
        if (isOpen && goesOn(words.back(), word)) {
            words.back().text += word.text;
            words.back().right = std::max(words.back().right, word.right);
        } else {
            words.push_back(std::move(word));
        }
        isOpen = !box.has_space_after();
    }
    return words;
}

std::unique_ptr<poppler::document> open(std::string_view bytes) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

bool areDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string isoOfPdfDate(std::string_view text) {
    if (text.starts_with("D:")) text.remove_prefix(2);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits < 8) return {};
    const auto part = [&](std::size_t at) { return std::string(text.substr(at, 2)); };
    std::string iso = std::string(text.substr(0, 4)) + "-" + part(4) + "-" + part(6);
    if (digits < 12) return iso;
    iso += "T" + part(8) + ":" + part(10) + (digits >= 14 ? ":" + part(12) : "");
    const std::string_view zone = text.substr(digits);
    if (zone.starts_with('Z')) return iso + "Z";
    if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-') || !areDigits(zone.substr(1, 2))) return iso;
    const bool hasMinutes = zone.size() >= 6 && areDigits(zone.substr(4, 2));
    return iso + std::string(zone.substr(0, 3)) + ":" + (hasMinutes ? std::string(zone.substr(4, 2)) : "00");
}

Content readPdf(std::string_view bytes, const std::function<void()>& alive, PdfPart part) {
    Content content;
    const std::lock_guard lock(popplerMutex());
    const std::unique_ptr<poppler::document> pdf = open(bytes);
    if (!pdf) {
        content.damage = "pdf";
        return content;
    }
    if (pdf->is_locked()) {
        content.isSealed = true;
        return content;
    }
    content.title = utf8(pdf->info_key("Title"));
    content.created = isoOfPdfDate(utf8(pdf->info_key("CreationDate")));
    content.saved = isoOfPdfDate(utf8(pdf->info_key("ModDate")));
    readPages(*pdf, alive, part, content);
    return content;
}

std::optional<std::vector<PdfWord>> readPdfWords(std::string_view bytes, const std::function<void()>& alive) {
    const std::lock_guard lock(popplerMutex());
    const std::unique_ptr<poppler::document> pdf = open(bytes);
    if (!pdf || pdf->is_locked() || pdf->pages() > kMostPages) return std::nullopt;
    const auto end = std::chrono::steady_clock::now() + kMostTime;
    std::vector<PdfWord> all;
    std::size_t room = kMostText;
    for (int i = 0; i < pdf->pages(); ++i) {
        alive();
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        if (!page || std::chrono::steady_clock::now() >= end) return std::nullopt;
        std::vector<PdfWord> words = wordsOf(*page);
        for (const PdfWord& word : words) {
            if (word.text.size() >= room) return std::nullopt;
            room -= word.text.size() + 1;
        }
        setLines(words, all.size());
        std::move(words.begin(), words.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace core::format::document
