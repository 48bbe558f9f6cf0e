// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_words.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/format_words.h"
#include "ui/import/table_words.h"

#include <algorithm>

#include <wx/intl.h>

namespace ui::import {

using core::base::CivilTime;
using core::model::ItemKind;

namespace {

wxString utf8(const std::string& text) { return wxString::FromUTF8(text); }

wxString number(long long n, Language language) { return utf8(core::base::formatCount(n, language)); }

wxString kindText(ItemKind kind, int n, Language language) {
    const auto put = [&](const wxString& form) { return wxString::Format(form, number(n, language)); };
    switch (kind) {
    case ItemKind::Sms:
        return put(wxPLURAL("%s text message", "%s text messages", n));
    case ItemKind::Mms:
        return put(wxPLURAL("%s MMS", "%s MMS messages", n));
    case ItemKind::Call:
        return put(wxPLURAL("%s call", "%s calls", n));
    case ItemKind::Email:
        return put(wxPLURAL("%s e-mail", "%s e-mails", n));
    case ItemKind::Chat:
        return put(wxPLURAL("%s chat message", "%s chat messages", n));
    case ItemKind::Photo:
        return put(wxPLURAL("%s photo", "%s photos", n));
    case ItemKind::Video:
        return put(wxPLURAL("%s video", "%s videos", n));
    case ItemKind::Audio:
        return put(wxPLURAL("%s sound recording", "%s sound recordings", n));
    case ItemKind::Note:
        return put(wxPLURAL("%s note", "%s notes", n));
    case ItemKind::Notice:
        return put(wxPLURAL("%s notice", "%s notices", n));
    case ItemKind::Document:
        break;
    }
    return put(wxPLURAL("%s document", "%s documents", n));
}

// "a", "a and b", "a, b and c"
wxString joined(const std::vector<wxString>& parts) {
    wxString text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " " + _("and") + " " : wxString(", ");
        text += parts[i];
    }
    return text;
}

wxString withoutYear(const wxString& date, int year) {
    wxString text = date;
    const wxString tail = wxString::Format(" %d", year);
    if (text.EndsWith(tail)) text.RemoveLast(tail.length());
    return text;
}

// Of attachments; empty where there are none.
wxString attachedText(const FoundRow& row, Language language) {
    wxString text;
    if (row.shown > 0)
        text =
            wxString::Format(wxPLURAL("%s file shown in messages", "%s files shown in messages", row.shown),
                             number(row.shown, language));
    if (row.missing > 0) {
        if (!text.empty()) text += ", ";
        text += wxString::Format(
            wxPLURAL("%s attachment is not there", "%s attachments are not there", row.missing),
            number(row.missing, language));
    }
    return text;
}

wxString passedOverText(core::import::PassedOverReason reason) {
    switch (reason) {
    case core::import::PassedOverReason::Hidden:
        return _("Hidden, and not looked into. Tick it to take it along.");
    case core::import::PassedOverReason::Link:
        return _("Only a link to something elsewhere. Tick it to take along what it leads to.");
    case core::import::PassedOverReason::Case:
        return _("The folder of a case. It is left alone.");
    case core::import::PassedOverReason::Other:
        break;
    }
    return _("Not an ordinary file. It is left alone.");
}

} // namespace

wxString contentText(const FoundRow& row, Language language) {
    if (row.passedOver) return passedOverText(*row.passedOver);
    if (!row.error.empty()) return _("The file could not be opened.");
    if (row.isShown) return attachedText(row, language);
    if (row.format.empty()) {
        const int n = static_cast<int>(row.paths.size());
        if (row.isMember) return _("Cannot be read yet. It is kept as it is.");
        if (n == 1) return _("Cannot be read yet. Tick it to keep it as it is.");
        return wxString::Format(
            wxPLURAL("%s file that cannot be read yet. Tick it to keep it as it is.",
                     "%s files that cannot be read yet. Tick it to keep them as they are.", n),
            number(n, language));
    }
    std::vector<wxString> parts;
    for (const auto& [kind, count] : row.kinds)
        if (count > 0) parts.push_back(kindText(kind, count, language));
    if (row.unknown > 0)
        parts.push_back(wxString::Format(wxPLURAL("%s other file", "%s other files", row.unknown),
                                         number(row.unknown, language)));
    if (parts.empty())
        return row.isSealed ? _("Locked with a passphrase. It can be kept as it is.")
                            : _("Nothing in it could be read.");
    wxString text = joined(parts);
    if (row.undated > 0)
        text += ", " + wxString::Format(_("%s without a date"), number(row.undated, language));
    const wxString attached = row.format == "archive" ? wxString() : attachedText(row, language);
    if (!attached.empty()) text += ", " + attached; // of an archive the rows under it say so
    if (row.isSealed) text += ", " + _("and locked files");
    return text;
}

wxString periodText(const FoundRow& row, const std::string& zone, Language language) {
    if (!row.firstMs || !row.lastMs) return {};
    const CivilTime first = core::base::toLocal(*row.firstMs, zone);
    const CivilTime last = core::base::toLocal(*row.lastMs, zone);
    const wxString from = utf8(core::base::formatDateShort(first, language));
    const wxString to = utf8(core::base::formatDateShort(last, language));
    if (from == to) return to;
    return (first.year == last.year ? withoutYear(from, first.year) : from) + wxString::FromUTF8(" – ") + to;
}

