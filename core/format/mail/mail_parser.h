// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One mail taken apart as its lines stream by: headers, the tree of parts, the text to show, attachments, and
// the mails inside it. Parts cost no stack however deep; mails inside mails are followed to a small depth.
// Not yet a record: mail_record.h.

#include "core/format/mail/header_value.h"
#include "core/format/mail/leaf.h"
#include "core/format/mail/part_header.h"
#include "core/model/issue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core::format::mail {

struct MailContent {
    PartHeader header; // of the mail itself
    std::vector<TextPiece> texts;
    std::vector<TextPiece> others; // alternatives that were not chosen
    std::vector<FoundAttachment> attachments;
    std::vector<model::Issue> issues;
    std::uint64_t bodyOffset = 0;
};

// A mail that is a part of another one and stands there byte for byte.
struct InnerMail {
    MailContent content;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

class MailParser {
public:
    // `lines` is only looked ahead in. `unquoteFrom`: the mail lies in an mbox.
    MailParser(LineReader& lines, bool unquoteFrom) : lines_(lines), unquoteFrom_(unquoteFrom) {}
    MailParser(const MailParser&) = delete; // those inside point to it
    MailParser& operator=(const MailParser&) = delete;

    void begin();
    void line(const Line& line);
    // See Leaf::bulk.
    std::size_t bulk(std::string_view bytes, std::uint64_t offset);
    MailContent finish(std::uint64_t end);
    // A header that finish() gave, once it is read: the next one goes into its room.
    void takeBack(PartHeader&& header) { content_.header = std::move(header); }
    // After finish(): the mails inside, at any depth, in file order.
    std::vector<InnerMail> takeInner() { return std::move(innerMails_); }

    const PartHeader& rootHeader() const { return content_.header; }
    bool isInBody() const { return !inRootHeader_; }
    std::uint64_t bodyOffset() const { return content_.bodyOffset; }

private:
    enum class State { Header, Leaf, Between };

    // What a subtree of parts gives to read. Quality decides between alternatives.
    struct Reading {
        std::vector<TextPiece> pieces;
        std::vector<TextPiece> others; // what an alternative took the place of
        enum Quality { None, Blank, Html, Plain } quality = None;
    };
    struct Frame {
        std::string boundary;
        std::string written; // what stands in its place, where the body uses another than its header says
        int part = 0;        // how many have begun
        bool isAlternative = false;
        bool isDigest = false;
        bool isReceipt = false; // of delivery or reading: a mail in it is the reader's own
        Reading reading;
    };

    void headerLine(const Line& line);
    bool headerGoesOn(std::uint64_t from);
    void beginBody(std::uint64_t offset);
    void beginMultipart(const HeaderValue& type, const std::string& boundary, std::uint64_t offset);
    // `declared`: the type of content that the leaf is taken for; `type`: its header.
    void beginLeaf(const HeaderValue& type, const std::string& declared, std::uint64_t offset);
    void beginInner(std::uint64_t offset);
    void endInner();
    LeafPlan planPreamble(const HeaderValue& type) const;
    LeafPlan planLeaf(const HeaderValue& type, const std::string& declared, std::uint64_t offset);
    std::string section() const;
    void nameAttachment(LeafPlan& plan, const HeaderValue& type, const HeaderValue& disposition);
    bool takeBoundary(const Line& line);
    void crossBoundary(std::size_t frame, bool isEnd, std::uint64_t offset);
    void guessBoundary(const Line& line);
    bool takeWrittenBoundary(const Line& line);
    void endLeaf();
    void closeFrame(bool isEnded, std::uint64_t offset);
    void give(Reading&& reading);
    void noteSealed(const HeaderValue& type, std::uint64_t offset);
    void issue(model::IssueCode code, model::IssueSeverity severity, std::string detail,
               std::uint64_t offset);

    LineReader& lines_;
    bool unquoteFrom_;
    State state_ = State::Header;
    bool inRootHeader_ = true;
    bool guessing_ = false; // a multipart without boundary: the first line that looks like one is it
    PartHeader partHeader_;
    std::vector<Frame> frames_;
    Leaf leaf_;
    bool isPreamble_ = false;    // leaf_ keeps what stands before the first boundary, in case none comes
    bool hasText_ = false;       // a text that is not blank was found
    std::size_t textKept_ = 0;   // bytes of all texts of the mail
    std::size_t openedKept_ = 0; // bytes of all attachments that are opened
    MailContent content_;

    // The parser of the mail that the open leaf is. It is given the lines of the leaf, too.
    std::unique_ptr<MailParser> inner_;
    bool isInnerOpen_ = false;
    std::uint64_t innerBegin_ = 0;
    int depth_ = 0; // mails around this one
    std::vector<InnerMail> innerMails_;
    std::size_t innerKept_ = 0;       // bytes, about, that the mails inside hold
    std::size_t* kept_ = &innerKept_; // the outermost one's: one bound for all
};

} // namespace core::format::mail
