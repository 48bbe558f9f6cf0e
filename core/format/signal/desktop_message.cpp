// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/desktop_message.h"

#include "core/base/utf8.h"
#include "core/format/chat/written_time.h"
#include "core/format/html/whole_page.h"
#include "core/format/signal/people.h"

#include <algorithm>
#include <utility>

namespace core::format::signal {

namespace {

using html::trimmed;
using json::Value;
using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr std::string_view kOwner = "Me";
constexpr std::string_view kNobody = "No-Sender";
constexpr std::string_view kDeleted = "(This message was deleted)";
constexpr std::size_t kMostOfOne = 2000; // files or reactions of one message
constexpr std::size_t kLongestName = 200;

// "media/mit%20billede.jpg"
std::string withBlanks(std::string_view path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool isBlank = path.substr(i, 3) == "%20";
        out += isBlank ? ' ' : path[i];
        if (isBlank) i += 2;
    }
    return out;
}

// Takes "[name](./path)" off the end, with the "!" of a picture before it. False where there is none.
bool takeFile(std::string& text, std::string& path) {
    std::string_view rest = trimmed(text);
    if (!rest.ends_with(")")) return false;
    const std::size_t open = rest.rfind("](./");
    if (open == std::string_view::npos) return false;
    const std::size_t name = rest.rfind('[', open);
    if (name == std::string_view::npos || rest.substr(name, open - name).find('\n') != std::string_view::npos)
        return false;
    path = withBlanks(rest.substr(open + 4, rest.size() - open - 5));
    const bool isPicture = name > 0 && rest[name - 1] == '!';
    const std::size_t begin = static_cast<std::size_t>(rest.data() - text.data());
    text.resize(begin + name - (isPicture ? 1 : 0));
    return true;
}

void takeReactions(DesktopMessage& message) {
    const std::size_t at = message.body.rfind("\n(- ");
    if (at == std::string::npos || !trimmed(message.body).ends_with(" -)")) return;
    std::string_view list = std::string_view(message.body).substr(at + 4);
    list = list.substr(0, list.rfind(" -)"));
    while (!list.empty() && message.reactions.size() < kMostOfOne) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        const std::string_view one = list.substr(0, comma);
        const std::size_t colon = one.rfind(": ");
        if (colon != std::string_view::npos)
            message.reactions.push_back(
                {std::string(one.substr(0, colon)), std::string(one.substr(colon + 2))});
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    message.body.resize(at);
}

// "Missed voice call", "Outgoing video call (accepted, 1m 23s)". Nothing else in the message: what somebody
// writes about a call is a message.
bool isCallLine(std::string_view body) {
    for (const std::string_view how : {"Incoming ", "Outgoing ", "Missed "}) {
        if (!body.starts_with(how)) continue;
        std::string_view rest = body.substr(how.size());
        for (const std::string_view kind : {"voice ", "video ", "group "})
            if (rest.starts_with(kind)) rest.remove_prefix(kind.size());
        if (!rest.starts_with("call")) return false;
        rest.remove_prefix(4);
        return rest.empty() || (rest.starts_with(" (") && rest.find(')') == rest.size() - 1);
    }
    return false;
}

void makeCall(const DesktopMessage& from, ItemRecord& record) {
    const std::string_view body = trimmed(from.body);
    const auto begins = [&](std::string_view with) { return body.starts_with(with); };
    if (!from.isCall && !isCallLine(body)) return;
    record.kind = ItemKind::Call;
    model::CallInfo call;
    call.rawType = std::string(body);
    if (begins("Missed ")) call.type = CallType::Missed;
    if (begins("Incoming ") && body.find("declined") != std::string_view::npos)
        call.type = CallType::Rejected;
    if (begins("Outgoing ")) record.direction = Direction::Out;
    if (begins("Incoming ") || begins("Missed ")) record.direction = Direction::In;
    const std::size_t accepted = body.find("accepted, ");
    if (accepted != std::string_view::npos) { // "1m 23s", "23s"
        std::int64_t number = 0;
        for (const char c : body.substr(accepted + 10)) {
            if (c >= '0' && c <= '9' && number < 1'000'000)
                number = number * 10 + (c - '0');
            else if (c == 'm')
                call.durationSeconds += std::exchange(number, 0) * 60;
            else if (c == 's')
                call.durationSeconds += std::exchange(number, 0);
        }
    }
    record.call = std::move(call);
}

model::Participant named(std::string_view name) {
    return chat::person(model::ParticipantRole::From, std::string(name == kNobody ? "" : name), kService);
}

} // namespace

bool isDesktopMessage(const Value& value) {
    return value.isObject() && chat::writtenTime(value.textOf("date")) && value.find("sender") != nullptr &&
           value.find("body") != nullptr && value.find("reactions") != nullptr &&
           value.find("attachments") != nullptr;
}

