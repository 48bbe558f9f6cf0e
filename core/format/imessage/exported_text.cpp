// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imessage/exported.h"

#include <algorithm>
#include <array>

namespace core::format::imessage {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::size_t digitsAt(std::string_view line, std::size_t at, std::size_t most) {
    std::size_t n = 0;
    while (n < most && at + n < line.size() && line[at + n] >= '0' && line[at + n] <= '9') ++n;
    return n;
}

bool isReactionHeading(std::string_view line) { return line == "Tapbacks:" || line == "Reactions:"; }

bool looksLikeFile(std::string_view line) {
    if (line.find('/') == std::string_view::npos || line.find("://") != std::string_view::npos) return false;
    const std::size_t dot = line.rfind('.');
    if (dot == std::string_view::npos || line.size() - dot > 6 || dot + 1 >= line.size()) return false;
    return line.starts_with("attachments/") || line.starts_with("./") || line.starts_with("/") ||
           line.starts_with("~/") || line.find("/attachments/") != std::string_view::npos;
}

class Pages {
public:
    explicit Pages(std::string_view text) : text_(text) {}

    std::vector<Exported> run() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            std::string_view line = text_.substr(at, end - at);
            if (line.ends_with('\r')) line.remove_suffix(1);
            take(line, at);
            at = end + 1;
        }
        finish(text_.size());
        return std::move(all_);
    }

private:
    void take(std::string_view line, std::size_t at) {
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        const std::string_view inner = line.substr(indent);
        const std::size_t time = isAfterBlank_ ? timeLength(inner) : 0;
        isAfterBlank_ = inner.empty();
        if (time > 0) {
            begin(inner, time, indent, at);
        } else if (open_) {
            body(indent >= indent_ ? line.substr(indent_) : inner, inner);
        }
    }

    void begin(std::string_view line, std::size_t time, std::size_t indent, std::size_t at) {
        finish(at);
        one_ = {};
        one_.time = line.substr(0, time);
        one_.offset = at + indent;
        one_.isNested = indent > 0;
        indent_ = indent;
        open_ = wantsSender_ = true;
        isInReactions_ = false;
        std::string_view rest = line.substr(time);
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        if (rest.empty() || rest.starts_with('(')) return;
        one_.isAnnouncement = true; // "May 17, 2022  5:29:42 PM You named the conversation ..."
        one_.text = rest;
        wantsSender_ = false;
    }

    void body(std::string_view line, std::string_view inner) {
        if (wantsSender_) {
            one_.sender = line;
            wantsSender_ = false;
            return;
        }
        if (isReactionHeading(inner)) {
            isInReactions_ = true;
            return;
        }
        if (isInReactions_) {
            if (inner.empty())
                isInReactions_ = false;
            else
                one_.reactions.emplace_back(inner);
            return;
        }
        if (inner == "This message responded to an earlier message.") return;
        if (inner.find(" unsent a message") != std::string_view::npos ||
            inner.find(" unsent this message") != std::string_view::npos)
            one_.isUnsent = true;
        if (inner.starts_with("Edited ") && inner.find(": ") != std::string_view::npos) one_.isEdited = true;
        if (looksLikeFile(inner)) {
            one_.files.emplace_back(inner);
            return;
        }
        one_.text += one_.text.empty() ? "" : "\n";
        one_.text += line;
    }

    void finish(std::size_t end) {
        if (!open_) return;
        while (!one_.text.empty() && (one_.text.back() == '\n' || one_.text.back() == ' '))
            one_.text.pop_back();
        while (end > one_.offset &&
               (text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == ' '))
            --end;
        one_.length = end - one_.offset;
        all_.push_back(std::move(one_));
        open_ = false;
    }

    std::string_view text_;
    std::vector<Exported> all_;
    Exported one_;
    std::size_t indent_ = 0;
    bool open_ = false, wantsSender_ = false, isInReactions_ = false, isAfterBlank_ = true;
};

} // namespace

std::size_t timeLength(std::string_view line) {
    if (std::find(kMonths.begin(), kMonths.end(), line.substr(0, 3)) == kMonths.end()) return 0;
    std::size_t at = 3;
    while (at < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
    const auto skip = [&](char c) {
        const std::size_t before = at;
        while (at < line.size() && line[at] == c && at - before < 2) ++at;
        return at > before;
    };
    const auto number = [&](std::size_t least, std::size_t most) {
        const std::size_t n = digitsAt(line, at, most);
        at += n;
        return n >= least;
    };
    if (!skip(' ') || !number(1, 2) || !skip(',') || !skip(' ') || !number(4, 4)) return 0;
    if (!skip(' ') || !number(1, 2) || !skip(':') || !number(2, 2) || !skip(':') || !number(2, 2)) return 0;
    if (!skip(' ') || (line.substr(at, 2) != "AM" && line.substr(at, 2) != "PM")) return 0;
    return at + 2;
}

std::vector<Exported> exportedFromText(std::string_view text) { return Pages(text).run(); }

} // namespace core::format::imessage
