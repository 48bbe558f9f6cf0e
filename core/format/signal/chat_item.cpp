// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/chat_item.h"

#include "core/format/chat/written_time.h"
#include "core/format/signal/chat_update.h"
#include "core/format/signal/media_name.h"

#include <algorithm>

namespace core::format::signal {

namespace {

using json::Value;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::TimeSource;

constexpr std::size_t kMostReactions = 5000;     // of one message
constexpr std::int64_t kClocksAgreeMs = 600'000; // ten minutes

std::string bodyOf(const Value& value, std::string_view name) {
    const Value* text = value.find(name);
    return text != nullptr ? std::string(text->textOf("body")) : std::string();
}

class Building {
public:
    Building(const Value& item, const People& people, const ReadContext& context)
        : item_(item), people_(people), context_(context), author_(digitsAt(item, "authorId")) {}

    std::vector<chat::Message> take() {
        ItemRecord& record = message_.record;
        record.kind = ItemKind::Chat;
        record.offset = item_.offset;
        record.length = item_.length;
        sender();
        times();
        content();
        const std::string body = record.text;
        record.identity = chat::identityOf({kService, message_.from.id, digitsAt(item_, "dateSent"), body,
                                            record.call ? record.call->rawType : std::to_string(files_)});
        marks();
        std::vector<chat::Message> all{std::move(message_)};
        reactions(all);
        return all;
    }

private:
    ItemRecord& record() { return message_.record; }

    void issue(IssueCode code, IssueSeverity severity, std::string detail = {}) {
        chat::addIssue(record(), code, severity, std::move(detail));
    }

    void sender() {
        const bool isOut = item_.find("outgoing") != nullptr;
        const bool isIn = item_.find("incoming") != nullptr;
        if (isOut && author_.empty()) author_ = std::string(people_.self());
        message_.from = people_.person(author_);
        if (isOut || isIn) record().direction = isOut ? Direction::Out : Direction::In;
        if (author_.empty())
            issue(IssueCode::MissingSender, IssueSeverity::Odd);
        else if (!people_.isKnown(author_))
            issue(IssueCode::DoubtfulSender, IssueSeverity::Odd, "#" + author_);
        if (isOut != people_.isSelf(author_) && (isOut || isIn) && !people_.self().empty())
            issue(IssueCode::SenderDisagrees, IssueSeverity::Odd);
    }

    void times() {
        const std::string sent = digitsAt(item_, "dateSent");
        chat::addTime(record(), item_.integerOf("dateSent"), sent, context_.nowMs);
        const Value* incoming = item_.find("incoming");
        if (incoming == nullptr) return;
        if (!record().times.empty()) record().times.front().source = TimeSource::MessageSent; // his clock
        for (const char* other : {"dateServerSent", "dateReceived"}) {
            const auto value = incoming->integerOf(other);
            auto claim = value ? chat::claimOf(*value, digitsAt(*incoming, other)) : std::nullopt;
            if (!claim) continue;
            if (std::string_view(other) == "dateServerSent") claim->source = TimeSource::MessageSent;
            // Later only means that it waited; earlier that his clock is wrong.
            if (!record().times.empty() &&
                claim->time.utcMs < record().times.front().time.utcMs - kClocksAgreeMs &&
                std::none_of(record().issues.begin(), record().issues.end(),
                             [](const auto& one) { return one.code == IssueCode::DateDisagrees; }))
                issue(IssueCode::DateDisagrees, IssueSeverity::Odd, claim->asWritten);
            record().times.push_back(std::move(*claim));
        }
    }

    void content() {
        if (const Value* standard = item_.find("standardMessage"); standard != nullptr)
            return this->standard(*standard);
        if (const Value* once = item_.find("viewOnceMessage"); once != nullptr) return viewOnce(*once);
        if (const Value* story = item_.find("directStoryReplyMessage"); story != nullptr) {
            reactionsOf_ = story;
            if (const Value* reply = story->find("textReply"); reply != nullptr)
                record().text = bodyOf(*reply, "text");
            chat::addLine(record().text, story->textOf("emoji"));
            return;
        }
        if (const Value* sticker = item_.find("stickerMessage"); sticker != nullptr)
            return this->sticker(*sticker);
        if (const Value* contact = item_.find("contactMessage"); contact != nullptr)
            return this->contact(*contact);
        if (item_.find("remoteDeletedMessage") != nullptr || item_.find("adminDeletedMessage") != nullptr)
            return issue(IssueCode::Withdrawn, IssueSeverity::Odd);
        if (const Value* update = item_.find("updateMessage"); update != nullptr)
            return addUpdate(*update, people_.room(digitsAt(item_, "chatId")), people_, message_);
        if (const Value* poll = item_.find("poll"); poll != nullptr) {
            record().text = std::string(poll->textOf("question"));
            if (const Value* options = poll->find("options"); options != nullptr)
                for (const Value& option : options->items)
                    chat::addLine(record().text, "- " + std::string(option.textOf("option")));
            return;
        }
        issue(IssueCode::NotContained, IssueSeverity::Odd, "unsupported");
    }

