// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/telegram/html_reader.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/format/chat/conversation.h"
#include "core/format/chat/written_time.h"
#include "core/format/html/whole_page.h"
#include "core/format/telegram/html_page.h"
#include "core/format/telegram/message.h"

#include <cstdio>
#include <unordered_map>

namespace core::format {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using telegram::HtmlMessage;

bool isDigits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "+02:00" in seconds.
std::optional<std::int32_t> offsetOf(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' ||
        !isDigits(text.substr(1, 2)) || !isDigits(text.substr(4)))
        return std::nullopt;
    const std::int32_t seconds =
        ((text[1] - '0') * 10 + (text[2] - '0')) * 3600 + ((text[4] - '0') * 10 + (text[5] - '0')) * 60;
    return text[0] == '-' ? -seconds : seconds;
}

class Page {
public:
    Page(telegram::HtmlPage page, const ReadContext& context, RecordSink& sink)
        : page_(std::move(page)), context_(context), sink_(sink), conversation_(sink) {}

    void give() {
        conversation_.setTitle(page_.title);
        findOther();
        for (const HtmlMessage& message : page_.messages) one(message);
        conversation_.end();
        if (page_.isCut) sink_.issue({IssueCode::Truncated, IssueSeverity::Skipped, {}, page_.cutAt});
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note,
                     "secret-chats deleted chosen-period names-only duplicates-of-json", 0});
    }

