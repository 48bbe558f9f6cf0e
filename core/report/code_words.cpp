// SPDX-License-Identifier: GPL-3.0-or-later
// The words for the codes of the model (phrases.h). Each text is a msgid of the translation.
#include "core/report/phrases.h"

namespace core::report {

std::string Phrases::timeSource(model::TimeSource source) const {
    switch (source) {
    case model::TimeSource::MessageExport:
        return tr("message file");
    case model::TimeSource::MessageSent:
        return tr("message file, sender's time");
    case model::TimeSource::CallLog:
        return tr("call list");
    case model::TimeSource::MailDate:
        return tr("e-mail (Date)");
    case model::TimeSource::MailReceived:
        return tr("e-mail (Received)");
    case model::TimeSource::MailEnvelope:
        return tr("mailbox file");
    case model::TimeSource::Exif:
        return tr("photo (EXIF)");
    case model::TimeSource::ExifGps:
        return tr("photo (GPS)");
    case model::TimeSource::Xmp:
        return tr("photo (XMP)");
    case model::TimeSource::PngText:
        return tr("picture (PNG)");
    case model::TimeSource::FileName:
        return tr("file name");
    case model::TimeSource::FileTime:
        return tr("time of the file");
    case model::TimeSource::MediaHeader:
        return tr("header of the recording");
    case model::TimeSource::SideFile:
        return tr("file beside it in the export");
    case model::TimeSource::SeenInPicture:
        return tr("seen in the picture");
    case model::TimeSource::Witness:
        return tr("witness");
    case model::TimeSource::OwnMemory:
        return tr("memory");
    case model::TimeSource::Document:
        return tr("document");
    case model::TimeSource::Unknown:
        break;
    }
    return tr("not known");
}

std::string Phrases::channel(const std::string& code) const {
    if (code == "telephone" || code == "call") return tr("telephone");
    if (code == "sms") return tr("text message");
    if (code == "chat") return tr("chat");
    if (code == "email") return tr("e-mail");
    if (code == "letter") return tr("letter");
    if (code == "physical") return tr("in person");
    if (code == "social") return tr("social media");
    if (code == "payment") return tr("payment");
    if (code == "other") return tr("other channel");
    return code;
}

std::string Phrases::contactChannel(const std::string& code) const {
    if (code == "sms") return tr("SMS/MMS");
    if (code == "call" || code == "telephone") return tr("Calls");
    if (code == "chat") return tr("Chat messages");
    if (code == "email") return tr("E-mail");
    if (code == "letter") return tr("Letters");
    if (code == "physical") return tr("In person");
    if (code == "social") return tr("Social media");
    if (code == "payment") return tr("Payments");
    if (code == "other" || code.empty()) return tr("Other");
    return code;
}

std::string Phrases::place(const std::string& code) const {
    if (code == "home") return tr("Home");
    if (code == "work") return tr("Work");
    if (code == "school") return tr("School, institution");
    if (code == "road") return tr("Road, public place");
    if (code == "others") return tr("At others' place");
    if (code == "online") return tr("Online");
    if (code == "other") return tr("Other place");
    return code;
}

std::string Phrases::target(const std::string& code) const {
    if (code == "me") return tr("The exposed person");
    if (code == "children") return tr("Children");
    if (code == "family") return tr("Family");
    if (code == "partner") return tr("New partner");
    if (code == "friends") return tr("Friends");
    if (code == "workplace") return tr("Workplace");
    return code;
}

std::string Phrases::identifiedBy(const std::string& code) const {
    if (code == "number") return tr("known number");
    if (code == "email") return tr("known e-mail address");
    if (code == "profile") return tr("known profile");
    if (code == "voice") return tr("voice");
    if (code == "seen") return tr("seen");
    if (code == "writing") return tr("handwriting");
    if (code == "content") return tr("mentions what only this person knows");
    if (code == "assumption") return tr("assumption");
    return code;
}

std::string Phrases::response(const std::string& code) const {
    if (code == "none") return tr("Did not answer.");
    if (code == "said-no") return tr("Answered no.");
    if (code == "answered") return tr("Answered.");
    if (code == "blocked") return tr("Blocked the sender.");
    if (code == "called-police") return tr("Called the police.");
    return code;
}

std::string Phrases::fear(int level) const {
    switch (level) {
    case 0:
        return tr("Not afraid.");
    case 1:
        return tr("A little afraid.");
    case 2:
        return tr("Afraid.");
    case 3:
        return tr("Very afraid.");
    case 4:
        return tr("Extremely afraid.");
    default:
        return {};
    }
}

std::string Phrases::milestone(const model::Milestone& m) const {
    return m.title.empty() ? tr(model::nameOf(m.kind)) : m.title;
}

std::string Phrases::afterOrder(model::MilestoneKind order, int days) const {
    if (days == 0) return tr("on the day of the order");
    if (order == model::MilestoneKind::ExclusionOrder)
        return trn("%1 day after exclusion", "%1 days after exclusion", days);
    return trn("%1 day after order", "%1 days after order", days);
}

std::string Phrases::itemKind(model::ItemKind kind) const {
    switch (kind) {
    case model::ItemKind::Sms:
    case model::ItemKind::Mms:
        return tr("SMS export");
    case model::ItemKind::Call:
        return tr("Call list");
    case model::ItemKind::Email:
        return tr("E-mail");
    case model::ItemKind::Chat:
        return tr("Chat export");
    case model::ItemKind::Photo:
        return tr("Photo");
    case model::ItemKind::Video:
        return tr("Video");
    case model::ItemKind::Audio:
        return tr("Sound recording");
    case model::ItemKind::Note:
        return tr("Note");
    case model::ItemKind::Notice:
        return tr("Notice of a service");
    case model::ItemKind::Document:
        break;
    }
    return tr("Document");
}

std::string Phrases::countedItems(model::ItemKind kind, int n) const {
    switch (kind) {
    case model::ItemKind::Sms:
    case model::ItemKind::Mms:
        return trn("%1 text message", "%1 text messages", n);
    case model::ItemKind::Call:
        return trn("%1 call", "%1 calls", n);
    case model::ItemKind::Email:
        return trn("%1 e-mail", "%1 e-mails", n);
    case model::ItemKind::Chat:
        return trn("%1 chat message", "%1 chat messages", n);
    case model::ItemKind::Photo:
        return trn("%1 picture", "%1 pictures", n);
    case model::ItemKind::Video:
        return trn("%1 film", "%1 films", n);
    case model::ItemKind::Audio:
        return trn("%1 recording", "%1 recordings", n);
    case model::ItemKind::Document:
        return trn("%1 document", "%1 documents", n);
    case model::ItemKind::Notice:
        return trn("%1 notice", "%1 notices", n);
    default:
        return trn("%1 file", "%1 files", n);
    }
}

std::string Phrases::callType(model::CallType type) const {
    switch (type) {
    case model::CallType::Incoming:
        return tr("Answered call");
    case model::CallType::Outgoing:
        return tr("Outgoing call");
    case model::CallType::Missed:
        return tr("Missed call");
    case model::CallType::Voicemail:
        return tr("Call to voicemail");
    case model::CallType::Rejected:
        return tr("Rejected call");
    case model::CallType::Blocked:
        return tr("Blocked call");
    case model::CallType::Other:
        break;
    }
    return tr("Call (whether answered is not stated)");
}

} // namespace core::report
