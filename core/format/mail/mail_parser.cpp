// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/mail_parser.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"
#include "core/format/mail/header_value.h"

#include <algorithm>

namespace core::format::mail {

using model::IssueCode;
using model::IssueSeverity;

namespace {
constexpr std::size_t kMaxDepth = 100;
constexpr std::size_t kMaxIssues = 100;        // of one mail
constexpr std::size_t kHeaderLookahead = 4096; // bytes
constexpr std::size_t kLongestBoundary = 200;  // guessed ones
constexpr std::size_t kPartHeader = 64;        // bytes looked at behind a boundary

bool looksLikeBoundary(const Line& line) {
    return line.isWhole() && line.text.size() > 2 && line.text.size() < kLongestBoundary &&
           line.text.starts_with("--") && line.text.find(' ') == std::string_view::npos;
}

} // namespace

void MailParser::begin() {
    state_ = State::Header;
    inRootHeader_ = true;
    guessing_ = false;
    isPreamble_ = false;
    hasText_ = false;
    partHeader_.clear();
    frames_.clear();
    textKept_ = 0;
    openedKept_ = 0;
    content_.header.clear();
    content_.texts.clear();
    content_.others.clear();
    content_.attachments.clear();
    content_.issues.clear();
    content_.bodyOffset = 0;
    isInnerOpen_ = false;
    innerMails_.clear();
    innerKept_ = 0;
}

void MailParser::issue(IssueCode code, IssueSeverity severity, std::string detail, std::uint64_t offset) {
    detail = decodeHeaderText(detail);
    const bool isKnown =
        std::any_of(content_.issues.begin(), content_.issues.end(),
                    [&](const model::Issue& i) { return i.code == code && i.detail == detail; });
    if (isKnown || content_.issues.size() >= kMaxIssues) return;
    content_.issues.push_back({code, severity, std::move(detail), offset});
}

void MailParser::line(const Line& line) {
    const bool hasMark = line.text.size() > 2 && line.text[0] == '-' && line.text[1] == '-';
    if (hasMark && line.isWhole() && takeBoundary(line)) return;
    switch (state_) {
    case State::Header:
        headerLine(line);
        break;
    case State::Leaf:
        leaf_.line(line);
        if (isInnerOpen_) inner_->line(line); // last: looking ahead moves the bytes under the line
        break;
    case State::Between:
        if (guessing_)
            guessBoundary(line);
        else if (isPreamble_ && !takeWrittenBoundary(line))
            leaf_.line(line);
        break;
    }
}

std::size_t MailParser::bulk(std::string_view bytes, std::uint64_t offset) {
    return state_ == State::Leaf ? leaf_.bulk(bytes, offset, lines_.isAtLine()) : 0;
}

void MailParser::headerLine(const Line& line) {
    PartHeader& header = inRootHeader_ ? content_.header : partHeader_;
    if (line.isBlank()) {
        if (!inRootHeader_ || !header.isEmpty()) beginBody(line.end());
        return; // blank lines before the first header are not the end of it
    }
    if (header.add(line)) return;
    if (inRootHeader_ && header.isEmpty() &&
        (line.text.starts_with("From ") || line.text.starts_with(">From ")))
        return; // left over from a mailbox
    // Looking ahead moves the bytes under the line.
    const std::string text(line.text);
    const std::string eol(line.eol);
    Line copy = line;
    copy.text = text;
    copy.eol = eol;
    if (headerGoesOn(line.end())) {
        issue(IssueCode::Malformed, IssueSeverity::Note, "header line", line.offset);
        header.addStray(copy);
        return;
    }
    beginBody(line.offset);
    this->line(copy);
}

// Whether a line that is no header is junk inside the header block, not the begin of a body without a blank
// line before it: another header follows before the next blank line.
bool MailParser::headerGoesOn(std::uint64_t from) {
    if (from != lines_.offset()) return false;
    std::string_view rest = lines_.peek(kHeaderLookahead).substr(0, kHeaderLookahead);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) return false;
        const std::string_view next = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (trim(next).empty()) return false;
        const std::size_t name = headerNameLength(next);
        if (name > 0 && isWellKnownHeader(next.substr(0, name))) return true;
    }
    return false;
}

void MailParser::beginBody(std::uint64_t offset) {
    PartHeader& header = inRootHeader_ ? content_.header : partHeader_;
    if (header.isCut()) issue(IssueCode::TooLarge, IssueSeverity::Odd, "header", offset);
    if (inRootHeader_) content_.bodyOffset = offset;
    const HeaderValue type = parseHeaderValue(header.raw(Field::ContentType));
    noteSealed(type, offset);
    std::string leafType = type.value;
    state_ = State::Leaf;
    if (type.value.starts_with("multipart/")) {
        const std::string& boundary = type.parameter("boundary");
        if (frames_.size() >= kMaxDepth) {
            issue(IssueCode::TooDeep, IssueSeverity::Odd, std::to_string(kMaxDepth), offset);
        } else if (!trim(boundary).empty()) {
            beginMultipart(type, boundary, offset);
        } else {
            issue(IssueCode::MissingBoundary, IssueSeverity::Odd, type.value, offset);
            guessing_ = inRootHeader_;
            if (guessing_)
                state_ = State::Between;
            else
                leafType = "text/plain";
        }
    }
    if (state_ == State::Leaf) beginLeaf(type, leafType, offset);
    inRootHeader_ = false;
}

