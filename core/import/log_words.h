// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the words of somebody's own log say beside the day: the kind of incident, where, who saw it, what was
// done. Danish and English. Guesses, for a draft that she looks at; not for exports.

#include "core/model/incident.h"

#include <string>
#include <string_view>

namespace core::import {

// Sets type, further types and channel by the words of the text; "other" where none is known.
void guessType(model::Incident& incident, std::string_view text);

// Puts a cell where its column's heading belongs; false where the heading says nothing.
bool takeLogCell(model::Incident& incident, std::string_view heading, const std::string& text);

} // namespace core::import
