// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/message_records.h"

#include <algorithm>
#include <array>

namespace core::format::sms {

namespace {

using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;

// Android's CallLog.Calls types 1 to 6,
// https://developer.android.com/reference/android/provider/CallLog.Calls
constexpr std::array<CallType, 6> kCallTypes{CallType::Incoming,  CallType::Outgoing, CallType::Missed,
                                             CallType::Voicemail, CallType::Rejected, CallType::Blocked};

ItemRecord begin(const TagScanner& tag, model::ItemKind kind) {
    ItemRecord record;
    record.kind = kind;
    record.offset = tag.begin();
    record.length = tag.end() - tag.begin();
    return record;
}

std::string joinedNormalForms(const std::vector<std::string>& addresses) {
    if (addresses.size() == 1) return normalForm(addresses.front());
    std::vector<std::string> forms;
    for (const std::string& address : addresses) forms.push_back(normalForm(address));
    std::sort(forms.begin(), forms.end());
    std::string joined;
    for (const std::string& form : forms) joined += (joined.empty() ? "" : "~") + form;
    return joined;
}

// -1, -2 and -3 stand for an unknown, a withheld and a pay phone's number in older call logs.
bool isNoNumber(std::string_view number) {
    return number.empty() || number == "-1" || number == "-2" || number == "-3";
}

void addCaller(ItemRecord& record, const TagScanner& tag) {
    std::string number(tag.get(Attribute::Number));
    const bool withheld = tag.get(Attribute::Presentation) == "2" || number == "-2";
    if (isNoNumber(number)) number.clear();
    if (withheld)
        addIssue(record, IssueCode::HiddenNumber, IssueSeverity::Note, number, tag.begin());
    else if (number.empty())
        addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd, {}, tag.begin());
    const auto role = record.direction == Direction::Out ? ParticipantRole::To : ParticipantRole::From;
    record.participants.push_back(
        participantOf(role, std::move(number), nameOf(tag.get(Attribute::ContactName))));
}

} // namespace

std::string withPlainLineEnds(std::string_view text) {
    if (text.find('\r') == std::string_view::npos) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

void addTextIssues(ItemRecord& record, const TagScanner& tag) {
    if (tag.invalidCharacters() > 0)
        addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd,
                 std::to_string(tag.invalidCharacters()), tag.begin());
    if (tag.isCut()) addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd, {}, tag.begin());
}

Direction directionOfBox(std::string_view code, ItemRecord& record, std::uint64_t offset) {
    constexpr std::array<const char*, 4> unsent{"draft", "outbox", "failed", "queued"};
    if (code == "1") return Direction::In;
    if (code == "2") return Direction::Out;
    if (code.size() == 1 && code[0] >= '3' && code[0] <= '6') {
        const auto index = static_cast<std::size_t>(code[0] - '3');
        addIssue(record, IssueCode::NotSent, IssueSeverity::Note, unsent.at(index), offset);
        return Direction::Out;
    }
    addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, "type=" + std::string(code), offset);
    return Direction::Unknown;
}

std::optional<ItemRecord> smsRecord(const TagScanner& tag, std::int64_t nowMs) {
    const std::string_view address = tag.get(Attribute::Address);
    const std::string_view date = tag.get(Attribute::Date);
    const std::string_view body = tag.get(Attribute::Body);
    if (address.empty() && date.empty() && body.empty()) return std::nullopt;

    ItemRecord record = begin(tag, model::ItemKind::Sms);
    addTextIssues(record, tag);
    record.text = withPlainLineEnds(body);
    record.subject = std::string(tag.get(Attribute::Subject));
    const std::string_view type = tag.get(Attribute::Type);
    record.direction = directionOfBox(type, record, tag.begin());
    addTimes(record, date, tag.get(Attribute::DateSent), nowMs, tag.begin());

    const auto addresses = addressesOf(address);
    const auto role = record.direction == Direction::Out ? ParticipantRole::To : ParticipantRole::From;
    // The names of a group stand in another order than its numbers: none is better than a wrong one.
    const std::string name = addresses.size() == 1 ? nameOf(tag.get(Attribute::ContactName)) : std::string();
    for (const std::string& one : addresses) record.participants.push_back(participantOf(role, one, name));
    if (addresses.empty()) {
        record.participants.push_back(participantOf(role, {}, nameOf(tag.get(Attribute::ContactName))));
        addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd, {}, tag.begin());
    }

    Identity identity(record.text.size());
    identity.add(joinedNormalForms(addresses));
    identity.addTime(record, date);
    identity.add(type);
    identity.add(record.text);
    if (!record.subject.empty()) identity.add(record.subject);
    record.identity = identity.take();
    return record;
}

std::optional<ItemRecord> callRecord(const TagScanner& tag, std::int64_t nowMs) {
    const std::string_view number = tag.get(Attribute::Number);
    const std::string_view date = tag.get(Attribute::Date);
    const std::string_view type = tag.get(Attribute::Type);
    if (number.empty() && date.empty() && type.empty()) return std::nullopt;

    ItemRecord record = begin(tag, model::ItemKind::Call);
    addTextIssues(record, tag);
    model::CallInfo call;
    call.rawType = std::string(type);
    const auto code = numberFrom(type);
    if (code && *code >= 1 && *code <= 6) {
        call.type = kCallTypes.at(static_cast<std::size_t>(*code - 1));
        record.direction = *code == 2 ? Direction::Out : Direction::In;
    } else {
        addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, "type=" + call.rawType, tag.begin());
    }
    const std::string_view duration = tag.get(Attribute::Duration);
    const auto seconds = numberFrom(duration);
    call.durationSeconds = std::max<std::int64_t>(seconds.value_or(0), 0);
    if (!duration.empty() && (!seconds || *seconds < 0))
        addIssue(record, IssueCode::UnknownCode, IssueSeverity::Odd, "duration=" + std::string(duration),
                 tag.begin());
    addTimes(record, date, {}, nowMs, tag.begin());
    for (model::TimeClaim& claim : record.times) claim.source = model::TimeSource::CallLog;
    addCaller(record, tag);

    Identity identity;
    identity.add(isNoNumber(number) ? std::string() : normalForm(number));
    identity.addTime(record, date);
    identity.add(type);
    identity.add(std::to_string(call.durationSeconds));
    record.identity = identity.take();
    record.call = std::move(call);
    return record;
}

} // namespace core::format::sms