void MailParser::beginMultipart(const HeaderValue& type, const std::string& boundary, std::uint64_t offset) {
    leaf_.begin(planPreamble(type), offset);
    isPreamble_ = true;
    Frame frame;
    frame.boundary = boundary;
    while (!frame.boundary.empty() && isBlankChar(frame.boundary.back())) frame.boundary.pop_back();
    frame.isAlternative = type.value == "multipart/alternative";
    frame.isDigest = type.value == "multipart/digest";
    // A report about abuse holds a mail that somebody else wrote.
    frame.isReceipt =
        type.value == "multipart/report" && !equalsNoCase(type.parameter("report-type"), "feedback-report");
    frames_.push_back(std::move(frame));
    state_ = State::Between;
}

// The first line with something on it is the boundary if it looks like one; otherwise the body is text.
void MailParser::guessBoundary(const Line& line) {
    if (line.isBlank()) return;
    guessing_ = false;
    const HeaderValue type = parseHeaderValue(content_.header.raw(Field::ContentType));
    if (looksLikeBoundary(line)) {
        beginMultipart(type, std::string(line.text.substr(2)), line.offset);
        takeBoundary(line);
        return;
    }
    beginLeaf(type, "text/plain", line.offset);
    state_ = State::Leaf;
    leaf_.line(line);
}

// A body may use another boundary than its header says (in other letter case, or none of it right). Where no
// part has begun, a line that looks like one and has the header of a part behind it is one. The declared one
// stays good beside it.
bool MailParser::takeWrittenBoundary(const Line& line) {
    if (!looksLikeBoundary(line) || line.end() != lines_.offset()) return false;
    // Looking ahead moves the bytes under the line.
    const std::string text(line.text);
    const std::string eol(line.eol);
    Line copy = line;
    copy.text = text;
    copy.eol = eol;
    if (startsNoCase(lines_.peek(kPartHeader), "content-")) {
        issue(IssueCode::MissingBoundary, IssueSeverity::Odd, frames_.back().boundary, line.offset);
        frames_.back().written = trim(std::string_view(text).substr(2));
        crossBoundary(frames_.size() - 1, false, line.offset);
    } else {
        leaf_.line(copy);
    }
    return true;
}

namespace {

enum class BoundaryMatch { None, Next, End };

// `mark` is a line without "--" and blanks at its end. `exact` off: what follows the end mark is passed over.
BoundaryMatch matchBoundary(std::string_view mark, std::string_view boundary, bool exact) {
    if (!mark.starts_with(boundary)) return BoundaryMatch::None;
    const std::string_view rest = mark.substr(boundary.size());
    if (exact)
        return rest.empty() ? BoundaryMatch::Next : rest == "--" ? BoundaryMatch::End : BoundaryMatch::None;
    const bool isEnd = rest.size() > 2 && rest.starts_with("--") && !isLetter(rest[2]) && !isDigit(rest[2]) &&
                       rest[2] != '-' && rest[2] != '_';
    return isEnd ? BoundaryMatch::End : BoundaryMatch::None;
}

} // namespace

bool MailParser::takeBoundary(const Line& line) {
    if (!line.text.starts_with("--")) return false;
    std::string_view mark = line.text.substr(2);
    while (!mark.empty() && isBlankChar(mark.back())) mark.remove_suffix(1);
    // Inside out; a sloppy match counts only where no exact one is.
    for (const bool exact : {true, false}) {
        for (std::size_t i = frames_.size(); i-- > 0;) {
            const Frame& frame = frames_[i];
            const BoundaryMatch declared = matchBoundary(mark, frame.boundary, exact);
            const BoundaryMatch written =
                frame.written.empty() ? BoundaryMatch::None : matchBoundary(mark, frame.written, exact);
            if (declared == BoundaryMatch::None && written == BoundaryMatch::None) continue;
            crossBoundary(i, declared == BoundaryMatch::End, line.offset);
            // Only the declared end is the last word.
            if (declared == BoundaryMatch::None && written == BoundaryMatch::End) state_ = State::Between;
            return true;
        }
    }
    return false;
}

void MailParser::crossBoundary(std::size_t frame, bool isEnd, std::uint64_t offset) {
    if (state_ == State::Header) beginBody(offset); // a part of headers only
    // What stands before the first part is for programs that know no parts, unless there is no part.
    if (frame + 1 == frames_.size() && !isEnd) isPreamble_ = false;
    endLeaf();
    while (frames_.size() > frame + 1) closeFrame(false, offset);
    if (isEnd) {
        closeFrame(true, offset);
        state_ = State::Between;
    } else {
        state_ = State::Header;
        partHeader_.clear();
        ++frames_.back().part;
    }
}

MailContent MailParser::finish(std::uint64_t end) {
    if (state_ == State::Header) {
        if (inRootHeader_) content_.bodyOffset = end;
        beginBody(end);
    }
    endLeaf();
    while (!frames_.empty()) closeFrame(false, end);
    state_ = State::Between;
    return std::move(content_);
}

} // namespace core::format::mail
