// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/content.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/format/chat/chat_record.h"
#include "core/format/whatsapp/duration.h"
#include "core/format/whatsapp/lines.h"
#include "core/format/whatsapp/words.h"

#include <algorithm>

namespace core::format::whatsapp {

namespace {

using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr std::string_view kMark = "\xE2\x80\x8E"; // U+200E

std::string_view trimmed(std::string_view text) {
    for (;;) {
        const std::size_t before = text.size();
        if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
        if (text.ends_with(kMark)) text.remove_suffix(kMark.size());
        text = base::trim(text);
        if (text.size() == before) return text;
    }
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), base::isDigit);
}

// "00000012-PHOTO-...", as phones of one kind number their files.
bool isNumberedFile(std::string_view name) {
    return name.size() > 9 && isDigits(name.substr(0, 8)) && name[8] == '-';
}

// "IMG-20230514-WA0001.jpg", as those of the other kind call them.
bool isDatedFile(std::string_view name) {
    const std::size_t wa = name.find("-WA");
    return wa != std::string_view::npos && wa >= 9 && isDigits(name.substr(wa - 8, 8));
}

std::string_view firstLine(std::string_view text) { return text.substr(0, text.find('\n')); }
std::string_view otherLines(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

class Reading {
public:
    Reading(std::string_view text, bool hasSender, bool isIphone)
        : shown_(trimmed(text)), clean_(trimmed(withoutMarks(text))), hasSender_(hasSender),
          isIphone_(isIphone), isMarked_(text.starts_with(kMark)) {}

    Content take() {
        edited();
        if (deleted() || call() || omitted() || attachedIphone() || attachedAndroid())
            return std::move(content_);
        content_.text = shown_;
        content_.key = shown_;
        if (isPhrase(clean_, Phrase::Waiting))
            issue(IssueCode::NotDownloaded, IssueSeverity::Odd, {});
        else if (!hasSender_ || isServiceLine(clean_))
            content_.kind = ItemKind::Notice;
        else if (isIphone_ && isMarked_ && clean_.find('\n') == std::string::npos &&
                 clean_.find("://") == std::string::npos) {
            content_.kind =
                ItemKind::Notice; // the phone marks what it wrote itself; which line it is, is not known
            if (!isServiceInside(clean_)) issue(IssueCode::UnknownCode, IssueSeverity::Note, {});
        } else if (!isIphone_ && clean_ == "null") {
            issue(IssueCode::NotContained, IssueSeverity::Note, "view-once");
        }
        return std::move(content_);
    }

private:
    void issue(IssueCode code, IssueSeverity severity, std::string detail) {
        content_.issues.push_back({code, severity, std::move(detail), 0});
    }

    void edited() {
        const std::size_t open = clean_.rfind('<');
        if (open == std::string::npos || !clean_.ends_with('>')) return;
        if (!isPhrase(std::string_view(clean_).substr(open + 1, clean_.size() - open - 2), Phrase::Edited))
            return;
        clean_ = trimmed(std::string_view(clean_).substr(0, open));
        shown_ = trimmed(std::string_view(shown_).substr(0, shown_.rfind('<')));
        issue(IssueCode::Edited, IssueSeverity::Note, {});
    }

    bool deleted() {
        content_.byOwner = isPhrase(clean_, Phrase::DeletedByMe) && (isMarked_ || !isIphone_);
        if (!content_.byOwner && !isPhrase(clean_, Phrase::Deleted) && !isPhrase(clean_, Phrase::DeletedByMe))
            return false;
        content_.text = clean_;
        content_.key = "deleted";
        issue(IssueCode::Withdrawn, IssueSeverity::Odd, {});
        return true;
    }

    bool call() {
        const auto phrase = callOf(clean_);
        if (!phrase) return false;
        const auto rest = afterCallWords(clean_);
        // Somebody may write "Video call, now!": behind the words stands how long it was, or that nobody
        // answered.
        const bool isSure = rest.empty() || (isIphone_ && isMarked_) || !hasSender_ || durationOf(rest) ||
                            isPhrase(rest, Phrase::Unanswered);
        if (!isSure) return false;
        model::CallInfo info;
        info.rawType = clean_;
        info.durationSeconds = durationOf(rest).value_or(0);
        if (*phrase == Phrase::Incoming) info.type = model::CallType::Incoming;
        if (*phrase == Phrase::Outgoing) info.type = model::CallType::Outgoing;
        content_.isMissedCall = *phrase == Phrase::MissedVoice || *phrase == Phrase::MissedVideo;
        if (content_.isMissedCall) info.type = model::CallType::Missed;
        content_.kind = ItemKind::Call;
        content_.text = clean_;
        content_.key = clean_;
        content_.call = std::move(info);
        return true;
    }

    bool omitted() {
        const std::string_view line = trimmed(firstLine(clean_));
        std::string_view inner = line;
        const bool isFramed = line.starts_with('<') && line.ends_with('>');
        if (isFramed) inner = trimmed(line.substr(1, line.size() - 2));
        if (!isPhrase(inner, Phrase::Omitted) && !(isIphone_ && endsOmitted(inner))) return false;
        content_.text = clean_;
        content_.key = mediaKey(otherLines(clean_));
        issue(IssueCode::MissingAttachment, IssueSeverity::Note, std::string(line));
        return true;
    }

    // "Plan.pdf • 2 sider <vedhæftet: 00000012-Plan.pdf>"
    bool attachedIphone() {
        const std::size_t close = clean_.find('>');
        const std::size_t open = close == std::string::npos ? close : clean_.rfind('<', close);
        if (open == std::string::npos) return false;
        const std::string_view inner = std::string_view(clean_).substr(open + 1, close - open - 1);
        const std::size_t colon = inner.find(": ");
        if (colon == std::string_view::npos || inner.find('\n') != std::string_view::npos) return false;
        const std::string_view file = trimmed(inner.substr(colon + 2));
        if (file.empty() || (!isPhrase(inner.substr(0, colon), Phrase::Attached) && !isNumberedFile(file)))
            return false;
        std::string caption(trimmed(std::string_view(clean_).substr(0, open)));
        const std::string_view behind = trimmed(std::string_view(clean_).substr(close + 1));
        if (!caption.empty() && !behind.empty()) caption += '\n';
        caption += behind;
        return attach(file, caption);
    }

    // "IMG-20230514-WA0001.jpg (fil vedhæftet)", then what was written to it.
    bool attachedAndroid() {
        const std::string_view line = trimmed(firstLine(clean_));
        const std::size_t open = line.rfind(" (");
        if (open == std::string_view::npos || !line.ends_with(')')) return false;
        const std::string_view file = trimmed(line.substr(0, open));
        const std::string_view words = line.substr(open + 2, line.size() - open - 3);
        const bool isKnown = isPhrase(words, Phrase::Attached) && file.find('.') != std::string_view::npos;
        if (!isKnown && !isDatedFile(file)) return false;
        return attach(file, trimmed(otherLines(clean_)));
    }

    bool attach(std::string_view file, std::string_view caption) {
        content_.attachments.push_back(chat::fileBeside(file));
        content_.text = caption;
        content_.key = mediaKey(caption);
        return true;
    }

    static std::string mediaKey(std::string_view caption) {
        return "media\n" + std::string(trimmed(caption));
    }

    std::string shown_;
    std::string clean_;
    bool hasSender_;
    bool isIphone_;
    bool isMarked_;
    Content content_;
};

} // namespace

Content contentOf(std::string_view text, bool hasSender, bool isIphone) {
    return Reading(text, hasSender, isIphone).take();
}

} // namespace core::format::whatsapp
