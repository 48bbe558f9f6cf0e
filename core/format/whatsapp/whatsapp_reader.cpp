// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/whatsapp_reader.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/chat/chat_record.h"
#include "core/format/whatsapp/content.h"
#include "core/format/whatsapp/survey.h"
#include "core/format/whatsapp/words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace core::format {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;
using whatsapp::Header;
using whatsapp::Line;

constexpr std::size_t kLongestText = 1024 * 1024; // bytes of one message
constexpr std::int64_t kMuchEarlierMs = 86'400'000;
constexpr const char* kService = "whatsapp";

// The phone wrote the number where the contact has no name.
bool isPhone(std::string_view name) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = base::nextCodePoint(name, at);
        const bool isDash = c >= 0x2010 && c <= 0x2015;
        if (c >= '0' && c <= '9')
            ++digits;
        else if (!isDash && (c >= 0x80 ||
                             std::string_view("+ ()-.").find(static_cast<char>(c)) == std::string_view::npos))
            return false;
    }
    return digits >= 6;
}

model::Participant personOf(ParticipantRole role, const std::string& name) {
    if (isPhone(name)) return {role, model::IdentifierKind::Phone, name, {}};
    return chat::person(role, name, kService);
}

// "WhatsApp Chat - Jens" is also the folder that a phone packs its file into.
std::string chatOf(const ReadContext& context) {
    std::string chat = whatsapp::chatNameOf(context.fileName);
    return chat.empty() ? whatsapp::chatNameOf(context.folder.substr(context.folder.rfind('/') + 1)) : chat;
}

class Reading {
public:
    Reading(const ReadContext& context, const whatsapp::Survey& survey, RecordSink& sink)
        : context_(context), survey_(survey), sink_(sink), chat_(chatOf(context)) {
        people_ = survey.people();
        // A chat of two is called after the other one, who may not have written in it.
        if (people_.size() < 2 && !survey.isGroup() && !chat_.empty() &&
            std::find(people_.begin(), people_.end(), chat_) == people_.end())
            people_.push_back(chat_);
        std::vector<std::string> sorted = people_;
        std::sort(sorted.begin(), sorted.end());
        for (const std::string& name : sorted) key_ += name + '\n';
        if (!chat_.empty()) key_ = chat_;
    }

    void run(base::ByteSource& source) {
        whatsapp::Lines lines(source, sink_);
        Line line;
        bool afterReturn = true;
        while (lines.next(line)) {
            if (auto header = survey_.messageBegin(line, afterReturn))
                begin(std::move(*header), line);
            else
                goOn(line);
            afterReturn = line.hasReturn;
        }
        flush();
        ended();
    }

private:
    void begin(Header&& header, const Line& line) {
        flush();
        header_ = std::move(header);
        isOpen_ = true;
        rest_ = line.text.substr(header_.rest);
        offset_ = line.offset;
        length_ = line.length;
        isLong_ = line.isCut;
        looksLikeMore_ = 0;
    }

