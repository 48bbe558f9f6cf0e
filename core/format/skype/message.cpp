// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/skype/message.h"

#include "core/format/chat/written_time.h"
#include "core/format/html/tokens.h"
#include "core/format/html/whole_page.h"

#include <algorithm>
#include <cstdlib>

namespace core::format::skype {

namespace {

using html::Token;
using json::Value;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr const char* kService = "skype";
constexpr std::int64_t kLongestCall = 7LL * 24 * 3600; // seconds

// The words of a message. A quotation stands before the answer, with its author; what Skype puts around it
// for programs of before is left out.
class Words {
public:
    explicit Words(std::string_view markup) : tokens_(markup) {}

    std::string take() {
        for (Token token = tokens_.next(); token.kind != Token::Kind::End; token = tokens_.next()) {
            if (token.kind == Token::Kind::Text) {
                if (legacy_ == 0) (quote_ > 0 ? quoted_ : words_) += html::decoded(token.text);
            } else if (token.kind == Token::Kind::Open) {
                open(token);
            } else {
                close(token);
            }
        }
        endQuote();
        return std::string(html::trimmed(words_));
    }

private:
    void open(const Token& tag) {
        if (tag.is("br")) (quote_ > 0 ? quoted_ : words_) += '\n';
        if (tag.isVoid) return;
        if (tag.is("legacyquote")) ++legacy_;
        if (tag.is("quote") && quote_++ == 0) {
            author_ = tag.attribute("authorname");
            if (author_.empty()) author_ = tag.attribute("author");
        }
        if (tag.is("a") || tag.is("URIObject")) {
            address_ = tag.attribute(tag.is("a") ? "href" : "uri");
            addressAt_ = words_.size();
        }
    }

    void close(const Token& tag) {
        if (tag.is("legacyquote") && legacy_ > 0) --legacy_;
        if (tag.is("quote") && quote_ > 0 && --quote_ == 0) endQuote();
        // Behind other words than itself an address would stay hidden.
        if ((tag.is("a") || tag.is("URIObject")) && !address_.empty()) {
            const std::string_view shown =
                std::string_view(words_).substr(std::min(addressAt_, words_.size()));
            if (shown.find(address_) == std::string_view::npos) words_ += " (" + address_ + ")";
            address_.clear();
        }
    }

    void endQuote() {
        if (quoted_.empty()) return;
        words_ += chat::replyMark(author_, html::trimmed(quoted_)) + '\n';
        quoted_.clear();
    }

    html::Tokens tokens_;
    std::string words_;
    std::string quoted_;
    std::string author_;
    std::string address_;
    std::size_t addressAt_ = 0; // where the words of the link begin
    int quote_ = 0;
    int legacy_ = 0;
};

// <partlist type="ended"><part
// identity="live:jens"><name>Jens</name><duration>83</duration></part></partlist>
void makeCall(std::string_view markup, ItemRecord& record) {
    model::CallInfo call;
    html::Tokens tokens(markup);
    bool isDuration = false;
    for (Token token = tokens.next(); token.kind != Token::Kind::End; token = tokens.next()) {
        if (token.kind == Token::Kind::Open && token.is("partlist")) call.rawType = token.attribute("type");
        if (token.kind == Token::Kind::Text && isDuration) {
            const double seconds = std::strtod(std::string(token.text.substr(0, 20)).c_str(), nullptr);
            if (seconds > 0 && seconds < static_cast<double>(kLongestCall))
                call.durationSeconds = std::max(call.durationSeconds, static_cast<std::int64_t>(seconds));
        }
        isDuration = token.kind == Token::Kind::Open && token.is("duration");
    }
    record.text.clear();
    // The beginning and the end of a call are two lines; the one that knows how it went is the call.
    if (call.rawType == "started") {
        record.kind = ItemKind::Notice;
        record.text = "Event/Call started";
        return;
    }
    record.kind = ItemKind::Call;
    if (call.rawType == "missed") call.type = model::CallType::Missed;
    if (call.rawType == "ended")
        chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Note, "end-of-call");
    record.call = std::move(call);
}

// <addmember><eventtime>1</eventtime><initiator>8:live:a</initiator><target>8:live:b</target></addmember>:
// who it was about, one a line.
std::string lineOfService(std::string_view type, std::string_view markup) {
    std::string text(type);
    html::Tokens tokens(markup);
    bool isTime = false;
    for (Token token = tokens.next(); token.kind != Token::Kind::End; token = tokens.next()) {
        if (token.kind == Token::Kind::Text && !isTime)
            chat::addLine(text, accountOf(html::trimmed(html::decoded(token.text))));
        isTime = token.kind == Token::Kind::Open && token.is("eventtime");
    }
    return text;
}

void addTime(const Value& value, ItemRecord& record, const ReadContext& context) {
    const std::string_view written = value.textOf("originalarrivaltime");
    const bool isUtcByHabit = chat::writtenTime(written) && chat::writtenTime(written)->rest.empty();
    if (isUtcByHabit)
        chat::addUtc(record, written, context.nowMs);
    else
        chat::addWithOffset(record, written, context.nowMs);
}

} // namespace

