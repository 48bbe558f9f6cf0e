// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/html_reader.h"

#include "core/base/utf8.h"
#include "core/format/chat/chat_record.h"
#include "core/format/html/whole_page.h"
#include "core/format/messenger/html_page.h"
#include "core/format/messenger/html_time.h"
#include "core/format/messenger/whose.h"
#include "core/format/messenger/words.h"

#include <algorithm>

namespace core::format {

namespace {

using messenger::HtmlMessage;
using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

class Page {
public:
    Page(messenger::HtmlPage page, const ReadContext& context, RecordSink& sink)
        : page_(std::move(page)), context_(context), sink_(sink),
          service_(messenger::serviceOfPath(context.folder)) {}

    void give() {
        findService();
        findPeople();
        std::size_t doubtful = 0;
        for (std::size_t i = 0; i < page_.messages.size(); ++i) {
            HtmlMessage& message = page_.messages[i];
            const bool isLast = i + 1 == page_.messages.size();
            if (page_.isCut && isLast)
                sink_.issue({IssueCode::Truncated, IssueSeverity::Skipped, {}, message.offset});
            else if (!message.time.empty()) // the rest are headings: who is in the thread
                doubtful += one(message);
        }
        if (page_.messages.empty()) sink_.issue({IssueCode::Malformed, IssueSeverity::Odd, {}, 0});
        if (doubtful > 0) sink_.issue({IssueCode::DoubtfulTime, IssueSeverity::Odd, "zone", 0});
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note,
                     "disappearing names-only chosen-period seconds duplicates-of-json", 0});
    }

private:
    void findService() {
        for (const HtmlMessage& message : page_.messages)
            for (const std::string& file : message.files)
                if (service_.empty()) service_ = messenger::serviceOfPath(file);
        if (service_.empty()) service_ = messenger::accountAround(context_.around, {}).service;
        if (!service_.empty()) return;
        service_ = messenger::kMessenger;
        sink_.issue({IssueCode::DoubtfulSender, IssueSeverity::Note, "messenger/instagram", 0});
    }

    void findPeople() {
        for (const HtmlMessage& message : page_.messages) {
            if (message.time.empty())
                isGroup_ = isGroup_ || contains(message.sender + message.text, ", ");
            else if (!message.sender.empty() && people_.size() < kMostPeople &&
                     std::find(people_.begin(), people_.end(), message.sender) == people_.end())
                people_.push_back(message.sender);
        }
        // A thread of two is called after the other one, who may not have written in it.
        if (people_.size() == 1 && !isGroup_ && !page_.title.empty() && people_.front() != page_.title)
            people_.push_back(page_.title);
    }

