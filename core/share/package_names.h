// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The names of files in a package: safe in any folder of any system, with the key that the log form gives
// their source, in the language of the edition.

#include "core/base/catalog.h"
#include "core/share/gate.h"
#include "core/share/shown.h"

#include <string>

namespace core::share {

std::string reportName(base::Language language);
// "originaler/K1-sms.xml". A name with something protected in it is not used.
std::string originalName(const ShownSource& shown, const Gate& gate, base::Language language);
// "originaler/K1-uddrag/post-000012.xml"
std::string extractName(const ShownSource& shown, const ShownRecord& record, const Gate& gate,
                        base::Language language);
// "originaler/K1-uddrag/post-000012-tekst.txt": the text of one that cannot be cut out
std::string recordTextName(const ShownSource& shown, const ShownRecord& record, base::Language language);

} // namespace core::share
