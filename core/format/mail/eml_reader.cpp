// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/eml_reader.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/envelope_line.h"
#include "core/format/mail/mail_giver.h"
#include "core/format/mail/opened_part.h"
#include "core/format/mail/probe_headers.h"

namespace core::format {

namespace {

constexpr std::size_t kMaxDoubts = 20;
constexpr std::size_t kDetail = 100; // bytes of a line that an issue names

} // namespace

Confidence EmlReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    return mail::probeHeaders(head);
}

namespace {

// Where `files` is given, the mail is unpacked and not read.
void run(base::ByteSource& source, const ReadContext& context, RecordSink& sink, ChildSink* files) {
    mail::LineReader lines(source, sink);
    mail::MailParser parser(lines, false);
    parser.begin();
    mail::Line line;
    std::string text;
    std::string eol;
    bool any = false;
    std::vector<model::Issue> doubts; // lines that would begin a mail if the file were a mailbox
    while (lines.next(line)) {
        any = any || !mail::trim(line.text).empty();
        if (parser.isInBody() && line.isWhole() && line.text.starts_with("From ") &&
            doubts.size() < kMaxDoubts) {
            // Looking ahead moves the bytes under the line.
            text = line.text;
            eol = line.eol;
            line.text = text;
            line.eol = eol;
            const std::string_view ahead = lines.peek(mail::kHeadersAhead).substr(0, mail::kHeadersAhead);
            if (mail::knownHeadersAhead(ahead) >= mail::kHeadersOfAMail)
                doubts.push_back({model::IssueCode::AnotherMail, model::IssueSeverity::Odd,
                                  mail::decodeHeaderText(text.substr(0, kDetail)), line.offset});
        }
        parser.line(line);
        const std::string_view bytes = lines.peek();
        lines.consume(parser.bulk(bytes, lines.offset()));
    }
    if (!any) return;
    mail::MailGiver(context, sink, files)
        .give(parser, lines.offset(), {0, lines.offset(), std::nullopt, std::move(doubts)});
}

} // namespace

void EmlReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    run(source, context, sink, nullptr);
}

void EmlReader::unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const {
    if (!mail::mayHoldParts(source, sink)) return;
    source.seek(0);
    mail::UnpackingSink passing(sink);
    run(source, context, passing, &sink);
}

} // namespace core::format
