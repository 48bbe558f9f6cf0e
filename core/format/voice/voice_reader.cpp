// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/voice/voice_reader.h"

#include "core/format/chat/conversation.h"
#include "core/format/chat/written_time.h"
#include "core/format/html/whole_page.h"
#include "core/format/voice/voice_page.h"

#include <algorithm>

namespace core::format {

namespace {

using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using voice::Entry;
using voice::Party;

model::Participant personOf(const Party& party) {
    model::Participant person;
    person.kind = model::IdentifierKind::Phone;
    person.id = party.number;
    person.name = party.name;
    if (!party.number.empty() || party.name.empty()) return person;
    return chat::person(model::ParticipantRole::From, party.name, "google-voice");
}

// "PT1H2M3S"
std::int64_t secondsOf(std::string_view duration) {
    if (!duration.starts_with("PT")) return 0;
    std::int64_t all = 0;
    std::int64_t number = 0;
    for (const char c : duration.substr(2)) {
        if (c >= '0' && c <= '9' && number < 1'000'000) {
            number = number * 10 + (c - '0');
            continue;
        }
        all += c == 'H' ? number * 3600 : c == 'M' ? number * 60 : c == 'S' ? number : 0;
        number = 0;
    }
    return all;
}

class Giving {
public:
    Giving(const voice::Page& page, const ReadContext& context, RecordSink& sink)
        : page_(page), context_(context), sink_(sink), conversation_(sink) {}

    void give() {
        for (const Party& party : page_.group) conversation_.add(personOf(party));
        if (!page_.group.empty()) conversation_.setGroup();
        for (const Entry& entry : page_.entries) one(entry);
        conversation_.end();
        if (page_.isCut) sink_.issue({IssueCode::Truncated, IssueSeverity::Skipped, {}, page_.cutAt});
        if (page_.entries.empty() && !page_.isCut)
            sink_.issue({IssueCode::Malformed, IssueSeverity::Odd, {}, 0});
    }

private:
    bool isTagged(std::string_view tag) const {
        return std::find(page_.tags.begin(), page_.tags.end(), tag) != page_.tags.end();
    }

    void one(const Entry& entry) {
        chat::Message message;
        ItemRecord& record = message.record;
        record.offset = entry.offset;
        record.length = entry.length;
        record.text = entry.text;
        chat::addWithOffset(record, entry.time, context_.nowMs);
        for (const std::string& file : entry.files) record.attachments.push_back(fileNamed(file));
        const model::Participant party = personOf(entry.party);
        if (page_.isCall) {
            call(record);
            if (record.direction == Direction::Out)
                conversation_.add(party);
            else
                message.from = party;
            if (party.id.empty()) chat::addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Odd);
        } else {
            record.kind = record.attachments.empty() ? ItemKind::Sms : ItemKind::Mms;
            message.from = party;
            record.direction = entry.party.isOwner ? Direction::Out : Direction::In;
            if (party.id.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        }
        if (page_.isDeleted)
            chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "user-deleted");
        record.identity = chat::identityOf(
            {"google-voice", record.call ? record.call->rawType : std::string("text"), party.id,
             record.times.empty() ? entry.time : std::to_string(record.times.front().time.utcMs), record.text,
             std::to_string(record.attachments.size())});
        conversation_.add(std::move(message));
    }

    void call(ItemRecord& record) const {
        record.kind = ItemKind::Call;
        model::CallInfo call;
        if (isTagged("placed")) {
            call.type = CallType::Outgoing;
        } else if (isTagged("missed")) {
            call.type = CallType::Missed;
        } else if (isTagged("voicemail")) {
            call.type = CallType::Voicemail;
        } else if (isTagged("received")) {
            call.type = CallType::Incoming;
        }
        if (call.type != CallType::Other)
            record.direction = call.type == CallType::Outgoing ? Direction::Out : Direction::In;
        for (const std::string& tag : page_.tags) call.rawType += (call.rawType.empty() ? "" : " ") + tag;
        call.durationSeconds = secondsOf(page_.duration);
        record.call = std::move(call);
    }

    // The names in the page lack the ending, or have another one.
    model::Attachment fileNamed(const std::string& written) const {
        std::string path = written;
        if (context_.around != nullptr && context_.around->open(path) == nullptr)
            for (const char* ending : {".jpg", ".mp3", ".gif", ".png", ".mp4", ".3gp", ".amr", ".vcf"})
                if (context_.around->open(written + ending) != nullptr) {
                    path = written + ending;
                    break;
                }
        return chat::fileBeside(path);
    }

    const voice::Page& page_;
    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
};

} // namespace

Confidence GoogleVoiceReader::probe(const ProbeInput& input) const {
    if (!html::looksLikePage(input.head)) return Confidence::No;
    const auto has = [&](std::string_view part) { return input.head.find(part) != std::string_view::npos; };
    const bool isChat = has("class=\"hChatLog hfeed\"") && has("class=\"message\"");
    const bool isCall = has("class=\"haudio\"") && has("class=\"contributor vcard\"");
    return isChat || isCall ? Confidence::Likely : Confidence::No;
}

void GoogleVoiceReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    if (const auto bytes = html::wholePage(source, sink)) Giving(voice::pageOf(*bytes), context, sink).give();
}

} // namespace core::format
