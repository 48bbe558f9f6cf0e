// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/incident.h"

#include "core/model/code_table.h"

#include <array>

namespace core::model {

namespace {
constexpr std::array<const char*, 3> kIncidentStatusCodes{"draft", "ready", "left-out"};
} // namespace

const char* codeOf(IncidentStatus value) { return codeAt(kIncidentStatusCodes, value); }
std::optional<IncidentStatus> incidentStatusOf(std::string_view code) {
    return valueOf<IncidentStatus>(kIncidentStatusCodes, code);
}

} // namespace core::model
