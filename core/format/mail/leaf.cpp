// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/leaf.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/header_value.h"
#include "core/format/mail/part_header.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace core::format::mail {

namespace {

constexpr std::size_t kFlushAt = std::size_t{64} << 10;
// Searched at once: small, so that base64 with a stray blank in every line costs little more.
constexpr std::size_t kBulk = std::size_t{16} << 10;
constexpr std::size_t kUsualLength = 60;                   // the shortest line that base64 is cut into
constexpr std::size_t kHeadOfMail = std::size_t{16} << 10; // searched for the subject

constexpr std::string_view kBoundary = "--";
constexpr std::string_view kFrom = "From ";
constexpr std::string_view kUuencoded = "begin ";

constexpr char kDigit = 0;
constexpr char kOtherDigit = 1;
constexpr char kForeign = 2;
constexpr std::array<char, 256> makeBase64Kinds() {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const char c = static_cast<char>(i);
        const bool isDigitOfIt = isLetter(c) || isDigit(c) || c == '+' || c == '/' || c == '=';
        table[i] = isDigitOfIt ? kDigit : c == '-' || c == '_' ? kOtherDigit : kForeign;
    }
    return table;
}
constexpr auto kBase64Kind = makeBase64Kinds();

// Number of ">" before "From " at the start of a line; 0 where there is no "From " behind them.
std::size_t quoteMarks(std::string_view text) {
    if (text.empty() || text[0] != '>') return 0;
    const std::size_t n = text.find_first_not_of('>');
    return n != std::string_view::npos && text.substr(n).starts_with(kFrom) ? n : 0;
}

} // namespace

void Leaf::begin(LeafPlan plan, std::uint64_t offset) {
    plan_ = std::move(plan);
    decoder_ = base::TransferDecoder(plan_.encoding);
    canonicalDecoder_ = base::TransferDecoder(plan_.encoding);
    out_.clear();
    canonicalOut_.clear();
    head_.clear();
    kept_.clear();
    heldEnd_.clear();
    heldEnds_ = 0;
    found_.clear();
    uuencode_.reset();
    plan_.attachment.offset = offset;
    plan_.attachment.encoding = plan_.encoding;
    endOffset_ = offset;
    firstLength_ = 0;
    isComplete_ = false;
    wasMislabelled_ = false;
}

void Leaf::line(const Line& line) {
    if (plan_.kind == LeafKind::Text)
        textLine(line);
    else
        attachmentLine(line);
}

// Plain text under the name of base64: its first line has blanks between words, or signs base64 has not. Or
// plain text behind base64, put there by a mailing list. Elsewhere such a line is junk.
void Leaf::checkBase64(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
        line.remove_suffix(1);
    const std::size_t length = line.size();
    const bool isFirst = firstLength_ == 0; // "-" and "_" stand in another kind of base64
    const bool isPlain = std::any_of(line.begin(), line.end(), [isFirst](char c) {
        const char kind = kBase64Kind[static_cast<unsigned char>(c)];
        return kind == kForeign || (kind == kOtherDigit && !isFirst);
    });
    if (isPlain && (firstLength_ == 0 || isComplete_)) {
        takeForPlain();
    } else if (!isPlain && length > 0) {
        if (firstLength_ == 0) firstLength_ = length;
        isComplete_ =
            line.ends_with('=') || (length % 4 == 0 && length < std::max(firstLength_, kUsualLength));
    }
}

// What comes from here on is text as it stands.
void Leaf::takeForPlain() {
    decoder_.finish(plan_.text.bytes);
    if (!plan_.text.bytes.empty() && plan_.text.bytes.back() != '\n') plan_.text.bytes += '\n';
    plan_.encoding = base::TransferEncoding::Identity;
    decoder_ = base::TransferDecoder(plan_.encoding);
    wasMislabelled_ = true;
}

void Leaf::textLine(const Line& line) {
    if (plan_.encoding == base::TransferEncoding::Base64 && line.isWhole()) checkBase64(line.text);
    if (plan_.encoding == base::TransferEncoding::Identity && !plan_.text.isHtml) {
        if (uuencode_.take(line)) return;
        // A "begin" that turned out to be text.
        if (uuencode_.hasHeld()) keepText(uuencode_.takeHeld());
    }
    const bool quoted = plan_.unquoteFrom && line.starts && quoteMarks(line.text) > 0;
    keepText(line.text.substr(quoted ? 1 : 0));
    keepText(line.eol);
}

void Leaf::keepText(std::string_view encoded) {
    std::string& bytes = plan_.text.bytes;
    if (bytes.size() >= plan_.textLimit) {
        plan_.text.isCut = plan_.text.isCut || !encoded.empty();
        return;
    }
    decoder_.feed(encoded, bytes);
}

void Leaf::attachmentLine(const Line& line) {
    decoder_.feed(heldEnd_, out_);
    decoder_.feed(line.text, out_);
    heldEnd_ = line.eol;
    if (plan_.encoding == base::TransferEncoding::Identity ||
        plan_.encoding == base::TransferEncoding::QuotedPrintable) {
        const std::string_view text = line.text.substr(line.starts ? quoteMarks(line.text) : 0);
        if (!text.empty()) {
            for (; heldEnds_ > 0; --heldEnds_) canonicalDecoder_.feed("\n", canonicalOut_);
            canonicalDecoder_.feed(text, canonicalOut_);
        }
        if (line.ends && !line.eol.empty()) ++heldEnds_;
    }
    endOffset_ = line.offset + line.text.size();
    if (out_.size() >= kFlushAt) flush();
}