    void goOn(const Line& line) {
        if (!isOpen_) {
            if (line.text.find_first_not_of(" \t") != std::string::npos && before_++ == 0)
                sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, line.offset});
            return;
        }
        if (whatsapp::headerOf(line.text)) ++looksLikeMore_;
        length_ = line.offset + line.length - offset_;
        if (rest_.size() + line.text.size() > kLongestText) {
            isLong_ = true;
            return;
        }
        rest_ += '\n';
        rest_ += line.text;
    }

    void flush() {
        if (!isOpen_) return;
        isOpen_ = false;
        ItemRecord record;
        record.offset = offset_;
        record.length = length_;
        std::size_t replaced = 0;
        if (!base::isValidUtf8(rest_)) rest_ = base::repairUtf8(rest_, &replaced);
        const auto spoken = survey_.spoken(rest_.substr(0, rest_.find('\n')));
        whatsapp::Content content = whatsapp::contentOf(std::string_view(rest_).substr(spoken.text),
                                                        !spoken.sender.empty(), survey_.isIphone());
        record.kind = content.kind;
        record.text = std::move(content.text);
        record.attachments = std::move(content.attachments);
        record.call = std::move(content.call);
        for (const model::Issue& issue : content.issues)
            chat::addIssue(record, issue.code, issue.severity, issue.detail);
        people(record, spoken.sender, content.isMissedCall);
        time(record);
        if (replaced > 0) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
        if (isLong_)
            chat::addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd, std::to_string(kLongestText));
        if (looksLikeMore_ > 0) {
            chat::addIssue(record, IssueCode::AnotherMail, IssueSeverity::Odd,
                           std::to_string(looksLikeMore_));
            others_ += looksLikeMore_;
        }
        record.identity = chat::identityOf(
            {key_, spoken.sender,
             record.times.empty() ? header_.written : std::to_string(record.times[0].time.utcMs),
             content.key});
        record.index = ++given_;
        repeats_.tellApart(record);
        sink_.item(std::move(record));
    }

    void people(ItemRecord& record, const std::string& sender, bool isMissedCall) {
        // A phone writes its own lines under the name of the other one, or of the group: nobody said them.
        const bool isNobody = record.kind == ItemKind::Notice;
        std::string from = isNobody ? std::string() : sender;
        const bool isCallOfOther = isMissedCall && from.empty() && !survey_.isGroup() &&
                                   people_.size() == 2 && !chat_.empty() &&
                                   std::find(people_.begin(), people_.end(), chat_) != people_.end();
        if (isCallOfOther) from = chat_; // only who is called misses a call
        if (!from.empty()) record.participants.push_back(personOf(ParticipantRole::From, from));
        const bool isListed = people_.size() <= chat::kMostReceivers;
        for (const std::string& name : people_)
            if (isListed && name != from) record.participants.push_back(personOf(ParticipantRole::To, name));
        if (survey_.isGroup()) record.subject = chat_;
        if (isNobody) return;
        if (!survey_.owner().empty() && !from.empty())
            record.direction = from == survey_.owner() ? Direction::Out : Direction::In;
        if (isMissedCall) record.direction = Direction::In;
        if (record.call && record.call->type == model::CallType::Incoming) record.direction = Direction::In;
        if (record.call && record.call->type == model::CallType::Outgoing) record.direction = Direction::Out;
        if (record.call && record.call->type == model::CallType::Other &&
            record.direction != Direction::Unknown)
            record.call->type =
                record.direction == Direction::Out ? model::CallType::Outgoing : model::CallType::Incoming;
    }

    void time(ItemRecord& record) {
        const auto civil = whatsapp::civilOf(header_, survey_.dates().order);
        if (!civil) {
            chat::addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, header_.written);
            return;
        }
        model::TimeClaim claim;
        claim.time =
            base::fromLocal(*civil, context_.zone,
                            header_.shape.hasSeconds ? base::Precision::Second : base::Precision::Minute);
        claim.source = model::TimeSource::MessageExport;
        claim.asWritten = header_.written;
        const std::int64_t ms = claim.time.utcMs;
        if (claim.time.basis == base::TimeBasis::LocalAmbiguous)
            chat::addIssue(record, IssueCode::AmbiguousHour, IssueSeverity::Odd, header_.written);
        if (claim.time.basis == base::TimeBasis::LocalGap)
            chat::addIssue(record, IssueCode::NonexistentHour, IssueSeverity::Odd, header_.written);
        if (context_.nowMs > 0 && ms > context_.nowMs)
            chat::addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, header_.written);
        if (survey_.dates().isOpen && header_.date[0] != header_.date[1]) {
            chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month");
            ++doubtful_;
        }
        // Messages come late, but not by days: this may be a chat that somebody pasted into a message.
        if (ms + kMuchEarlierMs < latestMs_)
            chat::addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd,
                           "earlier than the line before");
        latestMs_ = ms;
        record.times.push_back(std::move(claim));
    }

    void ended() {
        if (given_ == 0) sink_.issue({IssueCode::Malformed, IssueSeverity::Odd, {}, 0});
        if (survey_.dates().againstAnswer)
            sink_.issue({IssueCode::DateDisagrees, IssueSeverity::Odd, "date-order", 0});
        if (doubtful_ > 0) sink_.issue({IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month", 0});
        if (people_.size() > chat::kMostReceivers)
            sink_.issue(
                {IssueCode::TooLarge, IssueSeverity::Note, "people: " + std::to_string(people_.size()), 0});
        if (others_ > 0)
            sink_.issue({IssueCode::AnotherMail, IssueSeverity::Odd, std::to_string(others_), 0});
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note,
                     "disappearing deleted-chats zone reactions older-than-export", 0});
    }

    const ReadContext& context_;
    const whatsapp::Survey& survey_;
    RecordSink& sink_;
    std::string chat_; // its name; empty: not known
    std::vector<std::string> people_;
    std::string key_; // what tells this chat from others

    Header header_;
    std::string rest_; // of the message that is open, behind its header
    std::uint64_t offset_ = 0;
    std::uint64_t length_ = 0;
    std::size_t looksLikeMore_ = 0;
    bool isOpen_ = false;
    bool isLong_ = false;

    chat::Repeats repeats_;
    std::uint64_t given_ = 0;
    std::uint64_t doubtful_ = 0;
    std::uint64_t others_ = 0;
    std::uint64_t before_ = 0;
    std::int64_t latestMs_ = 0;
};