wxString rowName(const std::string& name, bool isFolder, bool isMember) {
    const wxString text = isFolder ? wxString::Format(_("%s (folder)"), utf8(name)) : utf8(name);
    return isMember ? wxString::FromUTF8("\u2003") + text : text;
}

wxString foundSummary(const FoundTotals& sum, const wxString& caseLabel, Language language) {
    if (sum.items == 0) return _("Nothing is chosen.");
    wxString text =
        wxString::Format(wxPLURAL("%s item can come into %s", "%s items can come into %s", sum.items),
                         number(sum.items, language), caseLabel);
    if (sum.undated > 0)
        text += ", " + wxString::Format(_("of which %s without a date"), number(sum.undated, language));
    return text + ".";
}

wxString importButtonLabel(const FoundTotals& sum, Language language) {
    if (sum.items == 0) return _("Import");
    return wxString::Format(wxPLURAL("Import %s item", "Import %s items", sum.items),
                            number(sum.items, language));
}

wxString hashText(const ReportRow& row, const core::import::ImportReport& report, Language language) {
    if (row.isFolder)
        return wxString::Format(wxPLURAL("%s file, a code for each", "%s files, a code for each", row.files),
                                number(row.files, language));
    if (row.failed > 0) {
        const auto code = report.files[row.indices.front()].errorCode;
        if (code == core::base::ErrorCode::NoSpace) return _("Not copied: the disk is full");
        if (code == core::base::ErrorCode::Permission) return _("Not copied: no access to the file");
        if (code == core::base::ErrorCode::NotFound) return _("Not copied: the file is gone");
        if (code == core::base::ErrorCode::Cancelled) return _("Not copied: the import was stopped");
        return _("Not copied: the file could not be read");
    }
    if (row.sha256.size() < 16) return {};
    return utf8(row.sha256.substr(0, 8) + " … " + row.sha256.substr(row.sha256.size() - 8));
}

wxString countOrDash(int count, Language language) {
    return count == 0 ? wxString::FromUTF8("–") : number(count, language);
}

wxString reportNotes(const ReportRow& sum, Language language) {
    wxString text;
    const auto add = [&](const wxString& form, int n) {
        if (!text.empty()) text += "\n";
        text += wxString::Format(form, number(n, language));
    };
    if (sum.duplicates > 0)
        add(wxPLURAL("%s repeat is the same item that already came in, and was skipped.",
                     "%s repeats are the same items that already came in, and were skipped.", sum.duplicates),
            sum.duplicates);
    if (sum.continued > 0)
        add(wxPLURAL("%s item had come in before an earlier import was broken off.",
                     "%s items had come in before an earlier import was broken off.", sum.continued),
            sum.continued);
    if (sum.knownFiles > 0)
        add(wxPLURAL("%s file was in the case before, byte for byte.",
                     "%s files were in the case before, byte for byte.", sum.knownFiles),
            sum.knownFiles);
    if (sum.undated > 0)
        add(wxPLURAL("%s item has no date. You can set one later, with a reason.",
                     "%s items have no date. You can set one later, with a reason.", sum.undated),
            sum.undated);
    if (sum.shown > 0)
        add(wxPLURAL("%s file is shown in messages and kept as an original of its own.",
                     "%s files are shown in messages and kept as originals of their own.", sum.shown),
            sum.shown);
    if (sum.missing > 0)
        add(wxPLURAL("%s attachment is named in the messages, and its file is not in the export.",
                     "%s attachments are named in the messages, and their files are not in the export.",
                     sum.missing),
            sum.missing);
    if (sum.skipped > 0)
        add(wxPLURAL("%s record could not be read. The original is kept as it is.",
                     "%s records could not be read. The originals are kept as they are.", sum.skipped),
            sum.skipped);
    return text;
}

wxString reportHeading(const core::import::ImportReport& report) {
    return report.cancelled ? _("The import was stopped") : _("The import is done");
}

wxString reportSubtitle(const core::import::ImportReport& report, const std::string& zone,
                        const wxString& caseLabel, Language language) {
    const CivilTime when = core::base::toLocal(report.begunMs, zone);
    const int seconds = static_cast<int>((report.endedMs - report.begunMs + 999) / 1000);
    const wxString dot = wxString::FromUTF8(" · ");
    return utf8(core::base::formatDateShort(when, language)) + " " +
           utf8(core::base::formatClock(when, language)) + " " +
           utf8(core::base::formatOffset(core::base::offsetSecondsAt(zone, report.begunMs))) + dot +
           wxString::Format(wxPLURAL("%s second", "%s seconds", seconds), number(seconds, language)) + dot +
           wxString::Format(_("everything is saved in %s"), caseLabel);
}

wxString issueText(const IssueCount& issue, Language language) {
    wxString text = number(issue.count, language) + wxString::FromUTF8(" × ") +
                    wxGetTranslation(core::model::describe(issue.code));
    if (issue.code == core::model::IssueCode::NotContained) {
        std::vector<std::string> codes;
        for (const std::string& detail : issue.details)
            for (std::string& code : wordsOf(detail)) codes.push_back(std::move(code));
        return number(issue.count, language) + wxString::FromUTF8(" × ") + common::notContainedText(codes);
    }
    wxString details;
    for (const std::string& detail : issue.details)
        if (rejectedRowText(detail).empty()) // rows of a table stand below, each by itself
            details += (details.empty() ? "" : ", ") + common::issueDetailText(detail);
    return details.empty() ? text : text + "  (" + details + ")";
}

} // namespace ui::import
