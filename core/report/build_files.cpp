// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures, documents, films and recordings of an exhibit.
#include "core/base/error.h"
#include "core/report/item_texts.h"
#include "core/report/marks.h"
#include "core/report/protected_terms.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::size_t kMostShownText = 200'000; // bytes: some sixty pages

bool hasIssue(const query::ItemDetail& item, model::IssueCode code, const std::string& detail) {
    return std::any_of(item.issues.begin(), item.issues.end(),
                       [&](const model::Issue& i) { return i.code == code && i.detail == detail; });
}

// By its first bytes; a name says nothing.
bool isPdf(const Build& build, const query::ItemDetail& item) {
    constexpr std::uint64_t kHead = 1024; // junk in front is allowed for: ISO 32000-1, annex H
    if (item.kind != model::ItemKind::Document) return false;
    try {
        const query::CaseReader& reader = build.reader.forCounting();
        return reader.sourceBytes(item.source.id, item.recordOffset, std::min(item.recordLength, kHead))
                   .find("%PDF-") != std::string::npos;
    } catch (const base::Error&) { // a damaged original: its card stands all the same
        return false;
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

// What is left when what was struck out is gone: letters that a PDF sets one by one are no words to the
// redactor.
bool isLeftOver(const Build& build, std::string text) {
    for (std::size_t at = text.find(kStruckBegin); at != std::string::npos; at = text.find(kStruckBegin)) {
        const std::size_t end = text.find(kStruckEnd, at);
        text.replace(at, end == std::string::npos ? end : end + kStruckEnd.size() - at, "█");
    }
    return build.reader.redactor().finds(closedUp(std::move(text)));
}

// Text that a document holds: its pages where they are not shown.
void addText(const Build& build, const query::ItemDetail& item, FileView& file) {
    if (item.fullText.empty()) return;
    if (item.kind != model::ItemKind::Document) {
        file.facts.push_back({build.tr("Text"), item.fullText, false});
        return;
    }
    if (file.isPdf && isLeftOver(build, item.fullText)) return;
    file.text = item.fullText;
    file.textNote = build.tr("The words of the file, without its layout and its pictures.");
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

// What cannot be put on paper: where somebody who has the case or the package finds it.
void addWhereItLies(const Build& build, const query::ItemDetail& item, FileView& file) {
    if (item.kind != model::ItemKind::Video && item.kind != model::ItemKind::Audio) return;
    file.facts.push_back(
        {build.tr("Where it is"),
         base::fill(build.tr("In the case as %1, unchanged. In a package with originals: the file whose name "
                             "begins with %1."),
                    {file.sourceKey}),
         false});
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
    file.facts.push_back({build.tr("Time"), allTimes(build, item), false});
    if (!file.isPicture && item.call.durationSeconds > 0)
        file.facts.push_back({build.tr("Length"), duration(build, item.call.durationSeconds), false});
    addPhotoFacts(build, item, file);
    file.facts.push_back(
        {build.tr("Size"), base::formatBytes(item.source.size, build.say.language()), false});
    file.facts.push_back({"SHA-256", hashGroups(item.source.sha256, 64), false});
    addWhereItLies(build, item, file);
    addText(build, item, file);
    std::vector<PictureRef> none; // a file has no attachments
    for (const std::string& note : itemNotes(build, item, none))
        file.facts.push_back({build.tr("Note"), note, false});
    return file;
}

} // namespace

void addFiles(Build& build, const std::vector<query::ItemDetail>& items, ExhibitPart& part) {
    for (const query::ItemDetail& item : items) {
        part.files.push_back(makeFile(build, item));
        part.items.push_back(item.id);
    }
}

} // namespace core::report
