// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an episode is called in a list. wxBase only, no windows.

#include "core/base/catalog.h"
#include "core/query/episodes.h"

#include <string>

#include <wx/string.h>

namespace ui::incident {

// "12 messages 22:04–23:51", "3 calls 08:01–08:14, 2 not answered"; without clock times where they are not
// known.
wxString episodeText(const core::query::Episode& episode, const std::string& zone,
                     core::base::Language language);
// "Saturday 3 May 2025"
wxString episodeDay(const core::query::Episode& episode, core::base::Language language);

} // namespace ui::incident
