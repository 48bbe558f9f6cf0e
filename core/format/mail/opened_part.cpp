// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/opened_part.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/other_text.h"
#include "core/format/mail/signed_content.h"
#include "core/format/outlook/message_body.h"
#include "core/format/outlook/message_kind.h"
#include "core/format/outlook/message_record.h"
#include "core/format/outlook/tnef_message.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace core::format::mail {

namespace {

using outlook::TnefMessage;

// The parser needs somebody to tell its position to.
struct Deaf : RecordSink {
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
};

bool isSigned(const FoundAttachment& found) {
    return found.attachment.type == "application/pkcs7-mime" ||
           found.attachment.type == "application/x-pkcs7-mime";
}

bool isEncodedMail(const FoundAttachment& found) {
    return found.attachment.type == "message/rfc822" || found.attachment.type == "message/global";
}

std::string folderOf(const FoundAttachment& found) {
    return "part-" + std::to_string(found.attachment.offset) + '/';
}

std::string nameIn(const FoundAttachment& inner) {
    return inner.attachment.name.empty() ? "attachment" : inner.attachment.name;
}

bool hasText(const MailContent& content) {
    return std::any_of(content.texts.begin(), content.texts.end(),
                       [](const TextPiece& piece) { return !isBlankText(piece.bytes); });
}

void add(std::vector<FoundAttachment>& more, std::string name, std::string type, std::string path) {
    FoundAttachment file;
    file.attachment.name = std::move(name);
    file.attachment.type = std::move(type);
    file.attachment.path = std::move(path);
    more.push_back(std::move(file));
}

void openTnef(const FoundAttachment& found, MailContent& content, std::vector<FoundAttachment>& more) {
    TnefMessage message(found.bytes);
    const auto& all = message.attachments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (outlook::isMessage(all[i])) continue;
        const std::string path = outlook::attachmentPath(folderOf(found), i + 1, all[i]);
        add(more, path.substr(path.rfind('/') + 1), toLower(all[i].text(outlook::Tag::AttachMime)), path);
    }
    if (hasText(content)) return;
    content.texts.clear();
    for (TextPiece& body : outlook::bodiesOf(message.properties()))
        (content.texts.empty() ? content.texts : content.others).push_back(std::move(body));
}

void openSigned(const FoundAttachment& found, MailContent& content, std::vector<FoundAttachment>& more) {
    const auto bytes = signedContent(found.bytes);
    if (!bytes) return;
    MailContent inner = parsePart(*bytes);
    // It is readable after all, unless it holds something sealed itself.
    std::erase_if(content.issues, [&](const model::Issue& i) {
        return i.code == model::IssueCode::SealedContent && i.detail == found.attachment.type;
    });
    for (model::Issue& issue : inner.issues) {
        issue.offset = found.attachment.offset;
        content.issues.push_back(std::move(issue));
    }
    std::size_t number = 0;
    for (FoundAttachment& one : inner.attachments) {
        ++number;
        add(more, nameIn(one), one.attachment.type,
            outlook::attachmentFolder(folderOf(found), number) + nameIn(one));
    }
    if (hasText(content)) return;
    content.texts = std::move(inner.texts);
    content.others = std::move(inner.others);
}

void unpackSigned(const FoundAttachment& found, ChildSink& sink) {
    const auto bytes = signedContent(found.bytes);
    if (!bytes) return;
    const MailContent inner = parsePart(*bytes);
    std::size_t number = 0;
    for (const FoundAttachment& one : inner.attachments) {
        const model::Attachment& a = one.attachment;
        const std::string decoded = base::decodeTransfer(
            a.encoding, std::string_view(*bytes).substr(static_cast<std::size_t>(a.offset),
                                                        static_cast<std::size_t>(a.encodedLength)));
        base::MemorySource source(decoded);
        sink.child({outlook::attachmentFolder(folderOf(found), ++number) + nameIn(one), decoded.size()},
                   source);
    }
}

// What stands in a header of such a part. "/rfc822" alone is in every delivery report, so that it counts with
// an encoding near it.
constexpr std::array<std::string_view, 4> kSigns{"ms-tnef", "inmail.dat", "win.dat", "pkcs7-mime"};
constexpr std::array<std::string_view, 2> kMailSigns{"/rfc822", "/global"};
constexpr std::array<std::string_view, 2> kEncodings{"base64", "quoted-printable"};
constexpr std::string_view kField = "content"; // of "Content-Type", "Content-Disposition"
constexpr std::size_t kNearPart = 1024;        // bytes looked at around one

