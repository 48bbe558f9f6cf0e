// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the whole program has one of: the language of its windows and the folder of its assets. Set once by
// app at the start. Not kept between runs here.

#include "core/base/catalog.h"

#include <filesystem>

namespace ui::common {

core::base::Language language();
void setLanguage(core::base::Language language);

// Texts in the code are UTF-8, and wx reads them by the C library's character set: where that is another (an
// unset LANG), it is set to UTF-8. After the toolkit has started. Numbers and dates are not touched.
void useUtf8();

const std::filesystem::path& assetsFolder(); // icons/, logskema/, sample/
void setAssetsFolder(const std::filesystem::path& folder);
const std::filesystem::path& localeFolder(); // da/LC_MESSAGES/logbog.mo
void setLocaleFolder(const std::filesystem::path& folder);

} // namespace ui::common
