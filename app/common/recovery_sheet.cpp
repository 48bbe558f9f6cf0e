// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/recovery_sheet.h"

#include "core/base/catalog.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/pdf/pages/recovery_page.h"

#include <sstream>

namespace app {

namespace {

using core::base::Catalog;
using core::base::fill;
using core::base::Language;

core::pdf::pages::RecoveryPart partIn(const Catalog& words, const std::string& label,
                                      const core::base::CivilTime& day) {
    core::pdf::pages::RecoveryPart part;
    part.heading = words.tr("Recovery sheet");
    part.facts = fill(words.tr("For the case \"%1\" · made on %2"),
                      {label, core::base::formatDateShort(day, words.language())});
    part.paragraphs = {
        words.tr("With the code on this page the case can be opened if its passphrase is lost. A new "
                 "passphrase is "
                 "then chosen. Nothing in the case is lost by that."),
        words.tr("Whoever has this page and the folder of the case can open it and read everything. Keep the "
                 "page closed away, apart from the computer, with somebody you trust. Do not take a picture "
                 "of it."),
        words.tr(
            "To open: start Logbog, choose \"Open a case\", and write the code where the passphrase is asked "
            "for. Blanks between the groups do not matter. The program tells which group is wrong, if one "
            "is."),
        words.tr(
            "The page stops working when a new one is made or when it is withdrawn, in Logbog under File, "
            "Recovery sheet. Copies of the case that were made before then still open with it.")};
    return part;
}

std::vector<std::string> groupsOf(std::string_view code) {
    std::vector<std::string> groups;
    std::istringstream in{std::string(code)};
    for (std::string group; in >> group;) groups.push_back(group);
    return groups;
}

} // namespace

void writeRecoverySheet(const RecoverySheet& sheet, std::string_view code,
                        const std::filesystem::path& localeFolder, const std::filesystem::path& out) {
    const core::base::CivilTime day = core::base::toLocal(sheet.nowMs, sheet.zone);
    const Catalog danish = Catalog::load(Language::Danish, localeFolder);
    const Catalog english(Language::English);
    core::pdf::Metadata metadata;
    metadata.title = danish.tr("Recovery sheet");
    metadata.language = "da-DK";
    metadata.createdMs = sheet.nowMs;
    metadata.createdOffsetSeconds = core::base::offsetSecondsAt(sheet.zone, sheet.nowMs);
    core::pdf::Canvas canvas(core::pdf::defaultFontFolders(), metadata);
    core::pdf::pages::recoveryPage(
        canvas, {partIn(danish, sheet.label, day), partIn(english, sheet.label, day), groupsOf(code)});
    core::base::Progress progress;
    canvas.save(out, progress);
}

} // namespace app
