// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/milestone.h"

#include "core/base/catalog.h"
#include "core/model/code_table.h"

#include <array>

namespace core::model {

namespace {
constexpr std::array<const char*, 13> kMilestoneKindCodes{
    "clear-no",        "warning",        "hearing",       "interim-order", "restraining-order",
    "exclusion-order", "eviction",       "police-report", "verdict",       "doctor-visit",
    "adviser-talk",    "number-blocked", "logging-begun"};
} // namespace

const char* codeOf(MilestoneKind value) { return codeAt(kMilestoneKindCodes, value); }
std::optional<MilestoneKind> milestoneKindOf(std::string_view code) {
    return valueOf<MilestoneKind>(kMilestoneKindCodes, code);
}

const char* nameOf(MilestoneKind kind) {
    constexpr std::array<const char*, kMilestoneKinds> names{base::markText("Clear no"),
                                                             base::markText("Warning (formaning)"),
                                                             base::markText("Hearing of the party"),
                                                             base::markText("Interim restraining order"),
                                                             base::markText("Restraining order"),
                                                             base::markText("Exclusion order"),
                                                             base::markText("Eviction"),
                                                             base::markText("Reported to the police"),
                                                             base::markText("Decision or verdict"),
                                                             base::markText("Doctor's visit"),
                                                             base::markText("Talk with adviser"),
                                                             base::markText("Blocked or changed number"),
                                                             base::markText("Log begun")};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace core::model
