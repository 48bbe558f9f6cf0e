// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/gate.h"

#include "core/share/term_scan.h"
#include "core/store/database.h"

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

bool Gate::itemsHoldTerm(const query::SourceRow& source, base::Progress& progress, Seen& seen) const {
    bool inWords = false;
    query::ItemFilter filter;
    filter.source = source.id;
    filter.withExcluded = true;
    reader_.eachItem(filter, [&](const query::ItemDetail& item) {
        progress.throwIfCancelled();
        inWords = inWords || finds(item.subject) || finds(item.fullText);
        for (const query::PersonView& person : item.people)
            inWords = inWords || finds(person.written) || finds(person.name);
        for (const query::AttachmentRow& attachment : item.attachmentList) {
            if (seen.inAttachment) break;
            TermScan scan(redactor_, true);
            bool first = true;
            reader_.readAttachment(attachment.id, [&](std::string_view piece) {
                progress.throwIfCancelled();
                if (first) seen.packed = seen.packed || isPacked(piece);
                first = false;
                scan.feed(piece);
            });
            seen.inAttachment = finds(attachment.name) || scan.finish();
        }
    });
    return inWords;
}

bool Gate::bytesHoldTerm(const query::SourceRow& source, base::Progress& progress, Seen& seen) const {
    const auto original = reader_.openSource(source.id);
    // What is base64 in these is an attachment, and has been looked through as one.
    const bool plain = source.format == "sms-backup" || source.format == "photo";
    TermScan scan(redactor_, !plain);
    std::string piece(1U << 18U, '\0');
    bool first = true;
    while (const std::size_t count = original->read(piece.data(), piece.size())) {
        progress.throwIfCancelled();
        if (first) seen.packed = seen.packed || isPacked(piece);
        first = false;
        scan.feed(std::string_view(piece).substr(0, count));
    }
    return scan.finish();
}

std::vector<GateFinding> Gate::checkSource(const query::SourceRow& source, base::Progress& progress) const {
    std::vector<GateFinding> findings;
    const auto add = [&](const std::string& label) {
        findings.push_back({label, source.name, true, source.id});
    };
    if (!redactor_.isEmpty()) {
        Seen seen;
        const bool inContent = itemsHoldTerm(source, progress, seen) || bytesHoldTerm(source, progress, seen);
        if (finds(source.name)) add(catalog_.tr("protected term in the file name"));
        if (inContent) add(catalog_.tr("protected term in the content"));
        if (seen.inAttachment) add(catalog_.tr("protected term in an attachment"));
        if (seen.packed) add(catalog_.tr("content that cannot be searched"));
    }
    auto gps =
        reader_.database().prepare("SELECT count(*) FROM item WHERE source_id = ? AND latitude IS NOT NULL");
    if (gps.with(source.id).step() && gps.integer(0) > 0)
        add(catalog_.tr("place where the photo was taken (GPS)"));
    return findings;
}

} // namespace core::share
