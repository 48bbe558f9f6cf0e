// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include "core/base/date_format.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"

#include <wx/intl.h>

namespace ui::common {

using core::model::CallType;
using core::model::IdentifierKind;
using core::model::ItemKind;
using core::model::PartyRole;
using core::model::TimeSource;

wxString kindName(ItemKind kind) {
    switch (kind) {
    case ItemKind::Sms:
        return _("SMS");
    case ItemKind::Mms:
        return _("MMS");
    case ItemKind::Call:
        return _("Call");
    case ItemKind::Email:
        return _("E-mail");
    case ItemKind::Chat:
        return _("Chat");
    case ItemKind::Photo:
        return _("Photo");
    case ItemKind::Video:
        return _("Video");
    case ItemKind::Audio:
        return _("Sound");
    case ItemKind::Document:
        return _("Document");
    case ItemKind::Note:
        return _("Note");
    case ItemKind::Notice:
        return _("Notice");
    }
    return {};
}

wxString timeSourceName(TimeSource source) {
    switch (source) {
    case TimeSource::MessageExport:
        return _("the message export (the phone's clock)");
    case TimeSource::MessageSent:
        return _("the message export (the time of sending)");
    case TimeSource::CallLog:
        return _("the phone's call log");
    case TimeSource::MailDate:
        return _("the mail's Date line (the sender's clock)");
    case TimeSource::MailReceived:
        return _("the mail's Received line (the receiving server's clock)");
    case TimeSource::MailEnvelope:
        return _("the mail archive's own line");
    case TimeSource::Exif:
        return _("the photo itself (EXIF, the camera's clock)");
    case TimeSource::ExifGps:
        return _("the photo itself (GPS)");
    case TimeSource::Xmp:
        return _("the photo itself (XMP)");
    case TimeSource::PngText:
        return _("the picture file's text");
    case TimeSource::FileName:
        return _("the file name");
    case TimeSource::MediaHeader:
        return _("the recording's own header");
    case TimeSource::SideFile:
        return _("a file beside it in the export");
    case TimeSource::FileTime:
        return _("the file's own date, which can be changed by copying");
    case TimeSource::SeenInPicture:
        return _("what can be seen in the picture");
    case TimeSource::Witness:
        return _("a witness");
    case TimeSource::OwnMemory:
        return _("own memory");
    case TimeSource::Document:
        return _("the document");
    case TimeSource::Unknown:
        return _("an unknown source");
    }
    return {};
}

wxString identifierKindName(IdentifierKind kind) {
    switch (kind) {
    case IdentifierKind::Phone:
        return _("Phone number");
    case IdentifierKind::Email:
        return _("E-mail address");
    case IdentifierKind::Profile:
        return _("Profile");
    case IdentifierKind::Name:
        return _("Name");
    }
    return {};
}

wxString roleName(PartyRole role) {
    switch (role) {
    case PartyRole::Exposed:
        return _("Me");
    case PartyRole::Offender:
        return _("Offender");
    case PartyRole::ThirdParty:
        return _("Third party");
    case PartyRole::Unknown:
        return _("Unknown");
    }
    return {};
}

wxString callTypeName(CallType type) {
    switch (type) {
    case CallType::Incoming:
        return _("Incoming call");
    case CallType::Outgoing:
        return _("Outgoing call");
    case CallType::Missed:
        return _("Missed call");
    case CallType::Voicemail:
        return _("Voicemail");
    case CallType::Rejected:
        return _("Rejected call");
    case CallType::Blocked:
        return _("Blocked call");
    case CallType::Other:
        return _("Call");
    }
    return {};
}

wxString durationText(long long seconds) {
    if (seconds < 60) return wxString::Format(_("%lld s"), seconds);
    return wxString::Format(_("%lld min %lld s"), seconds / 60, seconds % 60);
}

wxString callText(const core::model::CallInfo& call) {
    const wxString type = callTypeName(call.type);
    return call.durationSeconds <= 0 ? type : type + ", " + durationText(call.durationSeconds);
}

wxString milestoneName(const core::model::Milestone& milestone) {
    if (!milestone.title.empty()) return toWx(milestone.title);
    return wxGetTranslation(wxString::FromUTF8(core::model::nameOf(milestone.kind)));
}

wxString personName(const core::query::PersonView& person) {
    if (person.party != 0) {
        if (!person.partyName.empty()) return toWx(person.partyName);
        if (person.partyRole != PartyRole::Unknown) return roleName(person.partyRole);
    }
    if (!person.name.empty()) return toWx(person.name);
    return toWx(person.written);
}

wxString personName(const core::query::PartyRow& party) {
    if (!party.name.empty()) return toWx(party.name);
    return roleName(party.role);
}

wxString fromText(const core::query::ItemRow& row) {
    const wxString from = personName(row.from);
    if (!from.empty() || row.direction != core::model::Direction::Out) return from;
    const wxString to = personName(row.other);
    return to.empty() ? to : wxString::Format(_("to %s"), to);
}

wxString fieldEnd(const wxString& text, std::size_t letters) {
    if (text.length() <= letters) return text;
    return text.Left(letters) + wxString::FromUTF8("…");
}

wxString count(long long n) { return toWx(core::base::formatCount(n, language())); }

wxString itemLine(const core::query::ItemRow& row) {
    if (row.kind == ItemKind::Call) return callText(row.call);
    wxString line;
    if (!row.subject.empty() && core::query::isSubjectWritten(row.kind))
        line = toWx(row.subject);
    else if (!row.text.empty())
        line = toWx(row.text);
    else
        line = toWx(row.fileName);
    const bool isFilm = row.kind == ItemKind::Video || row.kind == ItemKind::Audio;
    if (isFilm && row.call.durationSeconds > 0) line += ", " + durationText(row.call.durationSeconds);
    line.Replace("\r", "");
    line.Replace("\n", " ");
    return line;
}

wxString timeText(const core::query::ItemRow& row, const std::string& zone) {
    return row.time ? toWx(core::base::formatTime(*row.time, zone, language())) : _("No date");
}

} // namespace ui::common
