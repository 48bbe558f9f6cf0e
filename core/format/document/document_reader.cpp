// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/document_reader.h"

#include "core/base/error.h"
#include "core/format/document/office_text.h"
#include "core/format/document/pdf_text.h"
#include "core/format/document/plain_text.h"
#include "core/format/document/rtf_text.h"
#include "core/format/document/word_binary.h"
#include "core/format/outlook/compound_file.h"
#include "core/format/photo/time_ladder.h"
#include "core/format/photo/whole_file.h"

namespace core::format {

namespace {

using document::Content;
using model::IssueCode;
using model::IssueSeverity;
using model::TimeSource;

constexpr std::size_t kHead = 65536;
constexpr std::size_t kPdfMarkWithin = 1024; // junk in front of it is allowed for, ISO 32000-1, annex H

bool isPdf(std::string_view head) {
    return head.substr(0, kPdfMarkWithin).find("%PDF-") != std::string_view::npos;
}

Content readContent(std::string_view bytes, RecordSink& sink) {
    const std::string_view head = bytes.substr(0, kHead);
    const document::OfficeKind office = document::officeKind(head);
    if (office != document::OfficeKind::None) return document::readOffice(bytes, office);
    if (head.starts_with("{\\rtf")) return document::readRtf(bytes);
    if (isPdf(head)) return document::readPdf(bytes, [&] { sink.position(bytes.size()); });
    if (document::isSealedOffice(head)) {
        Content sealed;
        sealed.isSealed = true;
        return sealed;
    }
    if (head.starts_with(outlook::CompoundFile::kMagic)) {
        base::MemorySource source(bytes);
        return document::readWordBinary(source);
    }
    return document::readPlainText(bytes);
}

// The names of what is in a compound file may stand at its end; other documents may lie in it.
bool isOldWord(const ProbeInput& input) {
    if (!input.whole || !input.head.starts_with(outlook::CompoundFile::kMagic)) return false;
    try {
        return document::isWordBinary(*input.whole());
    } catch (const base::Error&) {
        return false; // it cannot be read at all
    }
}

void addIssues(const Content& content, ItemRecord& record) {
    const auto issue = [&](IssueCode code, IssueSeverity severity, std::string detail) {
        record.issues.push_back({code, severity, std::move(detail), 0});
    };
    if (content.isSealed) issue(IssueCode::SealedContent, IssueSeverity::Odd, {});
    if (!content.damage.empty()) issue(IssueCode::DamagedMetadata, IssueSeverity::Odd, content.damage);
    if (content.isCut) issue(IssueCode::TooLarge, IssueSeverity::Note, "text");
    if (content.isPictures) issue(IssueCode::NotContained, IssueSeverity::Note, "text");
    if (content.replaced > 0)
        issue(IssueCode::InvalidCharacters, IssueSeverity::Odd, std::to_string(content.replaced));
}

// A date in the name was put there by somebody who knew what the document is about. When it was saved or made
// only bounds it, and a form that was filled in was made long before.
void addTimes(const Content& content, const ReadContext& context, ItemRecord& record) {
    photo::Ladder ladder(record, context);
    ladder.addFileName();
    const bool isNamed = !record.times.empty();
    ladder.addWritten(content.isFilledIn ? content.saved : content.created, TimeSource::Document);
    ladder.addWritten(content.isFilledIn ? content.created : content.saved, TimeSource::Document);
    if (!isNamed && !record.times.empty()) ladder.issue(IssueCode::DoubtfulTime, IssueSeverity::Note, "made");
    ladder.addFileTime();
    ladder.judgeAlone();
}

} // namespace

Confidence DocumentReader::probe(const ProbeInput& input) const {
    if (document::officeKind(input.head) != document::OfficeKind::None) return Confidence::Certain;
    if (input.head.starts_with("%PDF-") || input.head.starts_with("{\\rtf")) return Confidence::Certain;
    if (document::isSealedOffice(input.head)) return Confidence::Likely;
    if (isOldWord(input)) return Confidence::Likely;
    if (isPdf(input.head)) return Confidence::Likely;
    return document::looksLikeText(input.head) ? Confidence::Maybe : Confidence::No;
}

void DocumentReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    const photo::WholeFile file = photo::readWhole(source, context, sink);
    ItemRecord record;
    record.kind = model::ItemKind::Document;
    record.index = 1;
    record.length = file.size;
    record.identity.assign(file.digest.begin(), file.digest.end());
    Content content;
    if (file.isTooLarge())
        record.issues.push_back({IssueCode::TooLarge, IssueSeverity::Odd, std::to_string(file.size), 0});
    else
        content = readContent(file.bytes, sink);
    record.subject = std::move(content.title);
    record.text = std::move(content.text);
    addIssues(content, record);
    addTimes(content, context, record);
    sink.item(std::move(record));
}

} // namespace core::format
