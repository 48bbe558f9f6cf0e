// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log form without content, to be printed and filled in by hand. Nothing of a case but, where one is
// given, its neutral name.

#include "core/report/form_data.h"
#include "core/report/log_document.h"

namespace core::report {

// `label` may be empty. The caller has taken out of it what is protected.
LogDocument emptyForm(const base::Catalog& catalog, const Form& form, const std::string& label);

} // namespace core::report
