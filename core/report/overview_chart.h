// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The data of the chart "week by week": bars of calls and messages, a row of dots for each other group,
// lines for the steps. Not its drawing (core/pdf/pages).

namespace core::report {

struct Build;

void buildChart(Build& build); // the case has at least one contact

} // namespace core::report
