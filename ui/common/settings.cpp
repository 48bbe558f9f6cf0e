// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"

#include <clocale>
#include <cstdlib>

namespace ui::common {
namespace {

struct Settings {
    core::base::Language language = core::base::Language::Danish;
    std::filesystem::path assets, locale;
};

Settings& settings() {
    static Settings s;
    return s;
}

} // namespace

core::base::Language language() { return settings().language; }
void setLanguage(core::base::Language language) { settings().language = language; }

void useUtf8() {
    wchar_t probe = 0; // one letter of two bytes, as the C library reads it now
    if (std::mbtowc(&probe, "\xC3\xA6", 2) == 2 && probe == 0xE6) return;
    for (const char* name : {"C.UTF-8", "en_US.UTF-8", ".UTF8"})
        if (std::setlocale(LC_CTYPE, name)) return;
}

const std::filesystem::path& assetsFolder() { return settings().assets; }
void setAssetsFolder(const std::filesystem::path& folder) { settings().assets = folder; }
const std::filesystem::path& localeFolder() { return settings().locale; }
void setLocaleFolder(const std::filesystem::path& folder) { settings().locale = folder; }

} // namespace ui::common
