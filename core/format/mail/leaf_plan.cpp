// SPDX-License-Identifier: GPL-3.0-or-later
// What a part is: text to show, or an attachment.
#include "core/format/mail/ascii.h"
#include "core/format/mail/header_value.h"
#include "core/format/mail/mail_parser.h"

#include <algorithm>
#include <optional>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;

namespace {

constexpr std::size_t kMaxText = std::size_t{4} << 20;        // bytes of one text part
constexpr std::size_t kMaxOpened = std::size_t{32} << 20;     // bytes of all attachments that are opened
constexpr std::size_t kMaxTextOfMail = std::size_t{16} << 20; // bytes of all of them

std::optional<base::TransferEncoding> encodingOf(std::string_view raw) {
    std::string name;
    for (const char c : raw) {
        if (c == ';' || c == '(') break;
        if (!isBlankChar(c) && c != '"') name += lowerChar(c);
    }
    if (name.empty() || name == "7bit" || name == "8bit" || name == "binary" || name == "7-bit" ||
        name == "8-bit")
        return base::TransferEncoding::Identity;
    if (name == "base64") return base::TransferEncoding::Base64;
    if (name == "quoted-printable") return base::TransferEncoding::QuotedPrintable;
    if (name == "x-uuencode" || name == "uuencode" || name == "x-uue" || name == "uue")
        return base::TransferEncoding::Uuencode;
    return std::nullopt;
}

bool isWellFormedType(std::string_view type) {
    const std::size_t slash = type.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < type.size();
}

std::size_t textRoom(std::size_t kept) {
    return std::min(kMaxText, kMaxTextOfMail - std::min(kMaxTextOfMail, kept));
}

// Whether something can be read in an attachment besides its bytes: opened_part.h.
bool isOpened(const model::Attachment& attachment, base::TransferEncoding encoding) {
    const std::string& type = attachment.type;
    if (type == "application/ms-tnef" || type == "application/vnd.ms-tnef" ||
        type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime")
        return true;
    if (isMail(type)) return encoding != base::TransferEncoding::Identity;
    return equalsNoCase(attachment.name, "winmail.dat") || equalsNoCase(attachment.name, "win.dat");
}

} // namespace

LeafPlan MailParser::planLeaf(const HeaderValue& type, const std::string& declared, std::uint64_t offset) {
    const PartHeader& header = inRootHeader_ || frames_.empty() ? content_.header : partHeader_;
    const bool isRoot = frames_.empty();
    const HeaderValue disposition = parseHeaderValue(header.raw(Field::Disposition));
    LeafPlan plan;
    const auto encoding = encodingOf(header.raw(Field::TransferEncoding));
    if (!encoding)
        issue(IssueCode::UnknownEncoding, IssueSeverity::Odd,
              header.raw(Field::TransferEncoding).substr(0, 100), offset);
    plan.encoding = encoding.value_or(base::TransferEncoding::Identity);
    plan.unquoteFrom = unquoteFrom_ && plan.encoding != base::TransferEncoding::Base64;

    std::string name = declared;
    if (!isWellFormedType(name)) name = !isRoot && frames_.back().isDigest ? "message/rfc822" : "text/plain";
    const bool isReadable = name == "text/plain" || name == "text/html";
    const bool isNamed = !disposition.parameter("filename").empty() || !type.parameter("name").empty();
    // Some programs give the message itself a file name: it is an attachment only beside another text.
    const bool isBody = isRoot || (disposition.value != "attachment" &&
                                   (frames_.back().isAlternative || !isNamed || !hasText_));
    if (isReadable && isBody) {
        const bool isHtml = name == "text/html";
        plan.kind = LeafKind::Text;
        plan.text.isHtml = isHtml;
        plan.text.charset = type.parameter("charset");
        plan.text.isFlowed = !isHtml && equalsNoCase(type.parameter("format"), "flowed");
        plan.text.deleteSpace = equalsNoCase(type.parameter("delsp"), "yes");
        plan.textLimit = textRoom(textKept_);
        return plan;
    }
    plan.kind = LeafKind::Attachment;
    plan.attachment.type = std::move(name);
    plan.attachment.isInline =
        disposition.value != "attachment" && (disposition.value == "inline" || header.has(Field::ContentId));
    nameAttachment(plan, type, disposition);
    if (isOpened(plan.attachment, plan.encoding))
        plan.keepLimit = kMaxOpened - std::min(kMaxOpened, openedKept_);
    if (header.has(Field::AppleLength)) plan.attachment.path = section();
    return plan;
}

// The number of the part as IMAP counts: "2.1".
std::string MailParser::section() const {
    std::string section;
    for (const Frame& frame : frames_)
        section.append(section.empty() ? "" : ".").append(std::to_string(frame.part));
    return section.empty() ? "1" : section;
}

// The body of a multipart as if it were plain text.
LeafPlan MailParser::planPreamble(const HeaderValue& type) const {
    const PartHeader& header = frames_.empty() ? content_.header : partHeader_;
    LeafPlan plan;
    plan.encoding =
        encodingOf(header.raw(Field::TransferEncoding)).value_or(base::TransferEncoding::Identity);
    plan.unquoteFrom = unquoteFrom_ && plan.encoding != base::TransferEncoding::Base64;
    plan.kind = LeafKind::Text;
    plan.text.charset = type.parameter("charset");
    plan.textLimit = textRoom(textKept_);
    return plan;
}

void MailParser::nameAttachment(LeafPlan& plan, const HeaderValue& type, const HeaderValue& disposition) {
    std::string& name = plan.attachment.name;
    name = safeFileName(disposition.parameter("filename"));
    if (name.empty()) name = safeFileName(type.parameter("name"));
    plan.namedBySubject = name.empty() && isMail(plan.attachment.type);
}

void MailParser::noteSealed(const HeaderValue& type, std::uint64_t offset) {
    const bool isSealed =
        type.value == "multipart/encrypted" || type.value == "application/pgp-encrypted" ||
        ((type.value == "application/pkcs7-mime" || type.value == "application/x-pkcs7-mime") &&
         !equalsNoCase(type.parameter("smime-type"), "certs-only"));
    if (isSealed) issue(IssueCode::SealedContent, IssueSeverity::Note, type.value, offset);
}

} // namespace core::format::mail
