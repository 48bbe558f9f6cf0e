// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/item_texts.h"

#include "core/report/exhibit_plan.h"

#include <algorithm>
#include <cstdlib>

namespace core::report {

namespace {

constexpr std::int64_t kTimesDifferMs = 60'000; // smaller differences of two clocks are not worth a line
constexpr std::size_t kShortHash = 16;

bool isPictureType(const std::string& type) {
    return type == "image/jpeg" || type == "image/jpg" || type == "image/png" || type == "image/heic" ||
           type == "image/heif" || type == "image/webp" || type == "image/gif" || type == "image/tiff" ||
           type == "image/avif";
}

// Said of a message whatever their weight: they tell what the words in the bubble are.
bool isAlwaysSaid(model::IssueCode code) {
    return code == model::IssueCode::Edited || code == model::IssueCode::Withdrawn ||
           code == model::IssueCode::Nested;
}

// "Time of the file: 2026-11-26 21:20 lies after the import.", where the reader says which time it was.
std::optional<std::string> laterThanImport(const Build& build, const model::Issue& issue) {
    if (issue.code != model::IssueCode::FutureDate) return std::nullopt;
    const std::size_t end = std::min(issue.detail.find(' '), issue.detail.size());
    const auto source = model::timeSourceOf(issue.detail.substr(0, end));
    const auto time = source ? base::parseRfc3339(issue.detail.substr(end + 1)) : std::nullopt;
    if (!time) return std::nullopt;
    return base::fill(build.tr("%1: %2 lies after the import."),
                      {capitalized(build.say.timeSource(*source)), build.say.tableDateTime(time->utcMs)});
}

std::string issueNote(const Build& build, const query::ItemDetail& item, const model::Issue& issue) {
    const bool isDocument = item.kind == model::ItemKind::Document;
    if (auto later = laterThanImport(build, issue)) return *std::move(later);
    return isDocument && issue.code == model::IssueCode::DamagedMetadata
               ? build.tr("The file could not be read in full.")
               : build.tr(model::describe(issue.code));
}

// A file of its own has a key, and its whole code in the list of files.
std::string attachmentNote(Build& build, const query::AttachmentRow& attachment) {
    std::string name = attachment.name.empty() ? attachment.type : attachment.name;
    if (attachment.isMissing())
        return base::fill(build.tr("Attached: %1. The file is not in the export."), {name});
    std::string size = base::formatBytes(attachment.size, build.say.language());
    if (attachment.durationSeconds.value_or(0) > 0)
        size = duration(build, *attachment.durationSeconds) + ", " + size;
    const std::string hash = hashGroups(base::toHex(attachment.sha256), kShortHash);
    if (attachment.source == 0)
        return base::fill(build.tr("Attached: %1, %2, SHA-256 %3 …"), {name, size, hash});
    const std::string key = build.sourceKey(build.reader.source(attachment.source));
    return base::fill(build.tr("Attached: %1 (%2), %3, SHA-256 %4 …"), {name, key, size, hash});
}

// A mail and a file list all their times among their facts.
bool listsTimes(const query::ItemDetail& item) {
    return item.kind == model::ItemKind::Email || exhibitKindFor(item.kind) == model::ExhibitKind::Pictures ||
           exhibitKindFor(item.kind) == model::ExhibitKind::Documents;
}

bool isSaid(const query::ItemDetail& item, const model::Issue& issue) {
    if (issue.code == model::IssueCode::MissingDate && listsTimes(item))
        return false; // "Undated" stands there
    return issue.severity != model::IssueSeverity::Note || isAlwaysSaid(issue.code);
}

std::string attachedKey(const ExhibitPart& part, model::Id attachment) {
    return std::to_string(part.number) + "#" + std::to_string(attachment);
}

// Shown on pages of its own where it is so tall that nobody could read it beside the words.
FileView attachedPicture(Build& build, const query::ItemDetail& item,
                         const query::AttachmentRow& attachment) {
    FileView file = attachedView(build, item, attachment);
    file.isPicture = true;
    return file;
}

bool addAttachedFile(Build& build, const query::ItemDetail& item, const query::AttachmentRow& attachment,
                     ExhibitPart& part) {
    auto file = attachedFile(build, item, attachment);
    if (!file) return false;
    part.files.push_back(std::move(*file));
    if (attachment.source != 0) addSource(build, build.reader.source(attachment.source), part);
    return true;
}

} // namespace

std::string groupOf(const query::ItemDetail& item) {
    const bool isOfPhone = item.source.format == "imazing" || item.source.format == "iphone-backup";
    return query::isSubjectWritten(item.kind) || isOfPhone ? std::string() : item.subject;
}

std::string duration(const Build& build, std::int64_t seconds) {
    return base::fill(build.tr("%1 min %2 s"), {std::to_string(seconds / 60), std::to_string(seconds % 60)});
}

std::string timeWithSource(const Build& build, const base::Timestamp& time, model::TimeSource source) {
    return build.say.at(time) + ", " + build.say.timeSource(source);
}

namespace {

std::string timeLabel(const Build& build, model::TimeSource source) {
    switch (source) {
    case model::TimeSource::MailDate:
        return build.tr("Sent (Date)");
    case model::TimeSource::MailReceived:
        return build.tr("Received (field Received)");
    case model::TimeSource::MailEnvelope:
        return build.tr("Put away (mailbox file)");
    case model::TimeSource::Exif:
        return build.tr("Time in the photo (EXIF)");
    case model::TimeSource::ExifGps:
        return build.tr("Time in the photo (GPS)");
    case model::TimeSource::Xmp:
        return build.tr("Time in the photo (XMP)");
    case model::TimeSource::PngText:
        return build.tr("Time in the picture (PNG)");
    case model::TimeSource::FileName:
        return build.tr("Time in the file name");
    case model::TimeSource::FileTime:
        return build.tr("Time of the file");
    case model::TimeSource::MediaHeader:
        return build.tr("Time in the recording");
    case model::TimeSource::SideFile:
        return build.tr("Time in the file beside it");
    case model::TimeSource::Document:
        return build.tr("Time in the document");
    default:
        return base::fill(build.tr("Time: %1"), {build.say.timeSource(source)});
    }
}

// As far as the vaguer of the two goes.
bool saysTheSame(const Build& build, base::Timestamp a, base::Timestamp b) {
    a.precision = b.precision = std::max({a.precision, b.precision, base::Precision::Second});
    a.about = b.about = false;
    return build.say.at(a) == build.say.at(b);
}

// When a file was last written is mostly when it was copied: worth a line where it is far from what is known.
bool isWorthALine(const Build& build, const model::TimeClaim& claim, const model::TimeClaim& chosen) {
    const bool isFar = std::llabs(claim.time.utcMs - chosen.time.utcMs) > base::kDayMs;
    return !saysTheSame(build, claim.time, chosen.time) &&
           (claim.source != model::TimeSource::FileTime || isFar);
}

} // namespace

std::vector<NamedValue> allTimes(const Build& build, const query::ItemDetail& item) {
    if (item.times.empty()) return {{build.tr("Time"), build.tr("Undated"), false}};
    std::vector<NamedValue> lines;
    for (const model::TimeClaim& claim : item.times)
        if (lines.empty() || isWorthALine(build, claim, item.times.front()))
            lines.push_back({timeLabel(build, claim.source), build.say.at(claim.time), false});
    return lines;
}

// "K1, record 12"
std::string sourceNote(Build& build, const query::ItemDetail& item) {
    return base::fill(
        build.tr("%1, record %2"),
        {build.sourceKey(item.source), build.say.number(static_cast<long long>(item.recordIndex))});
}

std::vector<std::string> itemNotes(Build& build, const query::ItemDetail& item, Attached& attached) {
    std::vector<std::string> notes;
    bool anyMissing = false;
    const std::string emoji = build.form.emojiIn(item.subject + " " + item.fullText, build.say.language());
    if (!emoji.empty()) notes.push_back(base::fill(build.tr("Emoji: %1"), {emoji}));
    for (const query::AttachmentRow& attachment : item.attachmentList) {
        notes.push_back(attachmentNote(build, attachment));
        anyMissing = anyMissing || attachment.isMissing();
        if (isPictureType(attachment.type) && !attachment.isMissing()) {
            attached.pictures.push_back({attachment.id, true, 0});
            if (attached.filesTo != nullptr)
                attached.filesTo->files.push_back(attachedPicture(build, item, attachment));
        } else if (attached.filesTo != nullptr && addAttachedFile(build, item, attachment, *attached.filesTo))
            notes.back() += " " + base::fill(build.tr("See page {page:attached:%1}."),
                                             {attachedKey(*attached.filesTo, attachment.id)});
    }
    for (std::size_t i = 1; i < item.times.size() && item.time && !listsTimes(item); ++i) {
        const model::TimeClaim& claim = item.times[i];
        if (std::llabs(claim.time.utcMs - item.time->utcMs) < kTimesDifferMs) continue;
        notes.push_back(base::fill(build.tr("Another time in the source: %1"),
                                   {timeWithSource(build, claim.time, claim.source)}));
    }
    for (const model::Issue& issue : item.issues) {
        if (!isSaid(item, issue)) continue;
        if (anyMissing && issue.code == model::IssueCode::MissingAttachment)
            continue; // it is said with its name
        std::string note = issueNote(build, item, issue);
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace core::report
