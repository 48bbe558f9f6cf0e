// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/file_reading.h"

#include "core/base/utf8.h"
#include "core/format/document/document_reader.h"
#include "core/format/document/pdf_text.h"
#include "core/format/film/film_reader.h"

#include <algorithm>

namespace core::share {

namespace {

using Kind = report::FileReading::Kind;

constexpr std::size_t kHead = 65536;
constexpr std::size_t kMostPdf = 64U << 20U; // whose pages could be shown at all

class Kept : public format::RecordSink {
public:
    void item(format::ItemRecord&& record) override { record_ = std::move(record); }
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
    const std::optional<format::ItemRecord>& record() const { return record_; }

private:
    std::optional<format::ItemRecord> record_;
};

bool hasIssue(const format::ItemRecord& record, model::IssueCode code) {
    return std::any_of(record.issues.begin(), record.issues.end(),
                       [&](const model::Issue& issue) { return issue.code == code; });
}

report::FileReading readingOf(const format::ItemRecord& record) {
    report::FileReading reading;
    if (record.kind == model::ItemKind::Video) reading.kind = Kind::Film;
    if (record.kind == model::ItemKind::Audio) reading.kind = Kind::Sound;
    reading.title = record.subject;
    reading.text = record.text;
    reading.isWhole =
        !hasIssue(record, model::IssueCode::TooLarge) && !hasIssue(record, model::IssueCode::DamagedMetadata);
    reading.isSealed = hasIssue(record, model::IssueCode::SealedContent);
    reading.seconds = record.durationSeconds.value_or(0);
    if (record.photo) reading.orientation = record.photo->orientation;
    return reading;
}

report::LaidWord::Before beforeOf(format::document::PdfWord::Before before) {
    using Seen = format::document::PdfWord::Before;
    using Laid = report::LaidWord::Before;
    switch (before) {
    case Seen::Page:
        return Laid::Page;
    case Seen::Line:
        return Laid::Line;
    case Seen::Gap:
        return Laid::Gap;
    case Seen::Blank:
        break;
    }
    return Laid::Blank;
}

} // namespace

std::optional<report::FileReading> readAttachedFile(base::SeekableSource& source, const std::string& name) {
    const std::string head = base::readHead(source, kHead);
    source.seek(0);
    const format::ProbeInput probe{head, name, source.size(), {}};
    const format::DocumentReader documents;
    const format::FilmReader films;
    const format::Reader* reader = nullptr;
    if (films.probe(probe) >= format::Confidence::Likely)
        reader = &films;
    else if (const auto confidence = documents.probe(probe);
             confidence >= format::Confidence::Likely ||
             (confidence == format::Confidence::Maybe && base::foldForSearch(name).ends_with(".txt")))
        reader = &documents; // cards, calendars and web pages are text too, and nothing to be read on paper
    if (reader == nullptr) return std::nullopt;
    format::ReadContext context;
    context.fileName = name;
    context.size = source.size();
    context.zone = "UTC"; // its times are not asked
    Kept kept;
    reader->read(source, context, kept);
    return kept.record() ? std::optional(readingOf(*kept.record())) : std::nullopt;
}

std::optional<std::string> readShownPdfText(base::SeekableSource& source) {
    using format::document::PdfPart;
    const std::string bytes = base::readAll(source, kMostPdf);
    format::document::Content content = format::document::readPdf(
        bytes, [] {}, PdfPart::Shown);
    if (content.isSealed || (content.text.empty() && !content.damage.empty())) return std::nullopt;
    return std::move(content.text);
}

std::optional<std::vector<report::LaidWord>> readPdfWords(base::SeekableSource& source) {
    const std::string bytes = base::readAll(source, kMostPdf);
    auto words = format::document::readPdfWords(bytes, [] {});
    if (!words) return std::nullopt;
    std::vector<report::LaidWord> laid;
    laid.reserve(words->size());
    for (format::document::PdfWord& word : *words)
        laid.push_back({std::move(word.text), word.place, beforeOf(word.before)});
    return laid;
}

} // namespace core::share