bool isMessage(const Value& value) {
    return value.isObject() && value.find("originalarrivaltime") != nullptr &&
           value.find("messagetype") != nullptr && value.find("from") != nullptr;
}

std::string accountOf(std::string_view id) {
    const std::size_t colon = id.find(':');
    const bool isNetwork = colon != std::string_view::npos && colon > 0 && colon <= 2 &&
                           id.substr(0, colon).find_first_not_of("0123456789") == std::string_view::npos;
    return std::string(isNetwork ? id.substr(colon + 1) : id);
}

model::Participant person(std::string_view id, std::string_view name) {
    const std::string account = accountOf(id);
    // "4:+4511223344": a telephone.
    if (account.starts_with("+"))
        return {model::ParticipantRole::From, model::IdentifierKind::Phone, account, std::string(name)};
    model::Participant one = chat::person(model::ParticipantRole::From, account, kService);
    if (!name.empty()) one.name = std::string(name);
    return one;
}

chat::Message messageOf(const Value& value, const ReadContext& context) {
    chat::Message message;
    ItemRecord& record = message.record;
    const std::string_view type = value.textOf("messagetype");
    const std::string_view content = value.textOf("content");
    const bool isWritten = type == "Text" || type.starts_with("RichText");
    record.kind = isWritten ? ItemKind::Chat : ItemKind::Notice;
    record.offset = value.offset;
    record.length = value.length;
    // A line that the chat itself wrote is from "19:...@thread.skype".
    if (isWritten || !value.textOf("from").starts_with("19:"))
        message.from = person(value.textOf("from"), value.textOf("displayName"));
    if (message.from.id.empty() && isWritten)
        chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    addTime(value, record, context);
    if (type == "Text")
        record.text = std::string(content);
    else
        record.text = isWritten ? Words(content).take() : lineOfService(type, content);
    if (type == "Event/Call") makeCall(content, record);
    const Value* properties = value.find("properties");
    const bool isGone = properties != nullptr && properties->find("deletetime") != nullptr;
    if (isGone)
        chat::addIssue(record, IssueCode::Withdrawn, IssueSeverity::Odd);
    else if (record.text.empty() && isWritten)
        chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "content");
    if (properties != nullptr && properties->find("edittime") != nullptr)
        chat::addIssue(record, IssueCode::Edited, IssueSeverity::Note);
    if (type.starts_with("RichText/UriObject") || type.starts_with("RichText/Media"))
        chat::addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd, std::string(type));
    if (value.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    record.identity = chat::identityOf(
        {kService, value.textOf("id"), message.from.id, value.textOf("originalarrivaltime"), type, content});
    return message;
}

} // namespace core::format::skype
