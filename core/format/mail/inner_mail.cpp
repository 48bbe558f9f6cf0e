// SPDX-License-Identifier: GPL-3.0-or-later
// The mails inside a mail: each is taken apart by a parser of its own as the lines of its part stream by.
#include "core/format/mail/mail_parser.h"

#include <algorithm>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;

namespace {

constexpr int kMaxInnerDepth = 8;
constexpr std::size_t kMaxInnerKept = std::size_t{48} << 20; // bytes that all mails inside one may hold

std::size_t weightOf(const MailContent& content) {
    std::size_t weight = sizeof(InnerMail);
    for (const auto* pieces : {&content.texts, &content.others})
        for (const TextPiece& piece : *pieces) weight += piece.bytes.size();
    for (const FoundAttachment& found : content.attachments) weight += found.bytes.size();
    return weight + content.attachments.size() * sizeof(FoundAttachment);
}

} // namespace

void MailParser::beginLeaf(const HeaderValue& type, const std::string& declared, std::uint64_t offset) {
    LeafPlan plan = planLeaf(type, declared, offset);
    const bool isInner = plan.kind == LeafKind::Attachment && isMail(plan.attachment.type) &&
                         plan.encoding == base::TransferEncoding::Identity;
    leaf_.begin(std::move(plan), offset);
    if (isInner) beginInner(offset);
}

void MailParser::beginInner(std::uint64_t offset) {
    if (std::any_of(frames_.begin(), frames_.end(), [](const Frame& f) { return f.isReceipt; })) return;
    if (depth_ + 1 > kMaxInnerDepth) {
        issue(IssueCode::TooDeep, IssueSeverity::Note, std::to_string(kMaxInnerDepth), offset);
        return;
    }
    if (*kept_ >= kMaxInnerKept) {
        issue(IssueCode::TooLarge, IssueSeverity::Odd, "message/rfc822", offset);
        return;
    }
    if (!inner_) inner_ = std::make_unique<MailParser>(lines_, unquoteFrom_);
    inner_->begin();
    inner_->depth_ = depth_ + 1;
    inner_->kept_ = kept_;
    innerBegin_ = offset;
    isInnerOpen_ = true;
}

// The leaf has ended and is the last attachment found.
void MailParser::endInner() {
    if (!isInnerOpen_) return;
    isInnerOpen_ = false;
    const std::uint64_t end = leaf_.endOffset();
    InnerMail mail{inner_->finish(end), innerBegin_, end};
    const auto has = [&](Field field) { return mail.content.header.has(field); };
    // Without any of these it is called a mail and is none.
    if (has(Field::From) || has(Field::Date) || has(Field::Subject) || has(Field::MessageId)) {
        *kept_ += weightOf(mail.content);
        innerMails_.push_back(std::move(mail));
    }
    std::vector<InnerMail> deeper = inner_->takeInner();
    std::move(deeper.begin(), deeper.end(), std::back_inserter(innerMails_));
}

} // namespace core::format::mail