private:
    static model::Participant person(const std::string& name) {
        return chat::person(model::ParticipantRole::From, name, telegram::kService);
    }

    // A chat of two is called after the other one, who may not have written in it. A group says somewhere
    // that it is one.
    void findOther() {
        std::string writer;
        for (const HtmlMessage& message : page_.messages) {
            if (message.isService && (message.text.find(" group") != std::string::npos ||
                                      message.text.find("hannel") != std::string::npos))
                return conversation_.setGroup();
            if (message.sender.empty() || message.sender == writer) continue;
            if (!writer.empty()) return;
            writer = message.sender;
        }
        if (!writer.empty() && writer != page_.title) conversation_.add(person(page_.title));
    }

    void one(const HtmlMessage& from) {
        if (from.isService && from.id.starts_with("message-")) {
            day_ = base::parseDate(from.text);
            dayText_ = from.text;
            return;
        }
        chat::Message message;
        ItemRecord& record = message.record;
        record.kind = from.isService ? ItemKind::Notice : ItemKind::Chat;
        record.offset = from.offset;
        record.length = from.length;
        if (from.isService) {
            dayTime(record);
        } else {
            sender(from, message);
            time(from, record);
        }
        record.text = from.text;
        content(from, record);
        record.identity = chat::identityOf(
            {telegram::kService, "html", from.id, message.from.id,
             record.times.empty() ? from.time : std::to_string(record.times.front().time.utcMs), record.text,
             std::to_string(from.files.size()) + from.status});
        told_[from.id] = {message.from.name, record.text};
        marks(from, record);
        add(from, std::move(message));
    }

    void add(const HtmlMessage& from, chat::Message&& message) {
        std::vector<chat::Message> reactions;
        for (const telegram::HtmlReaction& reaction : from.reactions)
            for (const std::string& name : reaction.names) {
                reactions.push_back(chat::reactionTo(message, person(name), reaction.sign));
                chat::addIssue(reactions.back().record, IssueCode::MissingDate, IssueSeverity::Note);
            }
        conversation_.add(std::move(message));
        for (chat::Message& reaction : reactions) conversation_.add(std::move(reaction));
    }

    void sender(const HtmlMessage& from, chat::Message& message) {
        std::string name = from.isJoined && from.sender.empty() ? lastSender_ : from.sender;
        if (const std::size_t via = name.rfind(" via @"); via != std::string::npos) name.resize(via);
        lastSender_ = name;
        if (name.empty())
            chat::addIssue(message.record, IssueCode::MissingSender, IssueSeverity::Odd);
        else if (name == "Deleted Account") // of everybody who is gone
            chat::addIssue(message.record, IssueCode::DoubtfulSender, IssueSeverity::Note, name);
        message.from = person(name);
    }

    void time(const HtmlMessage& from, ItemRecord& record) const {
        base::CivilTime civil;
        int read = 0;
        const std::string& text = from.time;
        if (text.size() > 60 ||
            std::sscanf(text.c_str(), "%2d.%2d.%4d %2d:%2d:%2d%n", &civil.day, &civil.month, &civil.year,
                        &civil.hour, &civil.minute, &civil.second, &read) != 6 ||
            read != 19 || !base::isValid(civil) || civil.year < 2013) {
            chat::addIssue(record, text.empty() ? IssueCode::MissingDate : IssueCode::InvalidDate,
                           IssueSeverity::Odd, text.substr(0, 60));
            return;
        }
        model::TimeClaim claim;
        claim.source = model::TimeSource::MessageExport;
        claim.asWritten = text;
        const std::string_view zone = html::trimmed(std::string_view(text).substr(19));
        const auto offset = zone.starts_with("UTC") ? offsetOf(zone.substr(3)) : std::nullopt;
        if (offset) {
            claim.time.utcMs = base::civilToMs(civil) - std::int64_t{*offset} * 1000;
            claim.time.offsetSeconds = offset;
            claim.time.basis = base::TimeBasis::Offset;
        } else {
            claim.time = base::fromLocal(civil, context_.zone, base::Precision::Second);
            chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Note,
                           zone.empty() ? "zone" : text);
        }
        chat::addClaim(record, std::move(claim), context_.nowMs);
    }

    // Of a line of the service the page tells only the day.
    void dayTime(ItemRecord& record) const {
        if (!day_) {
            chat::addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd);
            return;
        }
        model::TimeClaim claim;
        claim.time = base::fromLocal(*day_, context_.zone, base::Precision::Day);
        claim.source = model::TimeSource::MessageExport;
        claim.asWritten = dayText_;
        chat::addClaim(record, std::move(claim), context_.nowMs);
        chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Note, "zone");
    }

    void content(const HtmlMessage& from, ItemRecord& record) const {
        if (from.mediaClass == "media_call") return call(from, record);
        for (const std::string& file : from.files) {
            record.attachments.push_back(chat::fileBeside(file));
            if (from.mediaClass == "media_file" && !from.title.empty())
                record.attachments.back().name = from.title.substr(from.title.find_last_of("/\\") + 1);
        }
        const bool isFile = from.mediaClass == "media_file" || from.mediaClass == "media_photo" ||
                            from.mediaClass == "media_video" || from.mediaClass == "media_voice_message" ||
                            from.mediaClass == "media_audio_file";
        if (isFile && from.files.empty()) {
            if (from.title.starts_with("Self-destructing"))
                chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Odd, "self-destruct");
            else
                chat::addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd, from.title);
        } else if (!isFile) {
            for (const std::string& line : {from.title, from.description, from.status})
                chat::addLine(record.text, line);
        }
        for (const std::string& link : from.links) chat::addLine(record.text, link);
        for (const std::string& line : from.poll) chat::addLine(record.text, line);
    }

    // "Outgoing (45 seconds)": said from the side of whoever exported.
    static void call(const HtmlMessage& from, ItemRecord& record) {
        record.kind = ItemKind::Call;
        model::CallInfo call;
        call.rawType = from.status;
        const bool isOut = from.status.starts_with("Outgoing") || from.status.starts_with("Cancelled");
        const bool isIn = from.status.starts_with("Incoming") || from.status.starts_with("Missed") ||
                          from.status.starts_with("Declined");
        if (isOut || isIn) record.direction = isOut ? Direction::Out : Direction::In;
        if (from.status.starts_with("Missed")) call.type = model::CallType::Missed;
        if (from.status.starts_with("Declined")) call.type = model::CallType::Rejected;
        const std::size_t open = from.status.find('(');
        if (open != std::string::npos) {
            int seconds = 0;
            if (std::sscanf(from.status.c_str() + open, "(%7d seconds)", &seconds) == 1 && seconds > 0)
                call.durationSeconds = seconds;
        }
        record.call = std::move(call);
    }

    void marks(const HtmlMessage& from, ItemRecord& record) const {
        if (from.isForwarded) chat::markForwarded(record, from.forwardedFrom);
        if (from.replyTo.empty()) return;
        const auto found = told_.find(from.replyTo);
        std::string line = "> #" + from.replyTo;
        if (found != told_.end()) line = chat::replyMark(found->second.name, found->second.text);
        record.text = line + (record.text.empty() ? "" : "\n" + record.text);
    }

    struct Told {
        std::string name;
        std::string text;
    };

    telegram::HtmlPage page_;
    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::optional<base::CivilTime> day_;
    std::string dayText_;
    std::string lastSender_;
    std::unordered_map<std::string, Told> told_;
};

} // namespace

Confidence TelegramHtmlReader::probe(const ProbeInput& input) const {
    if (!html::looksLikePage(input.head)) return Confidence::No;
    const auto has = [&](std::string_view part) { return input.head.find(part) != std::string_view::npos; };
    const bool isOurs = has("page_body chat_page") && has("class=\"history\"") &&
                        (has("class=\"message default clearfix") || has("class=\"message service\""));
    return isOurs ? Confidence::Likely : Confidence::No;
}

void TelegramHtmlReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    if (const auto bytes = html::wholePage(source, sink))
        Page(telegram::pageOf(*bytes), context, sink).give();
}

} // namespace core::format
