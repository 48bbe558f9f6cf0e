// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How the people of an item are called in an exhibit: by role, by name, and for whom with an address.
// Internal to this folder.

#include "core/report/log_build.h"

namespace core::report {

// In the head of a mail.
std::string shownAs(const Build& build, const query::ItemDetail& item, const query::PersonView& person);
// Over a bubble: "From the offender".
std::string senderLine(const Build& build, const query::ItemDetail& item, bool isContext);
std::string noticeSender(const Build& build, const query::ItemDetail& item); // empty: the service itself

} // namespace core::report
