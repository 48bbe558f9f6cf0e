// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is chosen for an export, apart from the place and the password, and how it is remembered in the case.
// No window, and nothing secret.

#include "core/share/export.h"
#include "core/share/log/log_file.h"

#include <optional>
#include <string>

namespace ui::report {

enum class ExportKind { Pdf, EmptyForm, Csv, Docx, Json };

// None for the PDFs.
std::optional<core::share::LogFormat> logFormatOf(ExportKind kind);
std::string endingOf(ExportKind kind); // ".pdf"

enum class Order { AsFormSays, Newest, Oldest };

struct ExportChoices {
    ExportKind kind = ExportKind::Pdf;
    core::share::Audience audience = core::share::Audience::Adviser;
    core::share::Variant variant = core::share::Variant::Full;
    core::base::Language language = core::base::Language::Danish;
    std::string form = core::report::kUsualForm;
    Order order = Order::AsFormSays;
    core::share::Archive archive = core::share::Archive::None;
    int partMegabytes = 0; // 0: one file
    bool asTable = false;  // conversations: each message with its time, zone and source; else bubbles
    bool mailHeaders = false;
    int around =
        core::report::ExhibitForm().contextMessages; // messages shown before and after each that counts
    // Said anew for each export, never remembered.
    bool reviewed = false;

    core::share::ReportOptions toOptions() const; // without folders and password
    bool operator==(const ExportChoices&) const = default;
};

// "kind=csv;audience=police;..."; what is unknown or odd in it is passed over.
std::string toText(const ExportChoices& choices);
ExportChoices fromText(const std::string& text, ExportChoices otherwise);

} // namespace ui::report
