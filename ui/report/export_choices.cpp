// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_choices.h"

#include <array>
#include <charconv>
#include <sstream>
#include <string_view>

namespace ui::report {

using core::base::Language;
using core::share::Archive;
using core::share::Audience;
using core::share::LogFormat;
using core::share::Variant;

namespace {

constexpr std::array<std::string_view, 5> kKinds{"pdf", "empty", "csv", "docx", "json"};
constexpr std::array<std::string_view, 2> kAudiences{"adviser", "police"};
constexpr std::array<std::string_view, 2> kVariants{"short", "full"};
constexpr std::array<std::string_view, 2> kLanguages{"da", "en"};
constexpr std::array<std::string_view, 3> kOrders{"form", "newest", "oldest"};
constexpr std::array<std::string_view, 3> kArchives{"none", "2b", "1b"};
constexpr std::array<std::string_view, 2> kConversations{"bubbles", "table"};
constexpr std::array<std::string_view, 2> kHeaders{"short", "full"};
constexpr int kMostMegabytes = 1000;
constexpr int kMostAround = 9;
constexpr std::uint64_t kMegabyte = 1'000'000;

template <typename Value, std::size_t N>
void read(Value& value, const std::array<std::string_view, N>& words, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word) value = static_cast<Value>(i);
}

template <typename Value, std::size_t N>
std::string_view wordOf(Value value, const std::array<std::string_view, N>& words) {
    return words[static_cast<std::size_t>(value)];
}

int numberIn(std::string_view text, int most, int otherwise) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && number >= 0 && number <= most ? number : otherwise;
}

} // namespace

std::optional<LogFormat> logFormatOf(ExportKind kind) {
    switch (kind) {
    case ExportKind::Csv:
        return LogFormat::Csv;
    case ExportKind::Docx:
        return LogFormat::Docx;
    case ExportKind::Json:
        return LogFormat::Json;
    case ExportKind::Pdf:
    case ExportKind::EmptyForm:
        break;
    }
    return std::nullopt;
}

std::string endingOf(ExportKind kind) {
    const auto format = logFormatOf(kind);
    return format ? core::share::endingOf(*format) : ".pdf";
}

core::share::ReportOptions ExportChoices::toOptions() const {
    core::share::ReportOptions options;
    options.variant = variant;
    options.audience = audience;
    options.language = language;
    options.form = form;
    if (order != Order::AsFormSays) options.newestFirst = order == Order::Newest;
    options.exhibitForm.asTable = asTable;
    options.exhibitForm.mailHeaders = mailHeaders;
    options.exhibitForm.contextMessages = around;
    options.reviewed = reviewed;
    options.output.archive = archive;
    options.maxPartBytes = static_cast<std::uint64_t>(partMegabytes) * kMegabyte;
    return options;
}

std::string toText(const ExportChoices& c) {
    std::ostringstream text;
    text << "kind=" << wordOf(c.kind, kKinds) << ";audience=" << wordOf(c.audience, kAudiences)
         << ";variant=" << wordOf(c.variant, kVariants) << ";language=" << wordOf(c.language, kLanguages)
         << ";form=" << c.form << ";order=" << wordOf(c.order, kOrders)
         << ";archive=" << wordOf(c.archive, kArchives) << ";parts=" << c.partMegabytes
         << ";conversations=" << wordOf(c.asTable, kConversations)
         << ";headers=" << wordOf(c.mailHeaders, kHeaders) << ";around=" << c.around;
    return text.str();
}

ExportChoices fromText(const std::string& text, ExportChoices choices) {
    std::istringstream in(text);
    for (std::string pair; std::getline(in, pair, ';');) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) continue;
        const std::string_view key = std::string_view(pair).substr(0, equals);
        const std::string_view word = std::string_view(pair).substr(equals + 1);
        if (key == "kind") read(choices.kind, kKinds, word);
        if (key == "audience") read(choices.audience, kAudiences, word);
        if (key == "variant") read(choices.variant, kVariants, word);
        if (key == "language") read(choices.language, kLanguages, word);
        if (key == "form") choices.form = word;
        if (key == "order") read(choices.order, kOrders, word);
        if (key == "archive") read(choices.archive, kArchives, word);
        if (key == "conversations") read(choices.asTable, kConversations, word);
        if (key == "headers") read(choices.mailHeaders, kHeaders, word);
        if (key == "parts") choices.partMegabytes = numberIn(word, kMostMegabytes, choices.partMegabytes);
        if (key == "around") choices.around = numberIn(word, kMostAround, choices.around);
    }
    return choices;
}

} // namespace ui::report
