// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_words.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"

#include <set>

#include <wx/intl.h>

namespace ui::report {

using core::share::GateFinding;

namespace {

wxString utf8(const std::string& text) { return wxString::FromUTF8(text); }
wxString number(long long n, Language language) { return utf8(core::base::formatCount(n, language)); }

wxString verifyLine(const core::share::PackageFinding& finding) {
    wxString what = utf8(finding.what);
    if (finding.what == "missing") what = _("is missing");
    if (finding.what == "changed") what = _("has been changed");
    if (finding.what == "extra") what = _("was not there when it was made");
    if (finding.what == "manifest") what = _("the list of files cannot be read");
    return utf8(finding.file) + ": " + what;
}

} // namespace

std::string neutralFileName(std::int64_t nowMs, const std::string& zone, const std::string& ending) {
    const auto day = core::base::toLocal(nowMs, zone);
    return "log " + core::base::formatDateTable(day, Language::English) + ending; // ISO, sorts by itself
}

wxString gateSummary(const std::vector<GateFinding>& findings, std::size_t protectedTerms) {
    wxString text;
    if (protectedTerms == 0)
        text = _("Nothing is on the list of what must never leave the case. Fill it in under People first, "
                 "if there is "
                 "anything the offender must not learn.");
    if (findings.empty())
        return protectedTerms == 0 ? text : _("Nothing of what you have protected was found.");
    std::set<core::model::Id> held; // a reason each
    int texts = 0;
    for (const GateFinding& finding : findings) {
        if (finding.isOriginal)
            held.insert(finding.source);
        else
            ++texts;
    }
    const int originals = static_cast<int>(held.size());
    if (texts > 0)
        text += (text.empty() ? "" : " ") +
                wxString::Format(wxPLURAL("Something is struck out in %d text.",
                                          "Something is struck out in %d texts.", texts),
                                 texts);
    if (originals > 0)
        text += (text.empty() ? "" : " ") +
                wxString::Format(
                    wxPLURAL("%d original stays behind.", "%d originals stay behind.", originals), originals);
    return text;
}

wxString alongSummary(const ExportChoices& choices, const ExportCounts& counts, Language language) {
    if (choices.kind == ExportKind::EmptyForm) return _("Only the empty form, and the name of the case.");
    wxString text = wxString::Format(wxPLURAL("%s incident", "%s incidents", counts.incidents),
                                     number(counts.incidents, language));
    if (counts.milestones > 0)
        text += ", " + wxString::Format(wxPLURAL("%s step", "%s steps", counts.milestones),
                                        number(counts.milestones, language));
    const wxString exhibits = wxString::Format(wxPLURAL("%s exhibit", "%s exhibits", counts.exhibits),
                                               number(counts.exhibits, language));
    const bool isWhole = choices.kind == ExportKind::Pdf && choices.variant == core::share::Variant::Full;
    if (isWhole && counts.exhibits > 0 && choices.around > 0)
        return text + ", " + exhibits + ". " +
               wxString::Format(wxPLURAL("In conversations %d message before and after each, as context.",
                                         "In conversations %d messages before and after each, as context.",
                                         choices.around),
                                choices.around);
    if (isWhole || counts.exhibits == 0) return text + ", " + exhibits + ".";
    return text + ". " + wxString::Format(_("The exhibits (%s) are only named by their numbers."), exhibits);
}

wxString staysSummary(const ExportChoices& choices, const ExportCounts& counts) {
    if (choices.kind == ExportKind::EmptyForm) return _("All of the case.");
    wxString text = counts.hasPrivateNotes ? _("Your private notes") : _("Private notes (there are none)");
    if (choices.audience == core::share::Audience::Adviser && counts.hasPoliceOnly)
        text += _(", places in words and how witnesses are reached (only the police gets those)");
    return text + ".";
}

wxString findingPlace(const GateFinding& finding) {
    const auto numbered = [&](const std::string& prefix) -> wxString {
        return finding.where.rfind(prefix, 0) == 0 ? utf8(finding.where.substr(prefix.size())) : wxString();
    };
    if (const wxString n = numbered("incident "); !n.empty())
        return wxString::Format(_("Incident no. %s"), n);
    if (const wxString n = numbered("message "); !n.empty()) return wxString::Format(_("Message %s"), n);
    if (const wxString n = numbered("milestone "); !n.empty()) return wxString::Format(_("Step %s"), n);
    return utf8(finding.where);
}

wxString findingOutcome(const GateFinding& finding, bool isTakenAlong) {
    if (!finding.isOriginal) return _("struck out");
    if (isTakenAlong) return _("goes along as it is");
    return finding.recordsGoAlong ? _("only what is shown goes along") : _("stays behind");
}

wxString reportSummary(ExportKind kind, const core::share::ReportResult& result, Language language) {
    std::vector<wxString> parts;
    if (result.parts.size() > 1) {
        const int files = static_cast<int>(result.parts.size());
        parts.push_back(wxString::Format(wxPLURAL("%s file", "%s files", files), number(files, language)));
    }
    if (result.pages > 0)
        parts.push_back(
            wxString::Format(wxPLURAL("%s page", "%s pages", result.pages), number(result.pages, language)));
    if (kind != ExportKind::EmptyForm)
        parts.push_back(wxString::Format(wxPLURAL("%s incident", "%s incidents", result.incidents),
                                         number(result.incidents, language)));
    if (kind == ExportKind::Pdf)
        parts.push_back(wxString::Format(wxPLURAL("%s exhibit", "%s exhibits", result.exhibits),
                                         number(result.exhibits, language)));
    if (result.redactions > 0)
        parts.push_back(
            wxString::Format(wxPLURAL("%s place struck out", "%s places struck out", result.redactions),
                             number(result.redactions, language)));
    wxString text;
    for (const wxString& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text + ".";
}

wxString packageSummary(const core::share::PackageResult& result, Language language) {
    wxString text =
        reportSummary(ExportKind::Pdf, result.report, language) + "\n" +
        wxString::Format(wxPLURAL("%s original goes along", "%s originals go along", result.originals),
                         number(result.originals, language));
    if (result.extracts > 0)
        text += ", " + wxString::Format(wxPLURAL("%s record cut out of one", "%s records cut out of others",
                                                 result.extracts),
                                        number(result.extracts, language));
    const int held = result.heldBackOriginals;
    if (held > 0)
        text += ", " +
                wxString::Format(wxPLURAL("%s stays behind", "%s stay behind", held), number(held, language));
    return text + ".";
}

wxString verifyText(const std::vector<core::share::PackageFinding>& findings) {
    if (findings.empty()) return _("Everything in the package is as it was made.");
    if (findings.size() == 1 && findings[0].file == "manifest.json" && findings[0].what == "missing")
        return _(
            "This is not a package from Logbog, or its list of files (manifest.json) has been taken out.");
    const int n = static_cast<int>(findings.size());
    wxString text = wxString::Format(wxPLURAL("%d thing in the package is not as it was made.",
                                              "%d things in the package are not as they were made.", n),
                                     n);
    for (const auto& finding : findings) text += "\n" + verifyLine(finding);
    return text;
}

} // namespace ui::report
