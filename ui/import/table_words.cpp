// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/table_words.h"

#include "core/base/date_format.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"

#include <algorithm>

#include <wx/intl.h>

namespace ui::import {

using core::import::Rejected;
using core::import::TableRole;
using core::model::Direction;
using core::model::ItemKind;

const std::vector<TableRole>& offeredRoles() {
    static const std::vector<TableRole> roles{
        TableRole::Date, TableRole::Time,     TableRole::Number,  TableRole::Name,
        TableRole::From, TableRole::To,       TableRole::Text,    TableRole::Direction,
        TableRole::Kind, TableRole::Duration, TableRole::Exhibit, TableRole::Attachment};
    return roles;
}

wxString roleName(TableRole role) {
    switch (role) {
    case TableRole::Date:
        return _("Date, or date and time");
    case TableRole::Time:
        return _("Time of day");
    case TableRole::Direction:
        return _("In or out");
    case TableRole::Kind:
        return _("Kind: call, SMS");
    case TableRole::Number:
        return _("The other's number");
    case TableRole::Name:
        return _("The other's name");
    case TableRole::From:
        return _("From");
    case TableRole::To:
        return _("To");
    case TableRole::Duration:
        return _("Length of a call");
    case TableRole::Text:
        return _("Text");
    case TableRole::Exhibit:
        return _("Number of an exhibit");
    case TableRole::Attachment:
        return _("Name of an attachment");
    }
    return {};
}

wxString rejectedText(Rejected why) {
    switch (why) {
    case Rejected::No:
        return {};
    case Rejected::Empty:
        return _("an empty row");
    case Rejected::Header:
        return _("the headings again");
    case Rejected::Sum:
        return _("a sum");
    case Rejected::NoDate:
        return _("no day that can be read");
    case Rejected::NoContent:
        return _("neither a person nor a text");
    case Rejected::NotAContact:
        return _("no contact: data or a charge");
    case Rejected::TooLarge:
        return _("too large");
    }
    return {};
}

wxString rejectedRowText(const std::string& detail) {
    const auto blank = detail.find(' ');
    if (blank == std::string::npos) return {};
    for (const Rejected why : {Rejected::NoDate, Rejected::NoContent, Rejected::TooLarge})
        if (detail.substr(0, blank) == codeOf(why))
            return wxString::Format(_("row %s: %s"), common::toWx(detail.substr(blank + 1)),
                                    rejectedText(why));
    return {};
}

namespace {

wxString directionText(Direction direction) {
    if (direction == Direction::In) return _("to me");
    if (direction == Direction::Out) return _("from me");
    return wxString::FromUTF8("–");
}

// The other party; where the direction is open, all that stand there.
wxString peopleText(const core::format::ItemRecord& record) {
    wxString text;
    for (const auto& person : record.participants) {
        const std::string& words = person.name.empty() ? person.id : person.name;
        if (!words.empty()) text += (text.empty() ? "" : ", ") + common::toWx(words);
    }
    return text;
}

} // namespace

PreviewTexts previewTexts(const core::import::PreviewRow& row, const std::string& zone,
                          core::base::Language language) {
    constexpr std::size_t kMostText = 120;
    PreviewTexts texts;
    texts.row = common::count(static_cast<long long>(row.row.number));
    if (!row.record) {
        texts.text = wxString::Format(_("Left out: %s"), rejectedText(row.why));
        return texts;
    }
    const auto& record = *row.record;
    texts.time = record.times.empty()
                     ? _("No date")
                     : common::toWx(core::base::formatTime(record.times[0].time, zone, language));
    texts.kind = record.call ? common::callTypeName(record.call->type) : common::kindName(record.kind);
    if (record.kind != ItemKind::Note) texts.direction = directionText(record.direction);
    texts.other = peopleText(record);
    texts.text = record.call && record.text.empty()
                     ? (record.call->durationSeconds > 0 ? common::durationText(record.call->durationSeconds)
                                                         : wxString())
                     : common::fieldEnd(common::toWx(record.text), kMostText);
    return texts;
}

wxString previewSummary(const std::vector<core::import::PreviewRow>& rows) {
    const auto read =
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.record.has_value(); });
    if (rows.empty()) return _("There are no rows below the headings.");
    return wxString::Format(wxPLURAL("%s of %s row can be read.",
                                     "%s of the first %s rows can be read.",
                                     static_cast<unsigned>(rows.size())),
                            common::count(read), common::count(static_cast<long long>(rows.size())));
}

} // namespace ui::import
