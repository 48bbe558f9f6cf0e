// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/choices.h"

#include <array>

#include <wx/intl.h>

namespace ui::incident {

using core::model::TimeSource;

std::span<const Choice> placeTypes() {
    static constexpr std::array kAll{
        Choice{"", wxTRANSLATE("Not said")},
        Choice{"home", wxTRANSLATE("Home")},
        Choice{"work", wxTRANSLATE("Work")},
        Choice{"school", wxTRANSLATE("School or day care")},
        Choice{"road", wxTRANSLATE("Street or public place")},
        Choice{"others", wxTRANSLATE("At somebody else's")},
        Choice{"online", wxTRANSLATE("Online")},
        Choice{"other", wxTRANSLATE("Other place")},
    };
    return kAll;
}

std::span<const Choice> targets() {
    static constexpr std::array kAll{
        Choice{"me", wxTRANSLATE("Me")},           Choice{"children", wxTRANSLATE("Children")},
        Choice{"family", wxTRANSLATE("Family")},   Choice{"partner", wxTRANSLATE("New partner")},
        Choice{"friends", wxTRANSLATE("Friends")}, Choice{"workplace", wxTRANSLATE("Workplace")},
    };
    return kAll;
}

std::span<const Choice> identifiedBy() {
    static constexpr std::array kAll{
        Choice{"number", wxTRANSLATE("Known number")},
        Choice{"email", wxTRANSLATE("E-mail address")},
        Choice{"profile", wxTRANSLATE("Profile")},
        Choice{"voice", wxTRANSLATE("Voice")},
        Choice{"seen", wxTRANSLATE("Seen")},
        Choice{"writing", wxTRANSLATE("Handwriting")},
        Choice{"content", wxTRANSLATE("Something only they know")},
        Choice{"assumption", wxTRANSLATE("Assumption")},
    };
    return kAll;
}

std::span<const Choice> responses() {
    static constexpr std::array kAll{
        Choice{"", wxTRANSLATE("Not said")},
        Choice{"none", wxTRANSLATE("No answer")},
        Choice{"said-no", wxTRANSLATE("Answered no")},
        Choice{"answered", wxTRANSLATE("Answered")},
        Choice{"blocked", wxTRANSLATE("Blocked")},
        Choice{"called-police", wxTRANSLATE("Called the police")},
    };
    return kAll;
}

std::span<const Choice> channels() {
    static constexpr std::array kAll{
        Choice{"", wxTRANSLATE("Not said")},
        Choice{"call", wxTRANSLATE("Telephone")},
        Choice{"sms", wxTRANSLATE("SMS")},
        Choice{"chat", wxTRANSLATE("Chat")},
        Choice{"email", wxTRANSLATE("E-mail")},
        Choice{"letter", wxTRANSLATE("Letter")},
        Choice{"physical", wxTRANSLATE("In person")},
        Choice{"social", wxTRANSLATE("Social media")},
        Choice{"payment", wxTRANSLATE("Payment")},
        Choice{"other", wxTRANSLATE("Other way")},
    };
    return kAll;
}

std::span<const Choice> statuses() {
    static constexpr std::array kAll{
        Choice{"draft", wxTRANSLATE("Draft")},
        Choice{"ready", wxTRANSLATE("Ready")},
        Choice{"left-out", wxTRANSLATE("Left out of the log")},
    };
    return kAll;
}

std::span<const TimeSourceChoice> timeSources() {
    static constexpr std::array kAll{
        TimeSourceChoice{TimeSource::OwnMemory, wxTRANSLATE("Own memory")},
        TimeSourceChoice{TimeSource::MessageExport, wxTRANSLATE("Message export")},
        TimeSourceChoice{TimeSource::CallLog, wxTRANSLATE("Call log")},
        TimeSourceChoice{TimeSource::MailDate, wxTRANSLATE("Date of the e-mail")},
        TimeSourceChoice{TimeSource::Exif, wxTRANSLATE("The photo (EXIF)")},
        TimeSourceChoice{TimeSource::SeenInPicture, wxTRANSLATE("Visible in the picture")},
        TimeSourceChoice{TimeSource::Witness, wxTRANSLATE("A witness")},
        TimeSourceChoice{TimeSource::Document, wxTRANSLATE("A document")},
        TimeSourceChoice{TimeSource::FileTime, wxTRANSLATE("Time of the file")},
    };
    return kAll;
}

wxString timeSourceLabel(TimeSource source) {
    for (const TimeSourceChoice& choice : timeSources())
        if (choice.source == source) return wxGetTranslation(choice.label);
    switch (source) {
    case TimeSource::MessageSent:
        return _("Sending time in the export");
    case TimeSource::MailReceived:
        return _("Receiving mail server");
    case TimeSource::MailEnvelope:
        return _("Mail archive");
    case TimeSource::ExifGps:
        return _("The photo (GPS)");
    case TimeSource::Xmp:
    case TimeSource::PngText:
        return _("The picture's own note");
    case TimeSource::FileName:
        return _("File name");
    default:
        return _("Not known");
    }
}

wxString fearLabel(int fear) {
    static constexpr std::array kWords{
        wxTRANSLATE("Not unsafe"),  wxTRANSLATE("A little unsafe"),    wxTRANSLATE("Unsafe"),
        wxTRANSLATE("Very unsafe"), wxTRANSLATE("Afraid for my life"),
    };
    if (fear < 0 || fear >= static_cast<int>(kWords.size())) return _("Not said");
    return wxGetTranslation(kWords[static_cast<std::size_t>(fear)]);
}

wxString highlightHint(int chosen) {
    return wxString::Format(
        wxPLURAL("%d is chosen. 3 to 5 are enough.", "%d are chosen. 3 to 5 are enough.", chosen), chosen);
}

} // namespace ui::incident
