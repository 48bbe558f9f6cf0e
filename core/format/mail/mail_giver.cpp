// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_giver.h"

#include "core/base/utf8.h"
#include "core/format/mail/draft.h"
#include "core/format/mail/mail_record.h"
#include "core/format/mail/opened_part.h"

#include <algorithm>

namespace core::format::mail {

namespace {

constexpr std::size_t kDetail = 100; // letters of the outer subject that an issue names

// A part that says it lies outside does so only where nothing of it is here and its folder is known.
void linkParts(std::vector<FoundAttachment>& all, const std::string& folder) {
    for (FoundAttachment& found : all) {
        model::Attachment& a = found.attachment;
        if (a.path.empty()) continue;
        if (folder.empty() || a.size > 0) {
            a.path.clear();
            continue;
        }
        if (a.name.empty()) a.name = "Mail Attachment";
        a.path = folder + '/' + a.path + '/' + a.name;
        a.offset = a.encodedLength = 0;
        a.encoding = base::TransferEncoding::Identity;
        a.sha256 = {};
    }
}

} // namespace

void MailGiver::give(MailParser& parser, std::uint64_t contentEnd, Place&& place) {
    MailContent content = parser.finish(contentEnd);
    if (files_) {
        unpackParts(content, *files_);
        for (InnerMail& mail : parser.takeInner()) unpackParts(mail.content, *files_);
        return;
    }
    const bool isSaid = std::any_of(place.issues.begin(), place.issues.end(), [](const model::Issue& i) {
        return i.code == model::IssueCode::NotSent;
    });
    if (!isSaid && isDraft(content.header, context_))
        place.issues.push_back({model::IssueCode::NotSent, model::IssueSeverity::Note, "draft", place.begin});
    linkParts(content.attachments, place.partFolder);
    openParts(content);
    ItemRecord record = makeRecord(content, place.envelope, context_, place.begin, place.end);
    parser.takeBack(std::move(content.header));
    std::move(place.issues.begin(), place.issues.end(), std::back_inserter(record.issues));
    record.index = ++count_;
    std::vector<InnerMail> all = parser.takeInner();
    std::string outer;
    if (!all.empty())
        outer = record.subject.empty() ? record.messageId : base::firstGraphemes(record.subject, kDetail);
    sink_.item(std::move(record));
    for (InnerMail& mail : all) {
        linkParts(mail.content.attachments, {});
        openParts(mail.content);
        ItemRecord inner = makeRecord(mail.content, std::nullopt, context_, mail.begin, mail.end);
        inner.issues.push_back({model::IssueCode::Nested, model::IssueSeverity::Note, outer, mail.begin});
        inner.index = ++count_;
        sink_.item(std::move(inner));
    }
}

} // namespace core::format::mail
