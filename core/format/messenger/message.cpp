// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/message.h"

#include "core/format/chat/chat_record.h"
#include "core/format/messenger/mojibake.h"
#include "core/format/messenger/words.h"

namespace core::format::messenger {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

constexpr std::size_t kMostReactions = 5000; // of one message

// A member by its name in the ordinary export or in the end-to-end one.
const Value* member(const Value& value, std::string_view name, std::string_view other) {
    const Value* found = value.find(name);
    return found != nullptr ? found : value.find(other);
}

std::string textAt(const Value& value, std::string_view name) { return unmangled(value.textOf(name)); }

std::string textAt(const Value& value, std::string_view name, std::string_view other) {
    const Value* found = member(value, name, other);
    return found != nullptr && found->isString() ? unmangled(found->text) : std::string();
}

const Value* timeOf(const Value& value) { return member(value, "timestamp_ms", "timestamp"); }

void addLine(std::string& text, std::string_view line) {
    if (line.empty() || text.find(line) != std::string::npos) return;
    if (!text.empty()) text += '\n';
    text += line;
}

class Building {
public:
    Building(const Value& value, std::int64_t nowMs) : value_(value), nowMs_(nowMs) {}

    std::vector<Message> take() {
        ItemRecord& record = message_.record;
        record.kind = model::ItemKind::Chat;
        record.offset = value_.offset;
        record.length = value_.length;
        message_.sender = textAt(value_, "sender_name", "senderName");
        const std::string content = textAt(value_, "content", "text");
        record.text = content;
        const Value* time = timeOf(value_);
        chat::addTime(record, time != nullptr ? time->integer() : std::nullopt,
                      time != nullptr ? std::string_view(time->text) : std::string_view(), nowMs_);
        media();
        share();
        call();
        service(content);
        // Files have other names in the other export: their number stands for them, and only where there is
        // no text that says more.
        const std::size_t files = record.attachments.size() + missing_;
        record.identity = chat::identityOf(
            {message_.sender, timeKey(), content, content.empty() ? std::to_string(files) : std::string()});
        std::vector<Message> all{std::move(message_)};
        reactions(all);
        return all;
    }

private:
    std::string timeKey() const {
        const ItemRecord& record = message_.record;
        if (!record.times.empty()) return std::to_string(record.times.front().time.utcMs);
        const Value* time = timeOf(value_);
        return time != nullptr ? time->text : std::string();
    }

    void media() {
        for (const char* list : {"photos", "videos", "audio_files", "files", "gifs", "media"}) {
            const Value* found = value_.find(list);
            if (found == nullptr || !found->isArray()) continue;
            for (const Value& file : found->items) attach(textAt(file, "uri"));
        }
        if (const Value* sticker = value_.find("sticker"); sticker != nullptr)
            attach(textAt(*sticker, "uri"));
    }

    void attach(const std::string& uri) {
        if (uri.starts_with("http://") || uri.starts_with("https://"))
            return addLine(message_.record.text, uri);
        // A sentence in place of a path: "Failed to download media".
        if (uri.empty() || (uri.find('/') == std::string::npos && uri.find('.') == std::string::npos)) {
            chat::addIssue(message_.record, IssueCode::MissingAttachment, IssueSeverity::Odd, uri);
            ++missing_;
            return;
        }
        message_.record.attachments.push_back(chat::fileBeside(uri));
    }

    void share() {
        const Value* share = value_.find("share");
        if (share == nullptr) return;
        addLine(message_.record.text, textAt(*share, "share_text"));
        addLine(message_.record.text, textAt(*share, "link"));
    }

    void call() {
        const auto seconds = value_.integerOf("call_duration");
        const bool isMissed = value_.isTrueAt("missed");
        if (!seconds && !isMissed && value_.textOf("type") != "Call") return;
        ItemRecord& record = message_.record;
        record.kind = model::ItemKind::Call;
        model::CallInfo call;
        call.type = isMissed ? model::CallType::Missed : model::CallType::Other;
        call.rawType = isMissed ? "missed" : "call";
        call.durationSeconds = std::max<std::int64_t>(seconds.value_or(0), 0);
        record.call = std::move(call);
    }

    // What the service wrote itself, and what it says about the message.
    void service(const std::string& content) {
        ItemRecord& record = message_.record;
        const std::string_view type = value_.textOf("type");
        if (isReactionLine(content) || type == "Subscribe" || type == "Unsubscribe")
            record.kind = model::ItemKind::Notice;
        if (value_.isTrueAt("is_unsent") || value_.isTrueAt("isUnsent") || isUnsentLine(content))
            chat::addIssue(record, IssueCode::Withdrawn, IssueSeverity::Odd);
        else if (record.kind == model::ItemKind::Chat && record.text.empty() && record.attachments.empty() &&
                 missing_ == 0)
            chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "content");
        if (value_.isTrueAt("is_geoblocked_for_viewer"))
            chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "geoblocked");
        if (value_.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
        if (message_.sender.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        if (isGoneAccount(message_.sender)) // of everybody who is gone
            chat::addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Note, message_.sender);
    }

    // A reaction has no time of its own in most exports: then it is undated rather than dated like the
    // message.
    void reactions(std::vector<Message>& all) const {
        const Value* list = value_.find("reactions");
        if (list == nullptr || !list->isArray()) return;
        for (const Value& one : list->items) {
            if (!one.isObject() || all.size() > kMostReactions) continue;
            Message reaction;
            reaction.isReaction = true;
            reaction.sender = textAt(one, "actor");
            reaction.to = all.front().sender;
            ItemRecord& record = reaction.record;
            record.kind = model::ItemKind::Notice;
            record.offset = one.offset;
            record.length = one.length;
            const ItemRecord& about = all.front().record;
            const std::string sign = textAt(one, "reaction");
            const bool named = about.text.empty() && !about.attachments.empty();
            record.text = sign + ' ' + chat::quoted(named ? about.attachments.front().name : about.text);
            const Value* time = one.find("timestamp");
            chat::addTime(record, time != nullptr ? time->integer() : std::nullopt,
                          time != nullptr ? std::string_view(time->text) : std::string_view(), nowMs_);
            if (reaction.sender.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
            record.identity = chat::identityOf({"reaction", reaction.sender, sign, about.identity});
            all.push_back(std::move(reaction));
        }
    }

    const Value& value_;
    std::int64_t nowMs_;
    Message message_;
    std::size_t missing_ = 0; // files that are named and not there
};

} // namespace

bool isMessage(const Value& value) {
    return value.isObject() && timeOf(value) != nullptr &&
           member(value, "sender_name", "senderName") != nullptr;
}

std::vector<Message> messagesOf(const Value& value, std::int64_t nowMs) {
    if (!isMessage(value)) return {};
    return Building(value, nowMs).take();
}

} // namespace core::format::messenger
