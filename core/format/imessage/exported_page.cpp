// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imessage/exported.h"
#include "core/format/messenger/html_tokens.h"

#include <algorithm>

namespace core::format::imessage {

namespace {

using messenger::HtmlToken;
using messenger::HtmlTokens;

// What an open tag means to what stands inside of it.
enum class Inside {
    Nothing,
    Message,
    Replies,
    Time,
    Sender,
    Bubble,
    Tapbacks,
    Tapback,
    Announcement,
    Edited,
    File
};

std::string squeezed(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += c;
        }
    }
    const std::size_t first = out.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

class Page {
public:
    explicit Page(std::string_view page) : tokens_(page) {}

    std::vector<Exported> run() {
        for (HtmlToken token = tokens_.next(); token.kind != HtmlToken::Kind::End; token = tokens_.next()) {
            end_ = token.end;
            if (token.kind == HtmlToken::Kind::Open) open(token);
            if (token.kind == HtmlToken::Kind::Close) close(token);
            if (token.kind == HtmlToken::Kind::Text) text(messenger::decoded(token.text));
        }
        while (!messages_.empty()) finish();
        std::stable_sort(all_.begin(), all_.end(),
                         [](const Exported& a, const Exported& b) { return a.offset < b.offset; });
        return std::move(all_);
    }

private:
    struct Open {
        std::string name;
        Inside inside;
    };
    static constexpr std::size_t kDeepest = 512;

    static Inside insideOf(const HtmlToken& token) {
        if (token.hasClass("message")) return Inside::Message;
        if (token.hasClass("announcement")) return Inside::Announcement;
        if (token.hasClass("replies")) return Inside::Replies;
        if (token.hasClass("timestamp")) return Inside::Time;
        if (token.hasClass("sender")) return Inside::Sender;
        if (token.hasClass("tapbacks") || token.hasClass("reactions")) return Inside::Tapbacks;
        if (token.is("div") && (token.hasClass("tapback") || token.hasClass("reaction")))
            return Inside::Tapback;
        if (token.hasClass("edited")) return Inside::Edited;
        if (token.hasClass("attachment")) return Inside::File;
        if (token.hasClass("bubble") || token.hasClass("subject") || token.hasClass("unsent") ||
            token.hasClass("app_header") || token.hasClass("app_footer"))
            return Inside::Bubble;
        return Inside::Nothing;
    }

    void open(const HtmlToken& token) {
        if (token.is("br")) return text("\n");
        file(token);
        if (!messages_.empty() && token.is("div")) {
            Exported& one = messages_.back();
            if (token.hasClass("sent")) one.isSent = true;
            if (token.hasClass("received")) one.isReceived = true;
            for (const char* service : {"iMessage", "SMS", "RCS", "Satellite"})
                if ((token.hasClass("sent") || token.hasClass("received")) && token.hasClass(service))
                    one.service = service;
        }
        if (token.isVoid || open_.size() >= kDeepest) return;
        const Inside inside = insideOf(token);
        if (inside == Inside::Message || inside == Inside::Announcement) {
            Exported one;
            one.offset = token.begin;
            one.isAnnouncement = inside == Inside::Announcement;
            one.isNested = isIn(Inside::Replies);
            messages_.push_back(std::move(one));
        }
        if (!messages_.empty()) {
            Exported& one = messages_.back();
            if (inside == Inside::Edited) one.isEdited = true;
            if (token.hasClass("unsent")) one.isUnsent = true;
            if (inside == Inside::Tapback) one.reactions.emplace_back();
            if (inside == Inside::Bubble && !one.text.empty()) one.text += '\n';
        }
        open_.push_back({std::string(token.name), inside});
    }

    void file(const HtmlToken& token) {
        if (messages_.empty() || isIn(Inside::Tapbacks)) return;
        std::string path;
        if (token.is("img") || token.is("source") || token.is("video") || token.is("audio"))
            path = token.attribute("src");
        if (token.is("a") && isIn(Inside::File)) path = token.attribute("href");
        if (path.empty() || path.starts_with("data:") || path.find("://") != std::string::npos) return;
        auto& files = messages_.back().files;
        if (std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
    }

    void close(const HtmlToken& token) {
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const Open& one) { return token.is(one.name); });
        if (found == open_.rend()) return;
        const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
        while (open_.size() > keep) {
            const Inside inside = open_.back().inside;
            open_.pop_back();
            if ((inside == Inside::Message || inside == Inside::Announcement) && !messages_.empty()) finish();
        }
    }

    bool isIn(Inside inside) const {
        return std::any_of(open_.begin(), open_.end(), [&](const Open& one) { return one.inside == inside; });
    }

    // The innermost that means something.
    Inside now() const {
        for (auto at = open_.rbegin(); at != open_.rend(); ++at)
            if (at->inside != Inside::Nothing) return at->inside;
        return Inside::Nothing;
    }

    void text(const std::string& piece) {
        if (messages_.empty()) return;
        Exported& one = messages_.back();
        switch (now()) {
        case Inside::Time:
            one.time += piece;
            break;
        case Inside::Sender:
            one.sender += piece;
            break;
        case Inside::Tapback:
            if (!one.reactions.empty()) one.reactions.back() += piece;
            break;
        case Inside::Bubble:
        case Inside::Edited:
            one.text += piece;
            break;
        case Inside::Announcement:
            one.text += squeezed(piece).empty() ? "" : piece;
            break;
        default:
            break;
        }
    }

    void finish() {
        Exported one = std::move(messages_.back());
        messages_.pop_back();
        one.length = end_ - one.offset;
        const std::string time = squeezed(one.time);
        one.time = time.substr(0, timeLength(time));
        one.sender = squeezed(one.sender);
        for (std::string& reaction : one.reactions) reaction = squeezed(reaction);
        std::erase(one.reactions, std::string());
        if (one.isAnnouncement) one.text = squeezed(one.text);
        while (!one.text.empty() && (one.text.back() == '\n' || one.text.back() == ' ')) one.text.pop_back();
        if (!one.time.empty()) all_.push_back(std::move(one));
    }

    HtmlTokens tokens_;
    std::vector<Open> open_;
    std::vector<Exported> messages_; // open ones, an answer inside what it answers
    std::vector<Exported> all_;
    std::size_t end_ = 0;
};

} // namespace

std::vector<Exported> exportedFromPage(std::string_view page) { return Page(page).run(); }

} // namespace core::format::imessage
