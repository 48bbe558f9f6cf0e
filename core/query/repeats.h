// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The same message or call of the offender in exports of different kinds: the SMS of a backup and of another
// program's table, a chat from two phones, a call in the phone's log and in the operator's list. Import keeps
// each, for their records differ; who counts has to count them once. Derived, never stored. What one kind of
// export says twice is told apart by import (item identity) and not looked at here.
//
// Two items are the same only where sender, kind and words are, the time is as exactly as both know it, and
// no file has both: as many stay as the fullest of the files has. Where that is not sure both stay, such as
// for pictures without words.

#include "core/query/case_reader.h"

#include <map>

namespace core::query {

// Item -> the one that is counted in its place: one in an incident, else the one with the finest time.
// Excluded items are not looked at. Reads all that the offenders sent.
std::map<model::Id, model::Id> repeats(const CaseReader& reader);

// The same of what the exposed person wrote to them or called them: never counted, and shown once.
std::map<model::Id, model::Id> ownRepeats(const CaseReader& reader);

} // namespace core::query
