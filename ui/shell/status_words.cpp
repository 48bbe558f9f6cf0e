// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_words.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <algorithm>

#include <wx/intl.h>

namespace ui::shell {

wxString selectionText(const common::CaseView& view) {
    const auto n = view.selection().size();
    if (n == 0) return _("Nothing chosen");
    return wxString::Format(wxPLURAL("%s chosen", "%s chosen", static_cast<unsigned>(n)),
                            common::count(static_cast<long long>(n)));
}

wxString savedText() { return _("All changes are saved"); }

wxString zoneText(const std::string& zone) {
    constexpr std::int64_t kJanuary = 1'704'067'200'000; // 2024-01-01
    constexpr std::int64_t kJuly = 1'719'792'000'000;    // 2024-07-01
    const int winter = core::base::offsetSecondsAt(zone, kJanuary);
    const int summer = core::base::offsetSecondsAt(zone, kJuly);
    const wxString name = common::toWx(zone);
    if (winter == summer)
        return wxString::Format(_("Time zone: %s (%s)"), name,
                                common::toWx(core::base::formatOffset(winter)));
    return wxString::Format(_("Time zone: %s (%s, %s in summer)"), name,
                            common::toWx(core::base::formatOffset(std::min(winter, summer))),
                            common::toWx(core::base::formatOffset(std::max(winter, summer))));
}

} // namespace ui::shell
