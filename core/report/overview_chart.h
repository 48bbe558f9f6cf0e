// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The data of the chart "week by week": bars of calls and messages, a row of dots for each other group,
// lines for the steps; and what the other figures over time share with it. Not its drawing (core/pdf/pages).

#include "core/query/time_axis.h"
#include "core/report/log_document.h"

#include <string>
#include <vector>

namespace core::query {
struct Contact;
}

namespace core::report {

struct Build;

void buildChart(Build& build); // the case has at least one contact

// When the log was begun, and how much was written down long after; empty where that is not a step.
std::string aboutLogging(const Build& build);
// The steps that lie on the axis, and where the log was begun.
std::vector<MarkerLine> markersOn(const Build& build, const query::TimeAxis& axis);
// Month and year for the first period in it, else nothing: how much of it is shown is up to the drawing.
std::vector<std::string> monthLabels(const Build& build, const query::TimeAxis& axis);
// What the bars count; all else stands in rows of its own.
bool isMessageOrCall(const Build& build, const query::Contact& contact);

} // namespace core::report