template <std::size_t N>
bool holdsOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != std::string_view::npos; });
}

// Calls look(at) for each "content-" of the text, with the place of its mark, until that says true.
template <typename Look>
bool anyField(std::string_view text, Look look) {
    for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
        if (at < kField.size() || lowerChar(text[at - 1]) != kField.back()) continue;
        if (equalsNoCase(text.substr(at - kField.size(), kField.size()), kField) && look(at)) return true;
    }
    return false;
}

bool hasSignNear(std::string_view text, std::size_t at) {
    const std::string behind = toLower(text.substr(at, kNearPart));
    if (holdsOneOf(behind, kSigns)) return true;
    if (!holdsOneOf(behind, kMailSigns)) return false;
    const std::size_t begin = at - std::min(at, kNearPart);
    return holdsOneOf(toLower(text.substr(begin, 2 * kNearPart)), kEncodings);
}

// Whether a sign, or what is much like one, has its mark at `at`: all of them have one.
bool mayBeSign(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '.':
        return startsNoCase(text.substr(at), ".dat");
    case '/':
        return startsNoCase(text.substr(at), "/rfc822") || startsNoCase(text.substr(at), "/global");
    case '-':
        return startsNoCase(text.substr(at), "-tnef") || startsNoCase(text.substr(at), "-mime");
    default:
        return false;
    }
}

bool hasSign(std::string_view text) {
    // Most mails have none: the text near the fields is looked through once, before each field's own.
    std::size_t done = 0;
    const bool mayHave = anyField(text, [&](std::size_t at) {
        const std::size_t end = std::min(at + kNearPart, text.size());
        for (done = std::max(done, at); done < end; ++done)
            if (mayBeSign(text, done)) return true;
        return false;
    });
    return mayHave && anyField(text, [&](std::size_t at) { return hasSignNear(text, at); });
}

} // namespace

MailContent parsePart(std::string_view bytes) {
    Deaf sink;
    base::MemorySource source(bytes);
    LineReader lines(source, sink);
    MailParser parser(lines, false);
    parser.begin();
    Line line;
    while (lines.next(line)) parser.line(line);
    return parser.finish(lines.offset());
}

void openParts(MailContent& content) {
    std::vector<FoundAttachment> more;
    for (const FoundAttachment& found : content.attachments) {
        if (found.bytes.empty()) continue;
        if (found.bytes.starts_with(TnefMessage::kMagic))
            openTnef(found, content, more);
        else if (isSigned(found))
            openSigned(found, content, more);
    }
    std::move(more.begin(), more.end(), std::back_inserter(content.attachments));
}

void unpackParts(MailContent& content, ChildSink& sink) {
    for (const FoundAttachment& found : content.attachments) {
        if (found.bytes.empty()) continue;
        if (found.bytes.starts_with(TnefMessage::kMagic)) {
            TnefMessage message(found.bytes);
            outlook::unpackFiles(message, folderOf(found), sink);
        } else if (isSigned(found)) {
            unpackSigned(found, sink);
        } else if (isEncodedMail(found)) {
            base::MemorySource source(found.bytes);
            sink.child({folderOf(found) + nameIn(found), found.bytes.size()}, source);
        }
    }
}

bool mayHoldParts(base::ByteSource& source, ChildSink& sink) {
    constexpr std::size_t kBlock = std::size_t{256} << 10;
    std::vector<char> buffer(2 * kNearPart + kBlock);
    std::size_t have = 0;
    std::uint64_t done = 0;
    for (;;) {
        const std::size_t kept = std::min(have, 2 * kNearPart);
        std::copy_n(buffer.data() + have - kept, kept, buffer.data());
        have = kept;
        while (have < buffer.size()) {
            const std::size_t n = source.read(buffer.data() + have, buffer.size() - have);
            if (n == 0) break;
            have += n;
        }
        done += have - kept;
        sink.position(done);
        if (hasSign({buffer.data(), have})) return true;
        if (have < buffer.size()) return false;
    }
}

} // namespace core::format::mail
