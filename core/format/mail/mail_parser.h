// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One mail taken apart as its lines stream by: headers, the tree of parts, the text to show, attachments.
// Nothing is recursive, so depth costs no stack. Not yet a record: mail_record.h.

#include "core/format/mail/header_value.h"
#include "core/format/mail/leaf.h"
#include "core/format/mail/part_header.h"
#include "core/model/issue.h"

#include <cstdint>
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

class MailParser {
public:
    // `lines` is only looked ahead in. `unquoteFrom`: the mail lies in an mbox.
    MailParser(LineReader& lines, bool unquoteFrom) : lines_(lines), unquoteFrom_(unquoteFrom) {}

    void begin();
    void line(const Line& line);
    // See Leaf::bulk.
    std::size_t bulk(std::string_view bytes, std::uint64_t offset);
    MailContent finish(std::uint64_t end);

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
        bool isAlternative = false;
        bool isDigest = false;
        Reading reading;
    };

    void headerLine(const Line& line);
    bool headerGoesOn(std::uint64_t from);
    void beginBody(std::uint64_t offset);
    void beginMultipart(const std::string& type, const std::string& boundary, std::uint64_t offset);
    LeafPlan planPreamble() const;
    LeafPlan planLeaf(const std::string& type, std::uint64_t offset);
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
    bool isPreamble_ = false;  // leaf_ keeps what stands before the first boundary, in case none comes
    bool hasText_ = false;     // a text that is not blank was found
    std::size_t textKept_ = 0; // bytes of all texts of the mail
    MailContent content_;
};

} // namespace core::format::mail
