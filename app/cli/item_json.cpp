// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/item_json.h"

#include "core/base/date_format.h"
#include "core/base/error.h"
#include "core/share/file_reading.h"

#include <array>
#include <utility>

namespace app::cli {

using core::model::ItemKind;
using core::model::ParticipantRole;

namespace {

JsonObject::Ptr personJson(const core::query::PersonView& person) {
    auto o = newJson();
    o->set("name", person.name);
    o->set("id", person.written);
    return o;
}

// In the order of core::base::Precision.
constexpr std::array kPrecisionCodes{"millisecond", "second", "minute", "hour", "part-of-day",
                                     "day",         "week",   "month",  "year"};

void setTime(JsonObject& o, const core::query::ItemDetail& item) {
    std::optional<std::string> time;
    std::optional<std::string> offset;
    std::optional<std::string> precision;
    if (item.time) {
        precision = kPrecisionCodes.at(static_cast<std::size_t>(item.time->precision));
        time = core::base::toRfc3339(item.time->utcMs);
        if (item.time->offsetSeconds) offset = core::base::formatOffset(*item.time->offsetSeconds);
    }
    o.set("time", orNull(time));
    o.set("offset", orNull(offset));
    o.set("precision", orNull(precision));
    o.set("time_source", core::model::codeOf(item.timeSource));
}

// Of a film or a recording, in seconds; read from it where an older version took it in. 0: not known, or not
// to be read.
std::int64_t lengthOf(const core::query::CaseReader& reader, const core::query::AttachmentRow& attachment) {
    const bool isFilm = attachment.type.starts_with("video/") || attachment.type.starts_with("audio/");
    if (!isFilm || attachment.isMissing()) return 0;
    if (attachment.durationSeconds) return *attachment.durationSeconds;
    try {
        const auto source = reader.openAttachment(attachment.id);
        const auto reading = core::share::readAttachedFile(*source, attachment.name);
        return reading ? reading->seconds : 0;
    } catch (const core::base::Error&) {
        return 0; // a damaged original is told of by `verify`
    }
}

JsonArray::Ptr attachmentsJson(const core::query::ItemDetail& item, const core::query::CaseReader& reader) {
    JsonArray::Ptr list = new JsonArray;
    for (const core::query::AttachmentRow& attachment : item.attachmentList) {
        auto o = newJson();
        o->set("name", attachment.name);
        o->set("type", attachment.type);
        o->set("size", static_cast<Poco::UInt64>(attachment.size));
        o->set("sha256", core::base::toHex(attachment.sha256));
        if (const std::int64_t seconds = lengthOf(reader, attachment); seconds > 0)
            o->set("duration_s", static_cast<Poco::Int64>(seconds));
        list->add(o);
    }
    return list;
}

JsonObject::Ptr sourceJson(const core::query::ItemDetail& item) {
    auto o = newJson();
    o->set("file", item.source.name);
    o->set("sha256", item.source.sha256);
    o->set("position", static_cast<Poco::UInt64>(item.recordOffset));
    return o;
}

void setPhoto(JsonObject& o, const std::optional<core::model::PhotoInfo>& photo) {
    for (const char* key : {"width", "height", "orientation", "gps"}) o.set(key, Poco::Dynamic::Var());
    if (!photo) return;
    o.set("width", photo->width);
    o.set("height", photo->height);
    o.set("orientation", photo->orientation);
    if (!photo->gps) return;
    auto gps = newJson();
    gps->set("latitude", photo->gps->latitude);
    gps->set("longitude", photo->gps->longitude);
    o.set("gps", gps);
}

} // namespace

JsonObject::Ptr issueJson(const core::model::Issue& issue) {
    auto o = newJson();
    o->set("position", static_cast<Poco::UInt64>(issue.offset));
    o->set("what", core::model::codeOf(issue.code));
    o->set("severity", core::model::codeOf(issue.severity));
    o->set("detail", issue.detail);
    return o;
}

JsonObject::Ptr itemJson(const core::query::ItemDetail& item, const core::query::CaseReader& reader) {
    auto o = newJson();
    o->set("id", static_cast<Poco::Int64>(item.id));
    o->set("kind", core::model::codeOf(item.kind));
    setTime(*o, item);
    o->set("direction", core::model::codeOf(item.direction));
    JsonObject::Ptr from =
        personJson({}); // empty where the export does not name the sender: its owner, a camera
    bool haveFrom = false;
    JsonArray::Ptr to = new JsonArray;
    for (const core::query::PersonView& person : item.people) {
        if (person.role != ParticipantRole::From)
            to->add(personJson(person));
        else if (!std::exchange(haveFrom, true)) // a mail may have several; the first is the sender
            from = personJson(person);
    }
    o->set("from", from);
    o->set("to", to);
    o->set("subject", item.subject);
    o->set("text", item.fullText);
    o->set("attachments", attachmentsJson(item, reader));
    o->set("source", sourceJson(item));
    JsonArray::Ptr issues = new JsonArray;
    for (const core::model::Issue& issue : item.issues) issues->add(issueJson(issue));
    o->set("issues", issues);
    if (item.kind == ItemKind::Email) o->set("message_id", item.messageId);
    if (item.kind == ItemKind::Call) {
        o->set("duration_s", static_cast<Poco::Int64>(item.call.durationSeconds));
        o->set("call_type", core::model::codeOf(item.call.type));
    }
    const bool isFilm = item.kind == ItemKind::Video || item.kind == ItemKind::Audio;
    if (isFilm && item.call.durationSeconds > 0)
        o->set("duration_s", static_cast<Poco::Int64>(item.call.durationSeconds));
    if (!item.transcript.empty()) o->set("transcript", item.transcript);
    if (item.kind == ItemKind::Photo || item.photo) setPhoto(*o, item.photo);
    return o;
}

} // namespace app::cli
