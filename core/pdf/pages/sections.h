// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The parts of the printed log form, each on pages of its own. Every function begins its first page. Internal
// to this folder: render_log.h puts them in order.

#include "core/pdf/pages/documents.h"
#include "core/pdf/pages/sheet.h"

namespace core::pdf::pages {

void emptyPages(Sheet& sheet); // the document is the empty form
void frontPage(Sheet& sheet);
void overviewPage(Sheet& sheet);   // the document has contacts
double partiesPages(Sheet& sheet); // returns where they end on their last page
// On the page that holds something as far as `end`, where all of them have room there; 0: on a page of their
// own. The document has some.
void stepPages(Sheet& sheet, double end);
void examplePages(Sheet& sheet); // the document has some
void patternPages(Sheet& sheet); // the document has figures
void logPages(Sheet& sheet);
void exhibitListPages(Sheet& sheet);
void exhibitPages(Sheet& sheet, Pictures& pictures, Documents& documents);
void aboutPages(Sheet& sheet);
void filePages(Sheet& sheet);

// Title and the line under it; returns where the text may begin.
double heading(Sheet& sheet, const std::string& title, const std::string& subtitle, double y = 0);
double headingHeight(Sheet& sheet, const std::string& subtitle);

// Of the overview; y of their top. Return their height. The chart gives up `squeeze` of its bars' height.
double weeklyChart(Sheet& sheet, const report::Overview& overview, double top, double squeeze);
double weeklyChartHeight(const report::Overview& overview, double squeeze);
bool weeklyChartCrowds(const report::Overview& overview);                 // a square stands for several
bool weeklyChartShortens(Sheet& sheet, const report::Overview& overview); // some steps only as "M5"
double heatMapHeight();
double heatMap(Sheet& sheet, const report::Overview& overview, double top);

} // namespace core::pdf::pages