std::size_t Leaf::bulk(std::string_view bytes, std::uint64_t offset, bool atLine) {
    bytes = bytes.substr(0, kBulk);
    if (plan_.kind == LeafKind::Text) return atLine ? bulkText(bytes) : 0;
    return plan_.encoding == base::TransferEncoding::Base64 && !bytes.empty() ? bulkAttachment(bytes, offset)
                                                                              : 0;
}

// A line, not blank, that textLine() would only decode.
bool Leaf::isPlainLine(std::string_view line) const {
    switch (line[0]) {
    case '-':
        if (line.starts_with(kBoundary)) return false;
        break;
    case 'F':
        if (line.starts_with(kFrom)) return false;
        break;
    case '>':
        if (plan_.unquoteFrom && quoteMarks(line) > 0) return false;
        break;
    case 'b':
        if (line.starts_with(kUuencoded)) return false;
        break;
    default:
        break;
    }
    if (plan_.encoding != base::TransferEncoding::Base64) return true;
    // As long as the first one, it tells checkBase64() nothing.
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line.size() == firstLength_ && firstLength_ >= kUsualLength && !isComplete_ &&
           line.back() != '=' && !isBlankChar(line.back());
}

std::size_t Leaf::bulkText(std::string_view bytes) {
    if (uuencode_.isBusy() || plan_.encoding == base::TransferEncoding::Uuencode) return 0;
    std::size_t end = 0;
    std::size_t blanks = 0; // bytes of blank lines at the end: the last of them may belong to the mailbox
    while (end < bytes.size()) {
        const void* eol = std::memchr(bytes.data() + end, '\n', bytes.size() - end);
        if (!eol) break;
        const char* begin = bytes.data() + end;
        const auto length = static_cast<std::size_t>(static_cast<const char*>(eol) - begin);
        const bool isBlank = length == 0 || (length == 1 && *begin == '\r');
        if (!isBlank && !isPlainLine({begin, length})) break;
        blanks = isBlank ? blanks + length + 1 : 0;
        end += length + 1;
    }
    end -= blanks;
    // Where the text is cut is told by the line.
    if (end == 0 || plan_.text.bytes.size() + end > plan_.textLimit) return 0;
    decoder_.feed(bytes.substr(0, end), plan_.text.bytes);
    return end;
}

std::size_t Leaf::bulkAttachment(std::string_view bytes, std::uint64_t offset) {
    // No boundary and no From_ line is without one of these; base64 has neither.
    const auto find = [&](char c, std::size_t length) {
        const void* p = std::memchr(bytes.data(), c, length);
        return p ? static_cast<std::size_t>(static_cast<const char*>(p) - bytes.data()) : length;
    };
    const std::size_t odd = find('-', find(' ', bytes.size()));
    const std::size_t end = bytes.substr(0, odd).rfind('\n');
    if (end == std::string_view::npos) return 0;
    bytes = bytes.substr(0, end + 1);
    decoder_.feed(bytes, out_);
    if (out_.size() >= kFlushAt) flush();
    heldEnd_.clear();
    const std::size_t last = bytes.find_last_not_of("\r\n");
    if (last != std::string_view::npos) endOffset_ = offset + last + 1;
    return bytes.size();
}

void Leaf::flush() {
    if (plan_.namedBySubject && head_.size() < kHeadOfMail) head_.append(out_, 0, kHeadOfMail - head_.size());
    if (plan_.keepLimit > 0 && kept_.size() + out_.size() > plan_.keepLimit) {
        plan_.keepLimit = 0;
        kept_ = std::string();
    }
    if (plan_.keepLimit > 0) kept_ += out_;
    plan_.attachment.size += out_.size();
    hash_.update(out_);
    out_.clear();
    canonicalHash_.update(canonicalOut_);
    canonicalOut_.clear();
}

void Leaf::end() {
    if (plan_.kind == LeafKind::Text) {
        if (uuencode_.hasHeld()) keepText(uuencode_.takeHeld());
        decoder_.finish(plan_.text.bytes);
        found_ = uuencode_.takeFound();
    } else {
        decoder_.finish(out_);
        canonicalDecoder_.finish(canonicalOut_);
        flush();
        FoundAttachment found{std::move(plan_.attachment), {}, decoder_.junk(), std::move(kept_)};
        found.attachment.encodedLength = endOffset_ - found.attachment.offset;
        found.attachment.sha256 = hash_.finish();
        const bool isText = plan_.encoding == base::TransferEncoding::Identity ||
                            plan_.encoding == base::TransferEncoding::QuotedPrintable;
        found.canonical = isText ? canonicalHash_.finish() : found.attachment.sha256;
        if (plan_.namedBySubject) found.attachment.name = subjectName();
        found_.push_back(std::move(found));
    }
}

std::string Leaf::subjectName() const {
    PartHeader header;
    std::string_view rest = head_;
    while (!rest.empty()) {
        Line line;
        const std::size_t end = rest.find('\n');
        line.text = rest.substr(0, end);
        if (line.text.ends_with('\r')) line.text.remove_suffix(1);
        if (line.text.empty() && !header.isEmpty()) break;
        header.add(line);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    std::string subject = decodeHeaderText(header.raw(Field::Subject));
    std::replace_if(
        subject.begin(), subject.end(), [](char c) { return c == '/' || c == '\\'; }, '_');
    subject = safeFileName(subject);
    return (subject.empty() ? "message" : subject) + ".eml";
}

} // namespace core::format::mail