// Lets the user stop a first look without telling any progress.
class Waiting : public RecordSink {
public:
    explicit Waiting(RecordSink* sink) : sink_(sink) {}
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {
        if (sink_ != nullptr) sink_->position(0);
    }

private:
    RecordSink* sink_;
};

// What was read already, then the rest of the source.
class Behind : public base::ByteSource {
public:
    Behind(std::string_view first, base::ByteSource& rest) : first_(first), rest_(rest) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = first_.read(buffer, capacity);
        return n > 0 ? n : rest_.read(buffer, capacity);
    }

private:
    base::MemorySource first_;
    base::ByteSource& rest_;
};

constexpr std::uint64_t kAll = ~std::uint64_t{0};
constexpr std::size_t kFirstLook = 1024 * 1024;

bool hasTrace(std::string_view head) {
    if (head.find("WhatsApp") != std::string_view::npos) return true;
    if (head.find("] \xE2\x80\x8E") != std::string_view::npos ||
        head.find(": \xE2\x80\x8E") != std::string_view::npos)
        return true;
    for (std::size_t at = head.find("-WA"); at != std::string_view::npos; at = head.find("-WA", at + 1))
        if (at + 7 <= head.size() &&
            head.substr(at + 3, 4).find_first_not_of("0123456789") == std::string_view::npos)
            return true;
    return false;
}

} // namespace

Confidence WhatsAppReader::probe(const ProbeInput& input) const {
    base::MemorySource source(input.head);
    Waiting silent(nullptr);
    whatsapp::Lines lines(source, silent);
    Line line;
    std::map<whatsapp::HeaderShape, std::pair<int, int>> shapes; // headers, and those with a name
    bool isFirst = true;
    bool beginsWithHeader = false;
    for (int count = 0; count < 400 && lines.next(line); ++count) {
        if (line.text.find('\0') != std::string::npos) return Confidence::No;
        if (line.text.find_first_not_of(" \t") == std::string::npos) continue;
        const auto header = whatsapp::headerOf(line.text);
        if (header) {
            auto& [headers, spoken] = shapes[header->shape];
            ++headers;
            if (line.text.find(": ", header->rest) != std::string::npos) ++spoken;
        }
        if (isFirst) beginsWithHeader = header.has_value();
        isFirst = false;
        if (count == 0 && !header && line.text.find('<') == 0) return Confidence::No;
    }
    int headers = 0;
    int spoken = 0;
    for (const auto& [shape, counts] : shapes)
        if (counts.first > headers) std::tie(headers, spoken) = counts;
    if (headers == 0 || (!beginsWithHeader && headers < 3)) return Confidence::No;
    const bool isNamed = input.fileName == "_chat.txt" || !whatsapp::chatNameOf(input.fileName).empty();
    if (isNamed || hasTrace(input.head)) return Confidence::Likely;
    // Other programs write dates in front of lines too: a log, notes, another messenger's text.
    return beginsWithHeader && spoken * 2 >= headers ? Confidence::Maybe : Confidence::No;
}

void WhatsAppReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    whatsapp::Survey survey;
    Waiting waiting(&sink);
    if (auto* seekable = dynamic_cast<base::SeekableSource*>(&source)) {
        survey.look(source, waiting, context.nowMs, kAll);
        survey.decide(context.dateOrder, chatOf(context));
        seekable->seek(0);
        return Reading(context, survey, sink).run(source);
    }
    std::string first(kFirstLook, '\0');
    std::size_t used = 0;
    while (used < first.size()) {
        const std::size_t n = source.read(first.data() + used, first.size() - used);
        if (n == 0) break;
        used += n;
    }
    first.resize(used);
    base::MemorySource beginning(first);
    survey.look(beginning, waiting, context.nowMs, kAll);
    survey.decide(context.dateOrder, chatOf(context));
    Behind both(first, source);
    Reading(context, survey, sink).run(both);
}

} // namespace core::format
