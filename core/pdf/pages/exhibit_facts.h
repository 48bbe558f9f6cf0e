// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said about a mail or a file of an exhibit, as rows of name and value, and their flow over pages.

#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/stack.h"

#include <functional>

namespace core::pdf::pages {

inline constexpr double kTextWidth = 170 - style::kColumn; // of values

// Rows of name and value over the width of the page, a thin rule above each.
void addFacts(Sheet& sheet, Stack& stack, const std::vector<report::NamedValue>& facts,
              double firstWidth = kTextWidth);

// The same in a narrow column: the name of each small above it.
Stack narrowFacts(Sheet& sheet, const std::vector<report::NamedValue>& facts, double width);

// Name of the file first.
std::vector<report::NamedValue> factsOf(const Sheet& sheet, const report::FileView& file);

// A line under a message; where it names the pages of something it leads there.
void addNote(Sheet& sheet, Stack& stack, const std::string& note, const TextStyle& style, double width,
             double gap);

// What can be read in the file, or heard, where it says so.
void addText(Sheet& sheet, Stack& stack, const report::FileView& file);

// Draws a stack over as many pages of the exhibit as it needs; returns where it ended.
// `onPage` is called on every page that it turns to.
double flow(Sheet& sheet, ExhibitFrame& frame, const Stack& stack, double x, double y,
            const std::function<void()>& onPage);

} // namespace core::pdf::pages
