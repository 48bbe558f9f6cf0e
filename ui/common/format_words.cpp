// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format_words.h"

#include "core/model/item.h"
#include "ui/common/labels.h"

#include <algorithm>
#include <map>

#include <wx/intl.h>

namespace ui::common {

wxString formatLabel(const std::string& format) {
    static const std::map<std::string, const char*> labels{
        {"archive", wxTRANSLATE("archive")},
        {"document", wxTRANSLATE("document")},
        {"eml", wxTRANSLATE("e-mail")},
        {"emlx", wxTRANSLATE("Apple Mail")},
        {"film", wxTRANSLATE("film or recording")},
        {"imazing", wxTRANSLATE("table of iMazing")},
        {"imessage-exporter", wxTRANSLATE("messages of an iPhone")},
        {"iphone-backup", wxTRANSLATE("iPhone backup")},
        {"mbox", wxTRANSLATE("mail archive")},
        {"messenger", wxTRANSLATE("Messenger or Instagram")},
        {"messenger-html", wxTRANSLATE("Messenger or Instagram")},
        {"outlook-msg", wxTRANSLATE("Outlook message")},
        {"outlook-pst", wxTRANSLATE("Outlook mailbox")},
        {"photo", wxTRANSLATE("picture")},
        {"sms-backup", wxTRANSLATE("Android backup")},
        {"table", wxTRANSLATE("table")},
        {"takeout-side", wxTRANSLATE("side file of a picture")},
        {"winmail", wxTRANSLATE("attachments of Outlook")},
    };
    // Names of their own, the same in every language.
    static const std::map<std::string, const char*> names{
        {"discord", "Discord"},
        {"discord-csv", "Discord"},
        {"google-voice", "Google Voice"},
        {"signal", "Signal"},
        {"signal-export", "Signal"},
        {"signal-markdown", "Signal"},
        {"skype", "Skype"},
        {"snapchat", "Snapchat"},
        {"telegram", "Telegram"},
        {"telegram-html", "Telegram"},
        {"tiktok", "TikTok"},
        {"tiktok-text", "TikTok"},
        {"viber", "Viber"},
        {"whatsapp", "WhatsApp"},
    };
    if (const auto label = labels.find(format); label != labels.end()) return wxGetTranslation(label->second);
    if (const auto name = names.find(format); name != names.end()) return name->second;
    return wxString::FromUTF8(format);
}

namespace {

struct NeverHeld {
    const char* code;
    const char* words; // after "The exports never hold:"
};

const std::vector<NeverHeld>& neverHeld() {
    static const std::vector<NeverHeld> all{
        {"disappearing", wxTRANSLATE("messages that disappear by themselves")},
        {"self-destruct", wxTRANSLATE("messages that disappear by themselves")},
        {"view-once", wxTRANSLATE("pictures that can be seen once only")},
        {"deleted", wxTRANSLATE("what was deleted")},
        {"deleted-chats", wxTRANSLATE("chats that were deleted")},
        {"secret-chats", wxTRANSLATE("secret chats")},
        {"other-phone", wxTRANSLATE("what is on another phone only")},
        {"rcs", wxTRANSLATE("chat messages of the message app (RCS)")},
        {"incoming", wxTRANSLATE("incoming calls")},
        {"reactions", wxTRANSLATE("reactions")},
        {"media-not-included", wxTRANSLATE("pictures and films, where they were left out of the export")},
        {"older-than-export", wxTRANSLATE("what is older than the export reaches")},
        {"older-accounts", wxTRANSLATE("what belongs to older accounts")},
        {"chosen-period", wxTRANSLATE("what lies outside of the period that was chosen for the export")},
        {"names-only", wxTRANSLATE("numbers and addresses of the people: only their names")},
        {"zone", wxTRANSLATE("the time zone of the times")},
        {"seconds", wxTRANSLATE("the seconds of the times")},
        {"content", wxTRANSLATE("the content of some messages")},
        {"text", wxTRANSLATE("the text of some messages")},
        {"geoblocked", wxTRANSLATE("what the network blocks in this country")},
        {"unsupported", wxTRANSLATE("kinds of messages that the app does not export")},
        {"unsaved", wxTRANSLATE("the words of messages that nobody saved in the chat")},
        {"older-texts", wxTRANSLATE("what stood in messages before they were edited")},
        {"other-party", wxTRANSLATE("who was on the other end of calls")},
        {"user-deleted", wxTRANSLATE("what was deleted")},
        {"call-length", wxTRANSLATE("how long calls lasted")},
        {"long-text", wxTRANSLATE("the end of long messages")},
        {"html", wxTRANSLATE("details that only the JSON export has")},
        {"duplicates-of-json", wxTRANSLATE("details that only the JSON export has")},
    };
    return all;
}

wxString neverHeldText(const std::string& code) {
    for (const NeverHeld& one : neverHeld())
        if (code == one.code) return wxGetTranslation(one.words);
    return wxString::FromUTF8(code);
}

} // namespace

wxString notContainedText(const std::vector<std::string>& codes) {
    std::vector<wxString> parts;
    for (const std::string& code : codes) {
        const wxString words = neverHeldText(code);
        if (std::find(parts.begin(), parts.end(), words) == parts.end()) parts.push_back(words);
    }
    wxString text;
    for (const wxString& part : parts) text += (text.empty() ? wxString() : wxString("; ")) + part;
    return text.empty() ? text : wxString::Format(_("Exports of this kind never hold: %s."), text);
}

wxString issueDetailText(const std::string& detail) {
    static const std::map<std::string, const char*> words{
        {"date-order", wxTRANSLATE("the dates do not follow each other")},
        {"day/month", wxTRANSLATE("which is the day and which the month")},
        {"direction", wxTRANSLATE("who called or wrote to whom")},
        {"draft", wxTRANSLATE("a draft")},
        {"earlier than the line before", wxTRANSLATE("it is earlier than the line before it")},
        {"end-of-call", wxTRANSLATE("the time is that of the end of the call")},
        {"made", wxTRANSLATE("the time at which the document was made")},
        {"messenger/instagram", wxTRANSLATE("Messenger or Instagram")},
        {"order", wxTRANSLATE("which is the day and which the month")},
        {"out of order", wxTRANSLATE("the messages do not follow each other")},
        {"range", wxTRANSLATE("more than one time stands there")},
        {"text", wxTRANSLATE("the text")},
        {"time", wxTRANSLATE("the time of day could not be read")},
        {"two-digit-year", wxTRANSLATE("the year has two digits there")},
        {"zone", wxTRANSLATE("the time zone")},
    };
    const auto known = words.find(detail);
    if (known != words.end()) return wxGetTranslation(known->second);
    const std::size_t blank = detail.find(' '); // "file-time 2026-11-26T21:20:33Z"
    const auto source = core::model::timeSourceOf(detail.substr(0, blank));
    if (blank == std::string::npos || !source) return wxString::FromUTF8(detail);
    return timeSourceName(*source) + ": " + wxString::FromUTF8(detail.substr(blank + 1));
}

} // namespace ui::common
