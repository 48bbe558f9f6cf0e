// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "core/base/sha256.h"
#include "core/base/zone.h"
#include "ui/common/custody_words.h"
#include "ui/common/format_words.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/detail/detail_pages.h"

#include <wx/intl.h>

namespace ui::detail {
namespace {

namespace base = core::base;
using common::Color;
using common::TextStyle;
using common::toWx;

wxString instant(std::int64_t ms, const std::string& zone) {
    const auto local = base::toLocal(ms, zone);
    const auto language = common::language();
    return toWx(base::formatDateShort(local, language)) + " " +
           toWx(base::formatClock(local, language, true));
}

wxString basisText(const base::Timestamp& time) {
    switch (time.basis) {
    case base::TimeBasis::Utc:
        return _("written as UTC");
    case base::TimeBasis::Offset:
        return wxString::Format(_("written with %s"),
                                toWx(base::formatOffset(time.offsetSeconds.value_or(0))));
    case base::TimeBasis::LocalZone:
        return wxString::Format(_("written without a time zone, read as %s"), toWx(time.zone));
    case base::TimeBasis::LocalAmbiguous:
        return _("in the hour that came twice when summer time ended; the first was taken");
    case base::TimeBasis::LocalGap:
        return _("in the hour that never was when summer time began; read one hour on");
    }
    return {};
}

void addTimes(FactList& page, const core::query::ItemDetail& item, const std::string& zone) {
    page.addTitle(_("Times in the file"));
    if (item.times.empty()) page.addLine(_("None."), TextStyle::Body, Color::Muted);
    bool first = true;
    for (const auto& claim : item.times) {
        wxString value = instant(claim.time.utcMs, zone);
        if (claim.time.precision > base::Precision::Minute) value = longTime(claim.time, zone);
        wxString small = common::timeSourceName(claim.source);
        small << "\n" << basisText(claim.time);
        if (!claim.asWritten.empty())
            small << "\n"
                  << wxString::Format(_("as written: %s"), common::fieldEnd(toWx(claim.asWritten), 120));
        page.addFact(first ? _("Used") : _("Also there"), value, small);
        first = false;
    }
}

void addIssues(FactList& page, const core::query::ItemDetail& item) {
    if (item.issues.empty()) return;
    page.addSeparator();
    page.addTitle(_("Remarks from reading"));
    for (const auto& issue : item.issues)
        page.addLine(wxGetTranslation(wxString::FromUTF8(core::model::describe(issue.code))) +
                         (issue.detail.empty()
                              ? wxString()
                              : " (" + common::fieldEnd(common::issueDetailText(issue.detail), 120) + ")"),
                     TextStyle::Small);
}

void addPhoto(FactList& page, const core::model::PhotoInfo& photo) {
    if (photo.width > 0)
        page.addFact(_("Size"), wxString::Format(wxString::FromUTF8("%d × %d"), photo.width, photo.height));
    if (!photo.camera.empty()) page.addFact(_("Camera"), toWx(photo.camera));
    if (photo.gps)
        page.addFact(_("Place"),
                     wxString::Format("%s, %s",
                                      toWx(base::formatDecimal(photo.gps->latitude, 5, common::language())),
                                      toWx(base::formatDecimal(photo.gps->longitude, 5, common::language()))),
                     _("the camera's own GPS note"));
    if (photo.isScreenshot) page.addFact(_("Picture"), _("Screenshot"));
}

void fillHistory(FactList& page, const common::CaseView& view,
                 const std::vector<core::query::CustodyRow>& rows) {
    constexpr std::size_t kMost = 50;
    page.addTitle(_("What was done"));
    std::size_t shown = 0;
    for (const auto& row : rows) {
        if (++shown > kMost) break;
        wxString action = common::actionName(row.action);
        if (row.action == "reason") action << ": " << toWx(row.detail);
        page.addFact(instant(row.atMs, view.session().zone()), action,
                     wxString::Format(_("no. %s, code %s"), common::count(row.sequence),
                                      toWx(row.hash.substr(0, 12))));
    }
    if (rows.size() > kMost)
        page.addLine(
            wxString::Format(_("and %s more"), common::count(static_cast<long long>(rows.size() - kMost))));
    page.addGap();
    page.addLine(_("Every change is written down here and cannot be taken out again."), TextStyle::Tiny,
                 Color::Muted);
}

} // namespace

void fillSourcePage(FactList& page, common::CaseView& view, const core::query::ItemDetail& item) {
    const std::string zone = view.session().zone();
    const wxString dot = wxString::FromUTF8(" · ");
    const auto& source = item.source;
    page.addTitle(_("Original"));
    page.addFact(_("File"), toWx(source.name),
                 wxString::Format(_("imported %s"), instant(source.importedMs, zone)));
    page.addFact(_("Kind of file"), common::formatLabel(source.format),
                 toWx(base::formatBytes(source.size, common::language())));
    if (!source.sha256.empty())
        page.addFixed("SHA-256",
                      toWx(source.sha256.substr(0, 8)) + wxString::FromUTF8(" … ") +
                          toWx(source.sha256.substr(source.sha256.size() - 8)),
                      toWx(source.sha256));
    page.addFact(
        _("Where"),
        wxString::Format(_("post %s of the file"), common::count(static_cast<long long>(item.recordIndex))),
        wxString::Format(_("byte %s, %s long"), common::count(static_cast<long long>(item.recordOffset)),
                         toWx(base::formatBytes(item.recordLength, common::language()))));
    if (!item.messageId.empty()) page.addFact("Message-ID", toWx(item.messageId));
    page.addLine(_("The file is kept encrypted, bit for bit as it came."), TextStyle::Tiny, Color::Muted);
    if (item.photo) {
        page.addSeparator();
        addPhoto(page, *item.photo);
    }
    for (const auto& attachment : item.attachmentList) {
        if (attachment.isMissing()) continue;
        page.addFixed(attachment.name.empty() ? _("Attachment") : toWx(attachment.name),
                      toWx(base::toHex(attachment.sha256).substr(0, 16)) + wxString::FromUTF8(" …"),
                      toWx(base::toHex(attachment.sha256)));
    }
    page.addSeparator();
    addTimes(page, item, zone);
    addIssues(page, item);
}

void fillHistoryPage(FactList& page, common::CaseView& view, core::model::Id item) {
    fillHistory(page, view, view.session().reader().custody(item));
}

void fillIncidentHistory(FactList& page, common::CaseView& view, core::model::Id incident) {
    auto rows = view.session().reader().custody(0);
    const std::string subject = "incident " + std::to_string(incident);
    std::erase_if(rows, [&subject](const auto& row) { return row.subject != subject; });
    fillHistory(page, view, rows);
}

} // namespace ui::detail
