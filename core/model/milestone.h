// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A step that splits the time line: my clear no, formaning, tilhold ... (domain.md 1.4, the entry kinds that
// are no incidents). Before and after are counted from its instant.

#include "core/base/timestamp.h"
#include "core/model/item.h"

#include <string>

namespace core::model {

enum class MilestoneKind {
    ClearNo,
    Warning,          // formaning
    Hearing,          // partshøring
    InterimOrder,     // foreløbigt tilhold
    RestrainingOrder, // tilhold
    ExclusionOrder,   // opholdsforbud
    Eviction,         // bortvisning
    PoliceReport,     // anmeldelse
    Verdict,
    DoctorVisit,
    AdviserTalk,
    NumberBlocked, // blocked or changed number; never with the new number
    LoggingBegun,
};
inline constexpr int kMilestoneKinds = 13;

const char* codeOf(MilestoneKind kind);
std::optional<MilestoneKind> milestoneKindOf(std::string_view code);
const char* nameOf(MilestoneKind kind); // English, a msgid

struct Milestone {
    Id id = 0;
    MilestoneKind kind = MilestoneKind::ClearNo;
    base::Timestamp time;
    std::string title;   // empty: the kind's own name
    std::string validTo; // a date as text, "2030-05-12", or empty
    std::string reportNumber;
    std::string note;
    Id item = 0; // the item that shows it, if any
};

} // namespace core::model
