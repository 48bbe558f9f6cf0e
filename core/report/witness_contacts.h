// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Takes telephone numbers and e-mail addresses out of a few words about a person. For what is free text of
// hers; protected terms are the redactor's.

#include <string>

namespace core::report {

// Six digits or more with at most four signs between two of them are a number, however they are written;
// what stands around an @ up to the next blank is an address. Both give way to `instead`.
std::string withoutContacts(const std::string& text, const std::string& instead);

} // namespace core::report
