// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures, documents, films and recordings of an exhibit, be they items or attached to one.
#include "core/base/error.h"
#include "core/report/item_texts.h"
#include "core/report/marks.h"
#include "core/report/protected_terms.h"
#include "core/report/text_lines.h"

#include <algorithm>

namespace core::report {

namespace {

using Bytes = std::unique_ptr<base::SeekableSource>;

constexpr std::uint64_t kHead = 1024; // of a PDF: junk in front is allowed for, ISO 32000-1, annex H
constexpr std::size_t kMostShownText = 200'000; // bytes: some sixty pages

bool hasIssue(const query::ItemDetail& item, model::IssueCode code, const std::string& detail) {
    return std::any_of(item.issues.begin(), item.issues.end(),
                       [&](const model::Issue& i) { return i.code == code && i.detail == detail; });
}

// By its first bytes; a name says nothing where there are any.
bool isPdf(const Build& build, const query::ItemDetail& item) {
    if (item.kind != model::ItemKind::Document) return false;
    try {
        const query::CaseReader& reader = build.reader.forCounting();
        return reader.sourceBytes(item.source.id, item.recordOffset, std::min(item.recordLength, kHead))
                   .find("%PDF-") != std::string::npos;
    } catch (const base::Error&) { // a damaged original: its card stands all the same, by its name
        return base::foldForSearch(item.fileName).ends_with(".pdf");
    }
}

// Why the pages may not be shown. Where nothing is protected nothing is looked for.
std::string heldBack(const Build& build, const query::ItemDetail& item) {
    const Words& words = build.document.words;
    if (build.reader.redactor().isEmpty()) return {};
    if (build.reader.holdsProtected(item.id)) return words.heldTerm;
    const bool isCut = hasIssue(item, model::IssueCode::TooLarge, "text");
    const bool isUnread = hasIssue(item, model::IssueCode::DamagedMetadata, "pdf");
    return isCut || isUnread ? words.heldLetters : std::string();
}

void addPhotoFacts(const Build& build, const query::ItemDetail& item, FileView& file) {
    if (!item.photo) return;
    const model::PhotoInfo& photo = *item.photo;
    if (photo.width > 0) {
        int width = photo.width, height = photo.height; // as the picture stands on the page
        if (photo.orientation >= 5 && photo.orientation <= 8) std::swap(width, height);
        file.facts.push_back(
            {build.tr("Picture"),
             base::fill(build.tr("%1 × %2 pixels"), {std::to_string(width), std::to_string(height)}), false});
    }
    if (!photo.camera.empty()) file.facts.push_back({build.tr("Camera"), photo.camera, false});
    if (photo.gps && build.options.audience == Audience::Police)
        file.facts.push_back({build.tr("Place in the file"),
                              base::formatDecimal(photo.gps->latitude, 5, build.say.language()) + " / " +
                                  base::formatDecimal(photo.gps->longitude, 5, build.say.language()),
                              false});
}

struct Opened {
    std::function<Bytes()> bytes;
    std::string title; // that stands before its text
};

// None where it cannot be read, or where nobody reads.
template <typename Reader>
auto readBy(const Reader& reader, const Opened& opened) -> decltype(reader(*opened.bytes())) {
    if (!reader) return std::nullopt;
    try {
        return reader(*opened.bytes());
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return std::nullopt;
    }
}

// Of a PDF that is held back: as the eye sees it, where that can be read.
std::optional<std::string> lines(const Build& build, const Opened& opened, int leastStruck) {
    auto words = readBy(build.options.readWords, opened);
    if (!words) return std::nullopt;
    for (LaidWord& word : *words) ++word.place;
    if (!opened.title.empty()) words->insert(words->begin(), {opened.title, 0, LaidWord::Before::Line});
    return textInLines(build.reader, std::move(*words), leastStruck);
}

std::string titled(const std::string& title, const std::string& text) {
    return title.empty() ? text : title + "\n" + text;
}

// Of any PDF. None too where fewer places are struck out than in all of its text: a term that a crop box cuts
// in two is none any more in what is left of it.
std::optional<std::string> shownText(const Build& build, const Opened& opened, int leastStruck) {
    const auto shown = readBy(build.options.readShown, opened);
    if (!shown) return std::nullopt;
    std::string text = build.reader.redacted(titled(opened.title, *shown));
    if (placesStruck(text) < leastStruck || isLeftOver(build.reader.redactor(), text)) return std::nullopt;
    return text;
}

// Text that a document holds: its pages where they are not shown. `whole` is what it is searched by; of a PDF
// it holds what a crop box hides, and is not printed.
void addText(const Build& build, const std::string& whole, FileView& file, const Opened& opened) {
    if (whole.empty() || (file.isPdf && isLeftOver(build.reader.redactor(), whole))) return;
    const int least = file.isPdf ? placesStruck(whole) : 0;
    const auto inLines = file.heldBack.empty() ? std::nullopt : lines(build, opened, least);
    file.text = inLines ? *inLines : file.isPdf ? shownText(build, opened, least).value_or("") : whole;
    if (file.text.empty()) return;
    file.textTitle = build.tr("Text of the file");
    file.textNote = inLines ? build.tr("The words of the file, line by line as they stand there, without its "
                                       "pictures.")
                            : build.tr("The words of the file, without its layout and its pictures.");
    if (file.text.size() > kMostShownText) {
        std::size_t end = kMostShownText;
        while (end > 0 && (static_cast<unsigned char>(file.text[end]) & 0xC0U) == 0x80U) --end;
        file.text.resize(end);
        const std::size_t struck = file.text.rfind(kStruckBegin); // never cut in two
        if (struck != std::string::npos && file.text.find(kStruckEnd, struck) == std::string::npos)
            file.text.resize(struck);
        file.textNote += " " + build.tr("Only the beginning is shown; the rest is in the original.");
    }
}

// Of a film or recording; whoever reads it has to know whose words it stands in.
void addTranscript(const Build& build, const query::ItemDetail& item, FileView& file) {
    if (item.transcript.empty() || !file.text.empty()) return;
    file.text = item.transcript;
    file.textTitle = build.tr("What is said");
    file.textNote = build.tr("Written down by the exposed person; not part of the file.");
}

std::string whereItLies(const Build& build, const FileView& file, bool isOwnFile) {
    return base::fill(isOwnFile ? build.tr("In the case as %1, unchanged. In a package with originals: the "
                                           "file whose name begins with %1.")
                                : build.tr("In the case within %1, unchanged."),
                      {file.sourceKey});
}

// What cannot be put on paper: where somebody who has the case or the package finds it.
void addWhereItLies(const Build& build, const query::ItemDetail& item, FileView& file) {
    if (item.kind != model::ItemKind::Video && item.kind != model::ItemKind::Audio) return;
    file.facts.push_back({build.tr("Where it is"), whereItLies(build, file, true), false});
}

FileView makeFile(Build& build, const query::ItemDetail& item) {
    FileView file;
    file.isPicture = item.kind == model::ItemKind::Photo;
    file.isFilm = item.kind == model::ItemKind::Video;
    file.isPdf = isPdf(build, item);
    file.size = item.recordLength;
    file.picture = {item.id, false, item.photo ? item.photo->orientation : 0};
    file.label = build.labelOf(item.id);
    file.incidents = build.incidentsWith(item.id);
    file.sourceKey = build.sourceKey(item.source);
    file.fileName = item.fileName;
    if (file.isPdf) file.heldBack = heldBack(build, item);
    if (item.kind == model::ItemKind::Document && !item.subject.empty())
        file.facts.push_back({build.tr("Title"), item.subject, false});
    for (NamedValue& time : allTimes(build, item)) file.facts.push_back(std::move(time));
    if (!file.isPicture && item.call.durationSeconds > 0)
        file.facts.push_back({build.tr("Length"), duration(build, item.call.durationSeconds), false});
    addPhotoFacts(build, item, file);
    file.facts.push_back(
        {build.tr("Size"), base::formatBytes(item.source.size, build.say.language()), false});
    file.facts.push_back({"SHA-256", hashGroups(item.source.sha256, 64), false});
    addWhereItLies(build, item, file);
    if (item.kind == model::ItemKind::Document)
        addText(build, item.fullText, file,
                {[&] { return build.reader.forCounting().openSource(item.source.id); }, {}});
    else if (!item.fullText.empty())
        file.facts.push_back({build.tr("Text"), item.fullText, false});
    addTranscript(build, item, file);
    Attached none; // a file has no attachments
    for (const std::string& note : itemNotes(build, item, none))
        file.facts.push_back({build.document.words.remark, note, false});
    if (item.recordLength == 0)
        file.facts.push_back({build.document.words.remark, build.tr("The file is empty: 0 bytes."), false});
    return file;
}

// What the file says of itself; none where it says nothing, or is damaged.
std::optional<FileReading> readAttached(const Build& build, const query::AttachmentRow& attachment) {
    if (!build.options.readFile || attachment.isMissing()) return std::nullopt;
    try {
        const auto bytes = build.reader.forCounting().openAttachment(attachment.id);
        return build.options.readFile(*bytes, attachment.name);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return std::nullopt; // the line about it stands
    }
}

bool isAttachedPdf(const Build& build, const query::AttachmentRow& attachment) {
    const auto bytes = build.reader.forCounting().openAttachment(attachment.id);
    std::string head(kHead, '\0');
    head.resize(bytes->read(head.data(), head.size()));
    return head.find("%PDF-") != std::string::npos;
}

// Why the pages of an attached PDF may not be shown.
std::string heldBack(const Build& build, const FileReading& read) {
    const Redactor& terms = build.reader.redactor();
    const Words& words = build.document.words;
    if (terms.isEmpty()) return {};
    const std::string text = titled(read.title, read.text);
    if (terms.finds(text) || terms.finds(closedUp(text))) return words.heldTerm;
    return read.isWhole || read.isSealed ? std::string() : words.heldLetters;
}

std::string attachedTo(const Build& build, const query::ItemDetail& item) {
    const std::string label = build.labelOf(item.id);
    return build.say.itemKind(item.kind) + (label.empty() ? "" : " " + label) + ", " +
           (item.time ? build.say.at(*item.time) : build.tr("undated"));
}

} // namespace

FileView attachedView(Build& build, const query::ItemDetail& item, const query::AttachmentRow& attachment) {
    FileView file;
    file.size = attachment.size;
    file.picture = {attachment.id, true, 0};
    file.label = build.labelOf(item.id);
    file.incidents = build.incidentsWith(item.id);
    file.sourceKey =
        build.sourceKey(attachment.source != 0 ? build.reader.source(attachment.source) : item.source);
    file.fileName = attachment.name.empty() ? attachment.type : attachment.name;
    file.facts.push_back({build.tr("Attached to"), attachedTo(build, item), false});
    file.facts.push_back({build.tr("Size"), base::formatBytes(attachment.size, build.say.language()), false});
    file.facts.push_back({"SHA-256", hashGroups(base::toHex(attachment.sha256), 64), false});
    return file;
}

std::optional<FileView> attachedFile(Build& build, const query::ItemDetail& item,
                                     const query::AttachmentRow& attachment) {
    const std::optional<FileReading> read = readAttached(build, attachment);
    if (!read) return std::nullopt;
    const bool isPlayed = read->kind != FileReading::Kind::Document;
    FileView file = attachedView(build, item, attachment);
    file.isPdf = !isPlayed && isAttachedPdf(build, attachment);
    file.isFilm = read->kind == FileReading::Kind::Film;
    file.picture.orientation = read->orientation;
    if (file.isPdf) file.heldBack = heldBack(build, *read);
    if (!isPlayed)
        addText(build, build.reader.redacted(titled(read->title, read->text)), file,
                {[&] { return build.reader.forCounting().openAttachment(attachment.id); }, read->title});
    if (!isPlayed && !file.isPdf && !read->isSealed && file.text.empty()) return std::nullopt;
    if (read->seconds > 0)
        file.facts.insert(file.facts.begin() + 1,
                          {build.tr("Length"), duration(build, read->seconds), false});
    if (isPlayed)
        file.facts.push_back(
            {build.tr("Where it is"), whereItLies(build, file, attachment.source != 0), false});
    if (read->isSealed && !file.isPdf)
        file.facts.push_back({build.document.words.remark, build.document.words.troubleSealed, false});
    return file;
}

void addFile(Build& build, const query::ItemDetail& item, ExhibitPart& part) {
    part.files.push_back(makeFile(build, item));
}

} // namespace core::report
