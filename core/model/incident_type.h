// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The 26 incident types of domain.md 1.4, read from the editable file assets/logskema/types.json.
// Not tags: a tag is the user's own word.

#include <string>
#include <vector>

namespace core::model {

struct IncidentType {
    std::string code;
    std::string danish;
    std::string english;
    std::string group; // contact, through-others, gifts, digital, surveillance, damage-threats, other
};

} // namespace core::model
