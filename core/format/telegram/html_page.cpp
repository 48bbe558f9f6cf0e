// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/telegram/html_page.h"

#include "core/format/html/tokens.h"
#include "core/format/html/whole_page.h"

#include <array>

namespace core::format::telegram {

namespace {

using html::Token;

constexpr std::size_t kMostOfOne = 1000; // files, reactions, answers of one message

bool isWeb(std::string_view address) {
    return address.starts_with("http://") || address.starts_with("https://");
}

template <typename List, typename One>
void append(List& list, One&& one) {
    if (list.size() < kMostOfOne) list.push_back(std::forward<One>(one));
}

class Scan {
public:
    explicit Scan(std::string_view page) : tokens_(page) {}

    HtmlPage take() {
        for (Token token = tokens_.next(); token.kind != Token::Kind::End; token = tokens_.next()) {
            if (token.kind == Token::Kind::Text) {
                if (part_ != Part::None) addText(token.text);
            } else if (token.kind == Token::Kind::Close) {
                close(token);
            } else if (token.isVoid) {
                if (part_ == Part::Text && token.is("br")) words_ += '\n';
            } else {
                ++depth_;
                open(token);
            }
        }
        page_.isCut = isOpen_;
        page_.cutAt = message_.offset;
        return std::move(page_);
    }

private:
    enum class Part {
        None,
        ChatTitle,
        Service,
        Sender,
        Forwarder,
        Reply,
        Text,
        Title,
        Description,
        Status,
        Poll,
        Sign
    };

    void open(const Token& tag) {
        if (tag.is("div") && tag.hasClass("message") && (tag.hasClass("default") || tag.hasClass("service")))
            return beginMessage(tag);
        if (!isOpen_) {
            if (tag.hasClass("page_header")) headerDepth_ = depth_;
            if (headerDepth_ != 0 && tag.hasClass("text") && tag.hasClass("bold")) begin(Part::ChatTitle);
            return;
        }
        if (part_ == Part::Reply && tag.is("a")) return reply(tag.attribute("href"));
        if (part_ == Part::Text && tag.is("a")) return link(tag);
        if (part_ != Part::None) return;
        if (message_.isService) {
            if (tag.hasClass("body") && tag.hasClass("details")) begin(Part::Service);
            return;
        }
        if (inMedia())
            media(tag);
        else
            body(tag);
    }

    void beginMessage(const Token& tag) {
        // The blocks are not nested: one that is still open was cut.
        message_ = {};
        isOpen_ = true;
        messageDepth_ = depth_;
        mediaDepth_ = forwardedDepth_ = reactionDepth_ = 0;
        part_ = Part::None;
        message_.id = tag.attribute("id");
        message_.isService = tag.hasClass("service");
        message_.isJoined = tag.hasClass("joined");
        message_.offset = tag.begin;
    }

    void body(const Token& tag) {
        if (tag.hasClass("date") && tag.hasClass("details") && message_.time.empty() && forwardedDepth_ == 0)
            message_.time = tag.attribute("title");
        if (tag.hasClass("forwarded")) message_.isForwarded = true;
        if (tag.hasClass("forwarded") && tag.hasClass("body"))
            forwardedDepth_ = depth_;
        else if (tag.hasClass("from_name"))
            begin(forwardedDepth_ != 0 ? Part::Forwarder : Part::Sender);
        else if (tag.hasClass("reply_to"))
            beginReply();
        else if (tag.is("div") && tag.hasClass("text"))
            begin(Part::Text);
        else if (tag.hasClass("media_wrap"))
            mediaDepth_ = depth_;
        else if (tag.hasClass("reaction"))
            beginReaction();
        else if (reactionDepth_ != 0)
            reaction(tag);
    }

    void beginReply() {
        message_.replyTo = "?";
        begin(Part::Reply);
    }

    void beginReaction() {
        reactionDepth_ = depth_;
        append(message_.reactions, HtmlReaction{});
    }

    void reaction(const Token& tag) {
        if (message_.reactions.empty()) return;
        if (tag.hasClass("emoji")) return begin(Part::Sign);
        if (std::string name = tag.attribute("title"); !name.empty())
            append(message_.reactions.back().names, std::move(name));
    }

