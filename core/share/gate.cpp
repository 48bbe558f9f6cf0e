// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/gate.h"

#include "core/report/protected_terms.h"
#include "core/store/database.h"

#include <algorithm>
#include <array>

namespace core::share {

namespace {

// Files whose words are packed or sealed: no search for a term can see them.
bool isPacked(std::string_view head) {
    constexpr std::array<std::string_view, 7> starts{
        "%PDF", "PK\x03\x04", "\xD0\xCF\x11\xE0", "\x1F\x8B", "7z\xBC\xAF", "Rar!", "BZh"};
    for (const std::string_view start : starts)
        if (head.starts_with(start)) return true;
    return false;
}

} // namespace

std::string Gate::redacted(std::string text) const {
    report::Redactor redactor = redactor_;
    redactor.apply(text);
    return text;
}

void Gate::feed(TermScan& scan, std::string_view piece, bool first, Seen& seen) {
    if (first) seen.packed = seen.packed || isPacked(piece);
    scan.feed(piece);
}

void Gate::lookAtItem(const query::ItemDetail& item, base::Progress& progress, Seen& seen) const {
    progress.throwIfCancelled();
    seen.inWords = seen.inWords || finds(item.subject) || finds(item.fullText) ||
                   (item.kind == model::ItemKind::Document && finds(report::closedUp(item.fullText)));
    for (const query::PersonView& person : item.people)
        seen.inWords = seen.inWords || finds(person.written) || finds(person.name);
    seen.place = seen.place || (item.photo && item.photo->gps);
    for (const query::AttachmentRow& attachment : item.attachmentList) {
        if (finds(attachment.name) || finds(attachment.path)) seen.inAttachment = true;
        if (!attachment.path.empty()) continue; // its bytes are not in this source, or nowhere
        TermScan scan(redactor_, true);
        bool first = true;
        reader_.readAttachment(attachment.id, [&](std::string_view piece) {
            progress.throwIfCancelled();
            feed(scan, piece, first, seen);
            first = false;
        });
        scan.finish();
        seen.inAttachment = seen.inAttachment || scan.foundTerm();
        seen.place = seen.place || scan.foundPlace();
    }
}

void Gate::lookAtBytes(const query::SourceRow& source, base::SeekableSource& original, std::uint64_t begin,
                       std::uint64_t end, base::Progress& progress, Seen& seen) const {
    constexpr std::uint64_t kPiece = 1U << 20U;
    // What is base64 in these is an attachment, and has been looked through as one.
    const bool plain = source.format == "sms-backup" || source.format == "photo" || source.format == "film";
    TermScan scan(redactor_, !plain);
    original.seek(begin);
    std::string room(static_cast<std::size_t>(std::min(kPiece, end - begin)), '\0');
    for (std::uint64_t at = begin; at < end;) {
        progress.throwIfCancelled();
        const std::size_t got = original.read(
            room.data(), static_cast<std::size_t>(std::min<std::uint64_t>(room.size(), end - at)));
        if (got == 0) break;
        feed(scan, std::string_view(room).substr(0, got), at == 0, seen);
        at += got;
    }
    scan.finish();
    seen.inWords = seen.inWords || scan.foundTerm();
    seen.place = seen.place || scan.foundPlace();
}

void Gate::lookAtSource(const query::SourceRow& source, base::Progress& progress, Seen& seen) const {
    query::ItemFilter filter;
    filter.source = source.id;
    filter.withExcluded = true;
    reader_.eachItem(filter, [&](const query::ItemDetail& item) { lookAtItem(item, progress, seen); });
    lookAtBytes(source, *reader_.openSource(source.id), 0, source.size, progress, seen);
    auto members = reader_.database().prepare("SELECT path, child_id FROM source_member WHERE parent_id = ?");
    for (members.with(source.id); members.step();) {
        seen.inAttachment = seen.inAttachment || finds(members.textView(0));
        lookAtSource(reader_.source(members.integer(1)), progress, seen);
    }
}

std::vector<GateFinding> Gate::checkSource(const query::SourceRow& source, base::Progress& progress) const {
    Seen seen;
    lookAtSource(source, progress, seen);
    std::vector<GateFinding> findings;
    const auto add = [&](const std::string& label) {
        findings.push_back({label, source.name, true, source.id, false, false});
    };
    if (finds(source.name)) add(catalog_.tr("protected term in the file name"));
    if (seen.inWords) add(catalog_.tr("protected term in the content"));
    if (seen.inAttachment) add(catalog_.tr("protected term in an attachment"));
    if (seen.packed && !redactor_.isEmpty()) add(catalog_.tr("content that cannot be searched"));
    if (seen.place) add(catalog_.tr("place where the photo was taken (GPS)"));
    return findings;
}

bool Gate::mayLeave(const query::SourceRow& source, base::SeekableSource& original, const ShownRecord& record,
                    base::Progress& progress) const {
    Seen seen;
    const auto item = reader_.item(record.item);
    if (!item) return false;
    lookAtItem(*item, progress, seen);
    lookAtBytes(source, original, record.offset, record.offset + record.length, progress, seen);
    return !seen.inWords && !seen.inAttachment && !seen.place && (!seen.packed || redactor_.isEmpty());
}

} // namespace core::share
