// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Holds the time of an incident that was written by hand against the time of what it rests on. Internal to
// this folder.

#include "core/report/log_build.h"

namespace core::report {

// "but the exhibit says 07:44:55", where the incident names a kind of source for its time, has evidence with
// a time of just that kind, and none of it agrees to the minute. Empty otherwise.
std::string contradictionOf(const Build& build, const model::Incident& incident);

} // namespace core::report
