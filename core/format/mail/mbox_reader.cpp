// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mbox_reader.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/mail_record.h"

#include <charconv>

namespace core::format {

namespace {

using mail::Line;

constexpr std::size_t kEnvelopeRoom = 512; // bytes looked at behind a counted body

// `lines` are whole lines.
bool endsWithBlankLine(std::string_view lines) {
    if (lines.ends_with("\r\n"))
        lines.remove_suffix(2);
    else if (lines.ends_with('\n'))
        lines.remove_suffix(1);
    return lines.empty() || lines.ends_with('\n');
}

// One pass over the file: cuts it at From_ lines and gives each mail to the parser.
class Splitter {
public:
    Splitter(base::ByteSource& source, const ReadContext& context, RecordSink& sink)
        : lines_(source, sink), parser_(lines_, true), context_(context), sink_(sink) {}

    void run() {
        Line line;
        while (lines_.next(line)) {
            if (line.isWhole() && line.text.starts_with("From ") && beginsMail(line)) continue;
            take(line);
            const std::string_view bytes = lines_.peek();
            const std::size_t count = isInMail_ && !hasHeldBlank_ ? parser_.bulk(bytes, lines_.offset()) : 0;
            if (count > 0) {
                const std::string_view taken = bytes.substr(0, count);
                afterBlank_ = endsWithBlankLine(taken);
                lines_.consume(count);
            }
        }
        end(lines_.offset());
    }

private:
    // True where a new mail begins at `line`.
    bool beginsMail(Line& line) {
        if (!afterBlank_) return false;
        if (!mail::parseEnvelopeLine(line.text) || isInsideCountedBody(line)) return false;
        end(line.offset);
        envelopeText_ = line.text;
        envelope_ = mail::parseEnvelopeLine(envelopeText_);
        begin(line.offset);
        return true;
    }

    void begin(std::uint64_t offset) {
        parser_.begin();
        isInMail_ = true;
        hasHeldBlank_ = false;
        afterBlank_ = false;
        begin_ = offset;
        countedEnd_.reset();
    }

    // The blank line before a From_ line belongs to the mailbox, so each blank line waits for the next line.
    void take(const Line& line) {
        if (!isInMail_) {
            afterBlank_ = true;
            if (mail::trim(line.text).empty()) return;
            envelope_.reset(); // a mailbox that does not begin with a From_ line
            begin(line.offset);
        }
        if (hasHeldBlank_) parser_.line(held_);
        hasHeldBlank_ = parser_.isInBody() && line.isBlank();
        afterBlank_ = line.isBlank();
        if (hasHeldBlank_)
            hold(line);
        else
            parser_.line(line);
    }

    void hold(const Line& line) {
        held_ = line;
        heldEol_ = line.eol;
        held_.text = {};
        held_.eol = heldEol_;
    }

    // Content-Length is believed only where it leads to a From_ line or the end of the file, and the way
    // there is short enough to look. `line` stays valid: looking ahead moves the bytes under it.
    bool isInsideCountedBody(Line& line) {
        if (!isInMail_ || !parser_.isInBody() || !parser_.rootHeader().has(mail::Field::ContentLength))
            return false;
        if (!countedEnd_) {
            lineText_ = line.text;
            lineEol_ = line.eol;
            line.text = lineText_;
            line.eol = lineEol_;
            countedEnd_ = findCountedEnd();
        }
        return line.offset < *countedEnd_;
    }

    // Where the body ends by Content-Length; 0 where that is not to be believed.
    std::uint64_t findCountedEnd() {
        const std::string_view digits = mail::trim(parser_.rootHeader().raw(mail::Field::ContentLength));
        std::uint64_t length = 0;
        const auto [p, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        if (error != std::errc{} || p != digits.data() + digits.size() || length > context_.size) return 0;
        const std::uint64_t target = parser_.bodyOffset() + length;
        const std::uint64_t from = lines_.offset();
        if (target < from || target - from + kEnvelopeRoom > mail::LineReader::kMaxLookahead) return 0;
        const auto distance = static_cast<std::size_t>(target - from);
        std::string_view ahead = lines_.peek(distance + kEnvelopeRoom);
        if (ahead.size() < distance) return 0;
        ahead.remove_prefix(distance);
        while (!ahead.empty() && mail::isBlankChar(ahead.front())) ahead.remove_prefix(1);
        const std::string_view next = ahead.substr(0, std::min(ahead.find_first_of("\r\n"), ahead.size()));
        return ahead.empty() || mail::parseEnvelopeLine(next) ? target : 0;
    }

    void end(std::uint64_t offset) {
        if (!isInMail_) return;
        isInMail_ = false;
        const std::uint64_t contentEnd = hasHeldBlank_ ? held_.offset : offset;
        hasHeldBlank_ = false;
        ItemRecord record = mail::makeRecord(parser_.finish(contentEnd), envelope_, context_, begin_, offset);
        record.index = ++count_;
        sink_.item(std::move(record));
    }

    mail::LineReader lines_;
    mail::MailParser parser_;
    const ReadContext& context_;
    RecordSink& sink_;
    std::optional<mail::EnvelopeLine> envelope_; // views into envelopeText_
    std::string envelopeText_;
    bool isInMail_ = false;
    bool afterBlank_ = true; // the last line was blank, or there was none
    bool hasHeldBlank_ = false;
    Line held_;
    std::optional<std::uint64_t> countedEnd_; // looked for once a mail
    std::string lineText_;
    std::string lineEol_;
    std::string heldEol_;
    std::uint64_t begin_ = 0;
    std::uint64_t count_ = 0;
};

std::string_view firstLine(std::string_view text) {
    while (!text.empty() && (text[0] == '\r' || text[0] == '\n')) text.remove_prefix(1);
    return text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
}

} // namespace

Confidence MboxReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::string_view first = firstLine(head);
    if (!mail::parseEnvelopeLine(first)) return Confidence::No;
    head.remove_prefix(static_cast<std::size_t>(first.data() + first.size() - head.data()));
    const std::string_view second = firstLine(head);
    return mail::headerNameLength(second) > 0 || second.starts_with(">From ") ? Confidence::Certain
                                                                              : Confidence::Likely;
}

void MboxReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Splitter(source, context, sink).run();
}

} // namespace core::format