    void media(const Token& tag) {
        if (tag.is("a")) {
            std::string address = tag.attribute("href");
            if (isWeb(address))
                append(message_.links, std::move(address));
            else if (!address.empty())
                append(message_.files, std::move(address));
        }
        for (const char* known : {"media_call", "media_file", "media_contact", "media_photo", "media_video",
                                  "media_location", "media_live_location", "media_venue", "media_audio_file",
                                  "media_voice_message", "media_game", "media_invoice"})
            if (tag.hasClass(known)) message_.mediaClass = known;
        if (tag.hasClass("title")) begin(Part::Title);
        if (tag.hasClass("description")) begin(Part::Description);
        if (tag.hasClass("status")) begin(Part::Status);
        if (tag.hasClass("question") || tag.hasClass("answer")) begin(Part::Poll);
    }

    void reply(const std::string& address) {
        constexpr std::string_view kMark = "#go_to_";
        const std::size_t at = address.find(kMark);
        if (at != std::string::npos) message_.replyTo = address.substr(at + kMark.size());
    }

    void link(const Token& tag) {
        address_ = tag.attribute("href");
        addressAt_ = words_.size();
        if (!isWeb(address_)) address_.clear();
    }

    void close(const Token& tag) {
        if (part_ == Part::Text && tag.is("a") && !address_.empty()) {
            // Behind other words than itself an address would stay hidden.
            if (words_.compare(addressAt_, std::string::npos, address_) != 0) words_ += " (" + address_ + ")";
            address_.clear();
        }
        if (part_ != Part::None && depth_ <= partDepth_) endPart();
        if (depth_ == mediaDepth_) mediaDepth_ = 0;
        if (depth_ == forwardedDepth_) forwardedDepth_ = 0;
        if (depth_ == reactionDepth_) reactionDepth_ = 0;
        if (depth_ == headerDepth_) headerDepth_ = 0;
        if (isOpen_ && depth_ == messageDepth_) {
            message_.length = tag.end - message_.offset;
            page_.messages.push_back(std::move(message_));
            message_ = {};
            isOpen_ = false;
        }
        if (depth_ > 0) --depth_;
    }

    bool inMedia() const { return mediaDepth_ != 0; }

    void begin(Part part) {
        part_ = part;
        partDepth_ = depth_;
        words_.clear();
        address_.clear();
    }

    // Line ends are <br>; those of the page itself are layout.
    void addText(std::string_view text) {
        if (part_ == Part::Forwarder && depth_ > partDepth_) return; // when, not who
        for (const char c : html::decoded(text)) words_ += c == '\n' || c == '\r' ? ' ' : c;
    }

    void endPart() {
        std::string words;
        for (std::size_t at = 0; at <= words_.size();) {
            const std::size_t end = std::min(words_.find('\n', at), words_.size());
            words += html::trimmed(std::string_view(words_).substr(at, end - at));
            if (end < words_.size()) words += '\n';
            at = end + 1;
        }
        words = std::string(html::trimmed(words));
        std::string* const into[] = {
            nullptr, &page_.title,   &message_.text,  &message_.sender,      &message_.forwardedFrom,
            nullptr, &message_.text, &message_.title, &message_.description, &message_.status};
        if (part_ == Part::Poll)
            append(message_.poll, words);
        else if (part_ == Part::Sign)
            message_.reactions.back().sign = words;
        else if (std::string* text = into[static_cast<std::size_t>(part_)]; text != nullptr && text->empty())
            *text = words;
        part_ = Part::None;
    }

    html::Tokens tokens_;
    HtmlPage page_;
    HtmlMessage message_;
    std::string words_;
    std::string address_;
    std::size_t addressAt_ = 0;
    Part part_ = Part::None;
    bool isOpen_ = false;
    std::size_t depth_ = 0; // tags that are open; 0 below: not in such a one
    std::size_t partDepth_ = 0;
    std::size_t messageDepth_ = 0;
    std::size_t mediaDepth_ = 0;
    std::size_t forwardedDepth_ = 0;
    std::size_t reactionDepth_ = 0;
    std::size_t headerDepth_ = 0;
};

} // namespace

HtmlPage pageOf(std::string_view page) { return Scan(page).take(); }

} // namespace core::format::telegram
