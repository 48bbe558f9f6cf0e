// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/tiktok/tiktok_text_reader.h"

#include "core/base/utf8.h"
#include "core/format/chat/lines.h"
#include "core/format/tiktok/chats.h"

#include <optional>

namespace core::format {

namespace {

using model::IssueCode;
using model::IssueSeverity;

constexpr std::string_view kArrows = ">>> ";
constexpr std::string_view kUtc = " UTC";
constexpr std::size_t kLongest = 1024 * 1024; // bytes of a message

// ">>> Chat History with NAME::": English in every language. Any other title between the same signs is taken
// for a group; it needs an empty line before it, since a message could begin a line like that.
std::optional<std::string_view> titleOf(std::string_view line, bool isAfterEmpty) {
    if (!line.starts_with(kArrows)) return std::nullopt;
    line.remove_prefix(kArrows.size());
    const bool isChat = line.starts_with(tiktok::Chats::kChatWith) && line.ends_with(":");
    if (isChat || (isAfterEmpty && line.size() > 2 && line.ends_with("::"))) return line;
    return std::nullopt;
}

struct MessageLine {
    std::string_view date; // with its " UTC"
    std::string_view from;
    std::string_view text;
};

// "2023-05-14 19:30:45 UTC NAME: text", by its shape: a date that never was is still a message.
std::optional<MessageLine> messageOf(std::string_view line) {
    constexpr std::string_view kShape = "0000-00-00 00:00:00";
    if (line.size() <= kShape.size()) return std::nullopt;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const bool isDigit = line[i] >= '0' && line[i] <= '9';
        if (kShape[i] == '0' ? !isDigit : line[i] != kShape[i]) return std::nullopt;
    }
    MessageLine out;
    std::size_t at = kShape.size();
    if (line.substr(at).starts_with(kUtc)) at += kUtc.size();
    out.date = line.substr(0, at);
    line.remove_prefix(at);
    if (!line.starts_with(" ")) return std::nullopt;
    line.remove_prefix(1);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    out.from = line.substr(0, colon);
    out.text = line.substr(colon + 1);
    if (out.text.starts_with(" "))
        out.text.remove_prefix(1);
    else if (!out.text.empty())
        return std::nullopt;
    return out;
}

class TextReading {
public:
    TextReading(const ReadContext& context, RecordSink& sink)
        : lines_(nullptr), sink_(sink), chats_(context, sink) {}

    void read(base::ByteSource& source) {
        chat::Lines lines(source, sink_);
        lines_ = &lines;
        for (std::string line; lines.next(line);) one(line);
        giveLast();
        chats_.finish();
    }

private:
    void one(const std::string& line) {
        const bool isAfterEmpty = isEmptyBefore_;
        isEmptyBefore_ = line.empty();
        if (const auto title = titleOf(line, isAfterEmpty)) {
            giveLast();
            chats_.begin(base::repairUtf8(*title));
            lastDate_.clear();
            order_ = 0;
        } else if (const auto message = messageOf(line)) {
            giveLast();
            open(*message);
        } else if (isOpen_) {
            goOn(line);
        } else if (!line.empty()) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, lines_->begin()});
        }
        if (lines_->wasCut())
            sink_.issue({IssueCode::TooLarge, IssueSeverity::Odd, std::to_string(chat::Lines::kLongest),
                         lines_->begin()});
    }

    void open(const MessageLine& line) {
        isOpen_ = true;
        date_ = line.date;
        from_ = line.from;
        text_ = line.text;
        emptyLines_ = 0;
        offset_ = lines_->begin();
        length_ = lines_->end() - offset_;
        // A chat is written from its newest message down, or the other way: never both.
        const int step = lastDate_.empty() ? 0 : date_.compare(lastDate_);
        isOutOfOrder_ = step != 0 && order_ != 0 && (step > 0) != (order_ > 0);
        if (order_ == 0) order_ = step;
        if (!isOutOfOrder_) lastDate_ = date_;
    }

    // Empty lines are of the message only where more of it follows.
    void goOn(const std::string& line) {
        if (line.empty()) {
            ++emptyLines_;
            return;
        }
        length_ = lines_->end() - offset_;
        if (text_.size() + emptyLines_ + line.size() >= kLongest) {
            sink_.issue({IssueCode::TooLarge, IssueSeverity::Odd, std::to_string(kLongest), lines_->begin()});
            return;
        }
        text_.append(emptyLines_ + 1, '\n');
        text_ += line;
        emptyLines_ = 0;
    }

    void giveLast() {
        if (!isOpen_) return;
        isOpen_ = false;
        std::size_t replaced = 0;
        const std::string from = base::repairUtf8(from_, &replaced);
        std::size_t replacedInText = 0;
        const std::string text = base::repairUtf8(text_, &replacedInText);
        tiktok::Written written;
        written.date = date_;
        written.from = from;
        written.text = text;
        written.offset = offset_;
        written.length = length_;
        written.isRepaired = replaced + replacedInText > 0;
        written.isZoneUnsaid = !date_.ends_with(kUtc);
        written.isOutOfOrder = isOutOfOrder_;
        chats_.add(written);
    }

    chat::Lines* lines_; // while it reads
    RecordSink& sink_;
    tiktok::Chats chats_;
    bool isEmptyBefore_ = true;
    bool isOpen_ = false; // the message that follows here is not given yet
    std::string date_;
    std::string from_;
    std::string text_;
    std::size_t emptyLines_ = 0;
    std::uint64_t offset_ = 0;
    std::uint64_t length_ = 0;
    bool isOutOfOrder_ = false;
    std::string lastDate_; // in this chat
    int order_ = 0;        // of this chat: below 0 from the newest down, above 0 up
};

} // namespace

Confidence TikTokTextReader::probe(const ProbeInput& input) const {
    base::MemorySource bytes(input.head);
    struct Nowhere : RecordSink {
        void item(ItemRecord&&) override {}
        void issue(const model::Issue&) override {}
        void position(std::uint64_t) override {}
    } nowhere;
    chat::Lines lines(bytes, nowhere);
    bool isChat = false;
    for (std::string line; lines.next(line);) {
        if (line.empty()) continue;
        if (isChat && messageOf(line)) return Confidence::Certain;
        if (!titleOf(line, false)) return Confidence::No;
        isChat = true;
    }
    // Its chats may be empty.
    return isChat ? Confidence::Likely : Confidence::No;
}

void TikTokTextReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    TextReading(context, sink).read(source);
}

} // namespace core::format