    // 1 where its time is doubtful.
    std::size_t one(const HtmlMessage& message) {
        ItemRecord record;
        record.kind =
            messenger::isReactionLine(message.text) ? model::ItemKind::Notice : model::ItemKind::Chat;
        record.offset = message.offset;
        record.length = message.length;
        record.text = message.text;
        for (const std::string& file : message.files) record.attachments.push_back(chat::fileBeside(file));
        people(record, message.sender);
        const bool dated = time(record, message.time);
        if (messenger::isUnsentLine(message.text))
            chat::addIssue(record, IssueCode::Withdrawn, IssueSeverity::Odd);
        else if (record.text.empty() && record.attachments.empty())
            chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "content");
        std::string files = record.text.empty() ? std::to_string(record.attachments.size()) : std::string();
        record.identity = chat::identityOf({"html", service_, message.sender,
                                            dated ? std::to_string(record.times[0].time.utcMs) : message.time,
                                            message.text, files});
        const std::string identity = record.identity;
        emit(std::move(record));
        for (const auto& reaction : message.reactions) react(message, reaction, identity);
        return dated ? 1 : 0;
    }

    void people(ItemRecord& record, const std::string& sender) {
        if (sender.empty())
            chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        else
            record.participants.push_back(chat::person(ParticipantRole::From, sender, service_));
        if (messenger::isGoneAccount(sender))
            chat::addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Note, sender);
        const bool isListed = people_.size() <= chat::kMostReceivers;
        for (const std::string& name : people_)
            if (isListed && name != sender)
                record.participants.push_back(chat::person(ParticipantRole::To, name, service_));
        if (people_.size() > 2) record.subject = page_.title;
    }

    bool time(ItemRecord& record, const std::string& written) {
        auto claim = messenger::writtenTime(written, context_.zone);
        if (!claim) {
            chat::addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, written);
            return false;
        }
        if (claim->time.basis == base::TimeBasis::LocalAmbiguous)
            chat::addIssue(record, IssueCode::AmbiguousHour, IssueSeverity::Odd, written);
        if (claim->time.basis == base::TimeBasis::LocalGap)
            chat::addIssue(record, IssueCode::NonexistentHour, IssueSeverity::Odd, written);
        if (context_.nowMs > 0 && claim->time.utcMs > context_.nowMs)
            chat::addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, written);
        chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Odd, "zone");
        record.times.push_back(std::move(*claim));
        return true;
    }

    // "❤️Mette (Apr 23, 2022 5:32 pm)"
    void react(const HtmlMessage& about, const messenger::HtmlReaction& reaction,
               const std::string& identity) {
        ItemRecord record;
        record.kind = model::ItemKind::Notice;
        record.offset = about.offset;
        record.length = about.length;
        const std::string sign = base::firstGraphemes(reaction.text, 1);
        std::string name = reaction.text.substr(sign.size());
        const std::size_t bracket = name.rfind(" (");
        if (bracket != std::string::npos && name.ends_with(")")) {
            const std::string written = name.substr(bracket + 2, name.size() - bracket - 3);
            if (messenger::writtenTime(written, context_.zone)) {
                time(record, written);
                name.resize(bracket);
            }
        }
        if (record.times.empty()) chat::addIssue(record, IssueCode::MissingDate, IssueSeverity::Odd);
        if (!name.empty()) record.participants.push_back(chat::person(ParticipantRole::From, name, service_));
        if (!about.sender.empty() && about.sender != name)
            record.participants.push_back(chat::person(ParticipantRole::To, about.sender, service_));
        const bool named = about.text.empty() && !about.files.empty();
        record.text = sign + ' ' + chat::quoted(named ? about.files.front() : about.text);
        record.identity = chat::identityOf({"reaction", reaction.text, identity});
        emit(std::move(record));
    }

    void emit(ItemRecord&& record) {
        record.index = ++given_;
        repeats_.tellApart(record);
        sink_.item(std::move(record));
    }

    static constexpr std::size_t kMostPeople = 2000;

    messenger::HtmlPage page_;
    const ReadContext& context_;
    RecordSink& sink_;
    std::string service_;
    std::vector<std::string> people_;
    bool isGroup_ = false;
    chat::Repeats repeats_;
    std::uint64_t given_ = 0;
};

// message_1.html; other pages of the export are built of the same classes.
bool isNamedLikeThread(const std::string& name) {
    constexpr std::string_view kBegin = "message_";
    constexpr std::string_view kEnd = ".html";
    if (name.size() <= kBegin.size() + kEnd.size() || !name.starts_with(kBegin) || !name.ends_with(kEnd))
        return false;
    return std::all_of(name.begin() + kBegin.size(), name.end() - kEnd.size(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Confidence MessengerHtmlReader::probe(const ProbeInput& input) const {
    if (!html::looksLikePage(input.head)) return Confidence::No;
    const bool isOurs = contains(input.head, "_a6-g") || contains(input.head, "uiBoxWhite");
    if (!isOurs) return Confidence::No;
    bool inBox = isNamedLikeThread(input.fileName);
    for (const char* box :
         {"inbox", "archived_threads", "filtered_threads", "message_requests", "e2ee_cutover"})
        inBox = inBox || contains("/" + input.folder + "/", "/" + std::string(box) + "/");
    return inBox ? Confidence::Likely : Confidence::No;
}

void MessengerHtmlReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    if (const auto bytes = html::wholePage(source, sink))
        Page(messenger::pageOf(*bytes), context, sink).give();
}

} // namespace core::format
