// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/eml_reader.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/envelope_line.h"
#include "core/format/mail/mail_record.h"

namespace core::format {

namespace {

constexpr int kEnoughHeaders = 2;
constexpr int kSureHeaders = 4;
constexpr std::size_t kMaxDoubts = 20;
constexpr std::size_t kDetail = 100; // bytes of a line that an issue names

struct HeaderCount {
    int wellKnown = 0;
    int strange = 0; // lines that are no header
    bool ended = false;
};

// The header block at the start of `head`.
HeaderCount countHeaders(std::string_view head) {
    HeaderCount count;
    const char eol = head.find('\n') == std::string_view::npos ? '\r' : '\n';
    bool any = false;
    while (!head.empty()) {
        const std::size_t end = head.find(eol);
        if (end == std::string_view::npos) break; // a cut line says nothing
        std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() && !any) continue;
        if (line.empty()) {
            count.ended = true;
            break;
        }
        const bool isFirst = !any;
        any = true;
        if (isFirst && (line.starts_with("From ") || line.starts_with(">From "))) continue;
        if (!isFirst && (line[0] == ' ' || line[0] == '\t')) continue;
        const std::size_t name = mail::headerNameLength(line);
        if (name == 0)
            ++count.strange;
        else if (mail::isWellKnownHeader(line.substr(0, name)))
            ++count.wellKnown;
        if (isFirst && count.strange > 0) break; // a mail begins with a header
    }
    return count;
}

} // namespace

Confidence EmlReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const HeaderCount count = countHeaders(head);
    if (count.wellKnown < kEnoughHeaders || count.strange > count.wellKnown) return Confidence::No;
    if (count.strange > 0) return Confidence::Maybe;
    return count.wellKnown >= kSureHeaders ? Confidence::Certain : Confidence::Likely;
}

void EmlReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
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
    ItemRecord record =
        mail::makeRecord(parser.finish(lines.offset()), std::nullopt, context, 0, lines.offset());
    record.issues.insert(record.issues.end(), doubts.begin(), doubts.end());
    record.index = 1;
    sink.item(std::move(record));
}

} // namespace core::format
