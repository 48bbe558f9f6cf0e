// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a mail give to read: which alternative is chosen, and what is kept of the others.
#include "core/format/mail/ascii.h"
#include "core/format/mail/mail_parser.h"
#include "core/format/mail/other_text.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <iterator>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;

namespace {
constexpr std::size_t kMaxAttachments = 10'000; // of one mail
constexpr std::size_t kLongestBlank = 4096;     // bytes; in more there is something to see

bool isBlankPiece(const TextPiece& piece) {
    const auto first = std::find_if_not(piece.bytes.begin(), piece.bytes.end(), isBlankChar);
    if (first == piece.bytes.end()) return true;
    if (static_cast<unsigned char>(*first) < 0x80 && keepsAscii(piece.charset)) return false;
    return !piece.isHtml && piece.bytes.size() <= kLongestBlank &&
           isBlankText(readableText(piece.bytes, piece.charset));
}

void append(std::vector<TextPiece>& to, std::vector<TextPiece>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}
} // namespace

void MailParser::endLeaf() {
    if (state_ != State::Leaf && !isPreamble_) return;
    leaf_.end();
    endInner();
    for (FoundAttachment& found : leaf_.takeFound()) {
        const std::uint64_t offset = found.attachment.offset;
        openedKept_ += found.bytes.size();
        if (found.junk > 0)
            issue(IssueCode::InvalidBase64, IssueSeverity::Note, std::to_string(found.junk), offset);
        if (content_.attachments.size() < kMaxAttachments)
            content_.attachments.push_back(std::move(found));
        else
            issue(IssueCode::TooLarge, IssueSeverity::Odd, "attachments", offset);
    }
    if (leaf_.kind() != LeafKind::Text) return;
    if (leaf_.wasMislabelled())
        issue(IssueCode::InvalidBase64, IssueSeverity::Odd, "text", content_.bodyOffset);
    const bool wasPreamble = isPreamble_;
    isPreamble_ = false;
    Reading reading;
    reading.pieces.push_back(leaf_.takeText());
    const TextPiece& piece = reading.pieces.back();
    textKept_ += piece.bytes.size();
    const bool isBlank = isBlankPiece(piece);
    hasText_ = hasText_ || !isBlank;
    if (wasPreamble && isBlank) return;
    if (wasPreamble)
        issue(IssueCode::MissingBoundary, IssueSeverity::Odd, frames_.back().boundary, content_.bodyOffset);
    reading.quality = isBlank ? Reading::Blank : piece.isHtml ? Reading::Html : Reading::Plain;
    give(std::move(reading));
}

void MailParser::closeFrame(bool isEnded, std::uint64_t offset) {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (!isEnded) issue(IssueCode::MissingBoundary, IssueSeverity::Note, frame.boundary, offset);
    give(std::move(frame.reading));
}

// Hands what was read to the frame around it: alternatives choose the best, the rest keeps all.
void MailParser::give(Reading&& reading) {
    if (frames_.empty()) {
        append(content_.texts, reading.pieces);
        append(content_.others, reading.others);
        return;
    }
    Reading& kept = frames_.back().reading;
    if (frames_.back().isAlternative) {
        const bool isBetter =
            reading.quality == Reading::Html ? kept.quality <= Reading::Html : kept.quality < reading.quality;
        if (isBetter) {
            std::swap(kept.pieces, reading.pieces);
            std::swap(kept.quality, reading.quality);
        }
        if (reading.quality > Reading::Blank) append(kept.others, reading.pieces);
        append(kept.others, reading.others);
        return;
    }
    append(kept.pieces, reading.pieces);
    append(kept.others, reading.others);
    if (reading.quality <= Reading::Blank)
        kept.quality = std::max(kept.quality, reading.quality);
    else if (kept.quality <= Reading::Blank)
        kept.quality = reading.quality;
    else
        kept.quality = std::min(kept.quality, reading.quality); // one HTML part makes the whole HTML
}

} // namespace core::format::mail