DesktopMessage desktopMessageOf(const Value& value) {
    DesktopMessage out;
    out.date = std::string(value.textOf("date"));
    out.sender = std::string(value.textOf("sender"));
    out.body = std::string(value.textOf("body"));
    out.quote = std::string(value.textOf("quote"));
    const Value* sticker = value.find("sticker");
    if (sticker != nullptr)
        out.sticker = std::string(sticker->isString() ? sticker->text : sticker->textOf("emoji"));
    if (const Value* list = value.find("reactions"); list != nullptr)
        for (const Value& one : list->items) {
            if (out.reactions.size() >= kMostOfOne) break;
            if (one.isArray() && one.items.size() == 2)
                out.reactions.push_back({one.items[0].text, one.items[1].text});
            else if (one.isObject())
                out.reactions.push_back({std::string(one.textOf("name")), std::string(one.textOf("emoji"))});
        }
    if (const Value* list = value.find("attachments"); list != nullptr)
        for (const Value& one : list->items)
            if (const auto path = one.textOf("path"); !path.empty() && out.files.size() < kMostOfOne)
                out.files.push_back(withBlanks(path));
    out.isDeleted = value.isTrueAt("deleted");
    out.isCall = value.isTrueAt("call");
    out.offset = value.offset;
    out.length = value.length;
    return out;
}

std::optional<DesktopMessage> headerOf(std::string_view line) {
    if (!line.starts_with("[")) return std::nullopt;
    const std::size_t close = line.find("] ");
    if (close == std::string_view::npos || close > 40) return std::nullopt;
    const std::string_view date = line.substr(1, close - 1);
    const auto written = chat::writtenTime(date);
    if (!written || !written->rest.empty()) return std::nullopt;
    line.remove_prefix(close + 2);
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > kLongestName) return std::nullopt;
    DesktopMessage out;
    out.date = std::string(date);
    out.sender = std::string(line.substr(0, colon));
    out.body = std::string(line.substr(colon + 2));
    return out;
}

void takeApart(DesktopMessage& message) {
    std::string& body = message.body;
    if (trimmed(body) == kDeleted) {
        message.isDeleted = true;
        body.clear();
        return;
    }
    for (std::string path; message.files.size() < kMostOfOne && takeFile(body, path);)
        message.files.insert(message.files.begin(), path);
    const std::string_view rest = trimmed(body);
    if (rest.ends_with(" ))"))
        if (const std::size_t open = body.rfind("\n(( "); open != std::string::npos) {
            message.sticker = std::string(rest.substr(rest.rfind("(( ") + 3));
            message.sticker.resize(message.sticker.size() - 3);
            body.resize(open);
        }
    takeReactions(message);
    std::string_view text = body;
    while (text.starts_with("\n") || text.starts_with(" ")) text.remove_prefix(1);
    while (text.starts_with("> ")) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        chat::addLine(message.quote, text.substr(2, end - 2));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    body = std::string(trimmed(text));
}

std::vector<chat::Message> recordsOf(const DesktopMessage& from, const ReadContext& context) {
    chat::Message message;
    ItemRecord& record = message.record;
    record.kind = ItemKind::Chat;
    record.offset = from.offset;
    record.length = from.length;
    message.from = named(from.sender);
    chat::addLocal(record, from.date, context);
    record.text = base::repairUtf8(trimmed(from.body));
    for (const std::string& file : from.files) record.attachments.push_back(chat::fileBeside(file));
    makeCall(from, record);
    if (from.isDeleted) chat::addIssue(record, IssueCode::Withdrawn, IssueSeverity::Odd);
    if (message.from.id.empty())
        chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    else if (record.direction == Direction::Unknown)
        record.direction = message.from.id == kOwner ? Direction::Out : Direction::In;
    if (record.text.empty() && !from.sticker.empty()) record.text = from.sticker;
    // One of the two forms has no parts of a second.
    const std::string second =
        record.times.empty() ? from.date : std::to_string(record.times.front().time.utcMs / 1000);
    record.identity = chat::identityOf(
        {kService, "desktop", message.from.id, second, record.text, std::to_string(from.files.size())});
    std::string quote;
    for (const char c : trimmed(from.quote)) // "> " before each line but where the form leaves it out
        if (!(c == '>' && (quote.empty() || quote.back() == '\n'))) quote += c;
    if (!trimmed(quote).empty())
        record.text = chat::replyMark({}, trimmed(quote)) + (record.text.empty() ? "" : "\n" + record.text);
    std::vector<chat::Message> all{std::move(message)};
    for (const auto& reaction : from.reactions) {
        all.push_back(chat::reactionTo(all.front(), named(reaction.name), reaction.sign));
        chat::addIssue(all.back().record, IssueCode::MissingDate, IssueSeverity::Note);
    }
    return all;
}

} // namespace core::format::signal
