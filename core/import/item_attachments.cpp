// SPDX-License-Identifier: GPL-3.0-or-later
// What ItemWriter makes of the attachments of a record: in the original, or in a file of their own.
#include "core/import/item_statements.h"
#include "core/import/item_writer.h"

namespace core::import {

using Part = store::SourceDigest::Part;

void ItemWriter::insertAttachments(model::Id item, const format::ItemRecord& r) {
    std::int64_t sequence = -1;
    for (const model::Attachment& a : r.attachments) {
        ++sequence;
        if (isMending_ && hasAttachment(item, sequence)) continue;
        if (a.path.empty())
            insertAttachment({item, signedOf(r.index), sequence},
                             {a.name, a.type, signedOf(a.size), base::toHex(a.sha256), signedOf(a.offset),
                              signedOf(a.encodedLength), a.encoding, a.isInline, "", std::nullopt,
                              lengthOf(a, {})});
        else
            insertLinked({item, signedOf(r.index), sequence}, a);
    }
}

void ItemWriter::insertAttachment(const AttachmentPlace& place, const AttachmentRow& row) {
    const auto encoding = static_cast<std::int64_t>(row.encoding);
    sql_.attachment
        .with(place.item, place.sequence, store::Borrowed{row.name}, store::Borrowed{row.type}, row.size,
              store::Borrowed{row.sha256}, row.encodedOffset, row.encodedLength, encoding, row.isInline,
              store::Borrowed{row.path}, row.original, row.seconds)
        .run();
    if (isMending_ || place.sequence >= store::kFirstLaterFile) return;
    digest_.add(Part::Attachment, place.recordIndex, place.sequence, row.name, row.type, row.size, row.sha256,
                row.encodedOffset, row.encodedLength, encoding, row.isInline, row.path);
}

void ItemWriter::insertLinked(const AttachmentPlace& place, const model::Attachment& a) {
    const auto file = findFile_ ? findFile_(a.path) : std::nullopt;
    insertAttachment(place, linkedRow(a, file));
    if (file) return;
    ++report_.missing;
    const model::Issue missing{model::IssueCode::MissingAttachment, model::IssueSeverity::Odd, a.path, 0};
    if (!isMending_ || !hasIssue(missing, place.item)) writeIssue(missing, place.item);
}

ItemWriter::AttachmentRow ItemWriter::linkedRow(const model::Attachment& a,
                                                const std::optional<LinkedFile>& file) {
    const std::int64_t size = file ? signedOf(file->size) : 0;
    return {a.name,
            a.type.empty() && file ? file->type : a.type,
            size,
            file ? base::toHex(file->sha256) : "",
            0,
            size,
            base::TransferEncoding::Identity,
            a.isInline,
            a.path,
            file ? std::optional<std::int64_t>(file->original) : std::nullopt,
            file ? lengthOf(a, file->objectId) : std::nullopt};
}

std::optional<std::int64_t> ItemWriter::lengthOf(const model::Attachment& a, const std::string& objectId) {
    return findLength_ ? findLength_(a, objectId) : std::nullopt;
}

// A chat exported first without its pictures and then with them: the message is the same, and now shows them.
void ItemWriter::addLaterFiles(model::Id item, const format::ItemRecord& r) {
    for (const model::Attachment& a : r.attachments) {
        const auto file = a.path.empty() || !findFile_ ? std::nullopt : findFile_(a.path);
        if (!file) continue;
        const std::string sha256 = base::toHex(file->sha256);
        auto known = database_.prepare("SELECT 1 FROM attachment WHERE item_id = ? AND sha256 = ?");
        if (known.with(item, sha256).step()) continue;
        auto last = database_.prepare(
            "SELECT coalesce(max(max(sequence) + 1, ?2), ?2) FROM attachment WHERE item_id = ?1");
        last.with(item, store::kFirstLaterFile).step();
        const std::int64_t sequence = last.integer(0);
        last.reset();
        insertAttachment({item, signedOf(r.index), sequence}, linkedRow(a, file));
    }
}

bool ItemWriter::hasAttachment(model::Id item, std::int64_t sequence) {
    return database_.prepare("SELECT 1 FROM attachment WHERE item_id = ? AND sequence = ?")
        .with(item, sequence)
        .step();
}

} // namespace core::import
