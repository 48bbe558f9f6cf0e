// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The body of one part that is no multipart, decoded as its lines stream by: text is kept up to a limit,
// everything else is only counted and hashed. Not the choice between alternatives: mail_parser.h.

#include "core/base/sha256.h"
#include "core/base/transfer_decoder.h"
#include "core/format/mail/line_reader.h"
#include "core/format/mail/uuencode.h"
#include "core/model/item.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::mail {

// A text body after its transfer encoding, not yet in UTF-8.
struct TextPiece {
    std::string bytes;
    std::string charset;
    bool isHtml = false;
    bool isFlowed = false;
    bool deleteSpace = false;
    bool isCut = false; // longer than the limit
};

struct FoundAttachment {
    model::Attachment attachment;
    // Of the content without what transport changes (line ends, ">" before "From "): equal in an .eml and in
    // an mbox.
    base::Digest canonical{};
    std::uint64_t junk = 0; // bytes that have no place in the encoding
    std::string bytes;      // decoded, of the few kinds that are opened; empty where there are too many
};

enum class LeafKind { Text, Attachment };

// A whole mail inside the mail.
constexpr bool isMail(std::string_view type) { return type == "message/rfc822" || type == "message/global"; }

struct LeafPlan {
    LeafKind kind = LeafKind::Text;
    base::TransferEncoding encoding = base::TransferEncoding::Identity;
    bool unquoteFrom = false;     // an mbox: ">From " at the start of a line is "From "
    bool namedBySubject = false;  // a mail in the mail: its subject names it
    std::size_t textLimit = 0;    // bytes kept of a text
    std::size_t keepLimit = 0;    // bytes of an attachment that is opened; 0: it is not
    TextPiece text;               // its properties
    model::Attachment attachment; // name, type, isInline
};

class Leaf {
public:
    void begin(LeafPlan plan, std::uint64_t offset);
    void line(const Line& line);
    // Takes whole lines of text or base64 from what lies in memory; stops before a line that may be something
    // else: a boundary, a From_ line, the blank line before one. `offset` is the position of the bytes;
    // `atLine`: a line begins there, and line feeds end them. Returns how many were taken.
    std::size_t bulk(std::string_view bytes, std::uint64_t offset, bool atLine);
    void end();

    LeafKind kind() const { return plan_.kind; }
    std::uint64_t endOffset() const { return endOffset_; } // of an attachment
    bool wasMislabelled() const {
        return wasMislabelled_;
    } // a base64 text that is plain text, or has some behind it
    // After end(): the text (kind Text), and what was found inside (the attachment itself, uuencoded files).
    TextPiece takeText() { return std::move(plan_.text); }
    std::vector<FoundAttachment> takeFound() { return std::move(found_); }

private:
    std::size_t bulkText(std::string_view bytes);
    std::size_t bulkAttachment(std::string_view bytes, std::uint64_t offset);
    bool isPlainLine(std::string_view line) const;
    void checkBase64(std::string_view line);
    void takeForPlain();
    void textLine(const Line& line);
    void attachmentLine(const Line& line);
    void keepText(std::string_view encoded);
    void flush();
    std::string subjectName() const;

    LeafPlan plan_;
    base::TransferDecoder decoder_{base::TransferEncoding::Identity};
    base::TransferDecoder canonicalDecoder_{base::TransferEncoding::Identity};
    base::Sha256 hash_;
    base::Sha256 canonicalHash_;
    std::string out_;          // decoded, not yet hashed
    std::string canonicalOut_; // the same for the canonical digest
    std::string kept_;         // of an attachment that is opened
    std::string head_;         // first decoded bytes of a mail in the mail
    std::string heldEnd_;      // the last line end: it belongs to the boundary if one follows
    std::size_t heldEnds_ = 0; // line ends not yet in the canonical content (none at its end count)
    std::uint64_t endOffset_ = 0;
    std::size_t firstLength_ = 0; // of the first line of a base64 text
    bool isComplete_ = false;     // its last line was the last by the look of it
    bool wasMislabelled_ = false;
    UuencodeFinder uuencode_;
    std::vector<FoundAttachment> found_;
};

} // namespace core::format::mail