    void standard(const Value& message) {
        reactionsOf_ = &message;
        quote_ = message.find("quote");
        record().text = bodyOf(message, "text");
        if (const Value* whole = message.find("longText");
            whole != nullptr) { // beyond 2 kB in a file of its own
            issue(IssueCode::NotContained, IssueSeverity::Odd, "long-text");
            if (auto file = attachmentOf(*whole, context_.around); file)
                record().attachments.push_back(std::move(*file));
        }
        // The app makes one of a message, whose text has the address already.
        if (const Value* previews = message.find("linkPreview");
            previews != nullptr && !previews->items.empty()) {
            const std::string_view url = previews->items.front().textOf("url");
            if (record().text.find(url) == std::string::npos) chat::addLine(record().text, url);
        }
        const Value* list = message.find("attachments");
        if (list == nullptr) return;
        for (const Value& one : list->items) attach(one);
    }

    void attach(const Value& one) {
        const Value* pointer = one.find("pointer");
        ++files_;
        if (pointer == nullptr) return issue(IssueCode::MissingAttachment, IssueSeverity::Odd);
        if (auto file = attachmentOf(*pointer, context_.around); file)
            record().attachments.push_back(std::move(*file));
        else
            issue(IssueCode::MissingAttachment, IssueSeverity::Odd,
                  std::string(
                      pointer->textOf(pointer->textOf("fileName").empty() ? "contentType" : "fileName")));
        chat::addLine(record().text, pointer->textOf("caption"));
    }

    void viewOnce(const Value& message) {
        reactionsOf_ = &message;
        ++files_;
        const Value* file = message.find("attachment");
        if (file != nullptr)
            attach(*file);
        else
            issue(IssueCode::NotContained, IssueSeverity::Odd, "self-destruct");
    }

    void sticker(const Value& message) {
        reactionsOf_ = &message;
        const Value* sticker = message.find("sticker");
        if (sticker == nullptr) return;
        record().text = std::string(sticker->textOf("emoji"));
        if (const Value* data = sticker->find("data"); data != nullptr)
            if (auto file = attachmentOf(*data, context_.around); file)
                record().attachments.push_back(std::move(*file));
    }

    void contact(const Value& message) {
        reactionsOf_ = &message;
        const Value* contact = message.find("contact");
        if (contact == nullptr) return;
        if (const Value* name = contact->find("name"); name != nullptr)
            for (const char* part : {"givenName", "familyName"})
                chat::addLine(record().text, name->textOf(part));
        if (const Value* numbers = contact->find("number"); numbers != nullptr)
            for (const Value& number : numbers->items) chat::addLine(record().text, number.textOf("value"));
    }

    void marks() {
        if (item_.repaired) issue(IssueCode::InvalidCharacters, IssueSeverity::Odd);
        if (const Value* revisions = item_.find("revisions");
            revisions != nullptr && !revisions->items.empty()) {
            issue(IssueCode::Edited, IssueSeverity::Note, std::to_string(revisions->items.size()));
            for (const Value& revision : revisions->items)
                if (const Value* before = revision.find("standardMessage"); before != nullptr)
                    chat::addLine(record().text, "< " + bodyOf(*before, "text"));
        }
        if (const auto expires = item_.integerOf("expiresInMs"); expires && *expires > 0)
            issue(IssueCode::NotContained, IssueSeverity::Note,
                  "disappearing " + std::to_string(*expires / 1000));
        notSent();
        if (quote_ == nullptr) return;
        const model::Participant whom = people_.person(digitsAt(*quote_, "authorId"));
        const std::string line =
            chat::replyMark(whom.name.empty() ? whom.id : whom.name, bodyOf(*quote_, "text"));
        record().text = line + (record().text.empty() ? "" : "\n" + record().text);
    }

    void notSent() {
        const Value* outgoing = item_.find("outgoing");
        const Value* states = outgoing != nullptr ? outgoing->find("sendStatus") : nullptr;
        if (states == nullptr || states->items.empty()) return;
        const bool isNowhere = std::all_of(states->items.begin(), states->items.end(), [](const Value& one) {
            return one.find("failed") != nullptr || one.find("pending") != nullptr ||
                   one.find("skipped") != nullptr;
        });
        if (isNowhere) issue(IssueCode::NotSent, IssueSeverity::Odd);
    }

    void reactions(std::vector<chat::Message>& all) {
        const Value* list = reactionsOf_ != nullptr ? reactionsOf_->find("reactions") : nullptr;
        if (list == nullptr) return;
        for (const Value& one : list->items) {
            if (!one.isObject() || all.size() > kMostReactions) continue;
            const std::string by = digitsAt(one, "authorId");
            chat::Message reaction =
                chat::reactionTo(all.front(), people_.person(by), std::string(one.textOf("emoji")));
            reaction.record.offset = one.offset;
            reaction.record.length = one.length;
            if (!people_.self().empty() && !by.empty())
                reaction.record.direction = people_.isSelf(by) ? Direction::Out : Direction::In;
            chat::addTime(reaction.record, one.integerOf("sentTimestamp"), digitsAt(one, "sentTimestamp"),
                          context_.nowMs);
            all.push_back(std::move(reaction));
        }
    }

    const Value& item_;
    const People& people_;
    const ReadContext& context_;
    std::string author_;
    chat::Message message_;
    const Value* reactionsOf_ = nullptr;
    const Value* quote_ = nullptr;
    std::size_t files_ = 0;
};

} // namespace

std::vector<chat::Message> itemsOf(const Value& item, const People& people, const ReadContext& context) {
    return Building(item, people, context).take();
}

} // namespace core::format::signal
