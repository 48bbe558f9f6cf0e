// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mbox_reader.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/counted_body.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/mail_giver.h"
#include "core/format/mail/opened_part.h"

#include <algorithm>

namespace core::format {

namespace {

using mail::Line;

constexpr std::size_t kLongestLine = 512; // bytes; nothing longer is a From_ line
constexpr std::size_t kMostDoubts = 20;   // of a mail
constexpr std::size_t kDoubtDetail = 100; // bytes of a line that an issue names

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
    Splitter(base::ByteSource& source, const ReadContext& context, RecordSink& sink, ChildSink* files)
        : lines_(source, sink), parser_(lines_, true), context_(context), giver_(context, sink, files),
          counted_(lines_) {}

    void run() {
        Line line;
        while (lines_.next(line)) {
            const bool mayBegin = !line.text.empty() && line.text[0] == 'F' && line.text.starts_with("From ");
            if (mayBegin && line.isWhole() && line.text.size() <= kLongestLine && beginsMail(line)) continue;
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
    // True where a new mail begins at `line`: a From_ line after a blank line, or anything that begins with
    // "From " and has the headers of a mail behind it, whatever stands before it. A body that merely holds a
    // From_ line stays whole, with an issue. `line` stays valid: looking ahead moves the bytes under it.
    bool beginsMail(Line& line) {
        lineText_ = line.text;
        lineEol_ = line.eol;
        line.text = lineText_;
        line.eol = lineEol_;
        auto strict = mail::parseEnvelopeLine(line.text);
        const bool isEnvelope = strict.has_value();
        const int headers =
            mail::knownHeadersAhead(lines_.peek(mail::kHeadersAhead).substr(0, mail::kHeadersAhead));
        const bool nothingYet = isInMail_ && !parser_.isInBody() && parser_.rootHeader().isEmpty();
        const bool isMail = headers >= mail::kHeadersOfAMail && !nothingYet;
        if (!isMail && (!isEnvelope || !afterBlank_)) {
            if ((isEnvelope || headers > 0) && !nothingYet) doubt(model::IssueSeverity::Odd, line.offset);
            return false;
        }
        if (!isMail && isInMail_ && counted_.holds(parser_, context_.size, line.offset)) {
            doubt(model::IssueSeverity::Note, line.offset);
            return false;
        }
        end(line.offset);
        envelope_ = isEnvelope ? std::move(strict) : mail::parseLooseEnvelopeLine(line.text);
        begin(line.offset);
        return true;
    }

    void begin(std::uint64_t offset) {
        parser_.begin();
        isInMail_ = true;
        hasHeldBlank_ = false;
        afterBlank_ = false;
        begin_ = offset;
        counted_.beginMail();
        doubts_.clear();
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

    // A line that was not taken for the begin of a mail, and may be one.
    void doubt(model::IssueSeverity severity, std::uint64_t offset) {
        if (isInMail_ && doubts_.size() < kMostDoubts)
            doubts_.push_back({model::IssueCode::AnotherMail, severity,
                               mail::decodeHeaderText(lineText_.substr(0, kDoubtDetail)), offset});
    }

    void end(std::uint64_t offset) {
        if (!isInMail_) return;
        isInMail_ = false;
        const std::uint64_t contentEnd = hasHeldBlank_ ? held_.offset : offset;
        hasHeldBlank_ = false;
        giver_.give(parser_, contentEnd, {begin_, offset, std::move(envelope_), std::move(doubts_)});
    }

    mail::LineReader lines_;
    mail::MailParser parser_;
    const ReadContext& context_;
    mail::MailGiver giver_;
    std::optional<mail::EnvelopeLine> envelope_;
    bool isInMail_ = false;
    bool afterBlank_ = true; // the last line was blank, or there was none
    bool hasHeldBlank_ = false;
    Line held_;
    mail::CountedBody counted_;
    std::vector<model::Issue> doubts_; // of the mail
    std::string lineText_;
    std::string lineEol_;
    std::string heldEol_;
    std::uint64_t begin_ = 0;
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
    if (!first.starts_with("From ")) return Confidence::No;
    head.remove_prefix(static_cast<std::size_t>(first.data() + first.size() - head.data()));
    head.remove_prefix(head.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, head.size()));
    if (mail::knownHeadersAhead(head) >= mail::kHeadersOfAMail) return Confidence::Certain;
    if (!mail::parseEnvelopeLine(first)) return Confidence::No;
    const std::string_view second = firstLine(head);
    return mail::headerNameLength(second) > 0 || second.starts_with(">From ") ? Confidence::Certain
                                                                              : Confidence::Likely;
}

void MboxReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Splitter(source, context, sink, nullptr).run();
}

void MboxReader::unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const {
    if (!mail::mayHoldParts(source, sink)) return;
    source.seek(0);
    mail::UnpackingSink passing(sink);
    Splitter(source, context, passing, &sink).run();
}

} // namespace core::format
