// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/pdf_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <chrono>
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

void readPages(const poppler::document& pdf, const std::function<void()>& alive, Content& content) {
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
        std::string text = utf8(page->text(page->page_rect(), poppler::page::non_raw_non_physical_layout));
        std::replace(text.begin(), text.end(), '\f', '\n');
        addText(content, text);
    }
    content.isPictures = pages > 0 && content.text.find_first_not_of(" \n\t") == std::string::npos;
    if (content.isPictures) content.text.clear();
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

Content readPdf(std::string_view bytes, const std::function<void()>& alive) {
    Content content;
    const std::lock_guard lock(popplerMutex());
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
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
    readPages(*pdf, alive, content);
    return content;
}

} // namespace core::format::document
