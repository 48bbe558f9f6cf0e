// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/html_page.h"

#include "core/format/html/tokens.h"
#include "core/format/html/whole_page.h"

#include <algorithm>

namespace core::format::messenger {

namespace {

using html::trimmed;

bool isWeb(std::string_view address) {
    return address.starts_with("http://") || address.starts_with("https://");
}

class Scan {
public:
    explicit Scan(std::string_view page) : tokens_(page) {}

    HtmlPage take() {
        for (html::Token token = tokens_.next(); token.kind != html::Token::Kind::End;
             token = tokens_.next()) {
            last_ = token.end;
            if (token.kind == html::Token::Kind::Text)
                text(token);
            else if (token.kind == html::Token::Kind::Open)
                open(token);
            else
                close(token);
        }
        page_.isCut = isOpen_ && depth_ >= blockDepth_;
        finish(last_);
        return std::move(page_);
    }

private:
    enum class Part { None, Title, Sender, Content, Reaction, Time };

    static bool beginsBlock(const html::Token& tag) {
        return tag.hasClass("_a6-g") || (tag.hasClass("uiBoxWhite") && tag.hasClass("pam"));
    }

    void open(const html::Token& tag) {
        if (tag.isVoid) return leaf(tag);
        ++depth_;
        if (tag.is("title")) return begin(Part::Title);
        if (beginsBlock(tag)) {
            finish(tag.begin);
            isOpen_ = true;
            blockDepth_ = depth_;
            message_.offset = tag.begin;
            part_ = Part::None;
            return;
        }
        if (!isOpen_) return;
        if (part_ == Part::None) {
            if (tag.hasClass("_a6-h") || tag.hasClass("_2lel")) return begin(Part::Sender);
            if (tag.hasClass("_a6-p") || tag.hasClass("_2let")) return begin(Part::Content);
            if (tag.hasClass("_a6-o") || tag.hasClass("_2lem")) return begin(Part::Time);
        }
        if (part_ == Part::Content) content(tag);
    }

    void content(const html::Token& tag) {
        if (tag.is("li") && inReactions_) {
            reactionDepth_ = depth_;
            flushLine();
            part_ = Part::Reaction;
        } else if (tag.is("ul") && (tag.hasClass("_a6-q") || tag.hasClass("_tqp"))) {
            inReactions_ = true;
        } else if (tag.is("div") || tag.is("p")) {
            flushLine();
        }
        if (tag.is("video") || tag.is("audio")) ++inMedia_; // its text is for those who cannot see it
        source(tag.is("a") ? tag.attribute("href") : tag.attribute("src"));
    }

    void leaf(const html::Token& tag) {
        if (part_ != Part::Content) return;
        if (tag.is("br")) line_ += '\n';
        if (tag.is("img") || tag.is("source")) source(tag.attribute("src"));
    }

    void source(std::string address) {
        if (address.empty() || address.starts_with("data:") || address.starts_with("#")) return;
        std::vector<std::string>& list = isWeb(address) ? links_ : message_.files;
        if (std::find(list.begin(), list.end(), address) == list.end() && list.size() < kMostFiles)
            list.push_back(std::move(address));
    }

    void close(const html::Token& tag) {
        if (part_ == Part::Content && (tag.is("div") || tag.is("p"))) flushLine();
        if (part_ == Part::Content && inReactions_ && tag.is("ul")) inReactions_ = false;
        if (inMedia_ > 0 && (tag.is("video") || tag.is("audio"))) --inMedia_;
        if (part_ == Part::Reaction && depth_ <= reactionDepth_) {
            if (!trimmed(line_).empty()) message_.reactions.push_back({std::string(trimmed(line_))});
            line_.clear();
            part_ = Part::Content;
        } else if (part_ != Part::None && part_ != Part::Reaction && depth_ <= partDepth_) {
            endPart();
        }
        if (isOpen_ && depth_ == blockDepth_) message_.length = tag.end - message_.offset;
        if (depth_ > 0) --depth_;
    }

    void begin(Part part) {
        part_ = part;
        partDepth_ = depth_;
        inReactions_ = false;
        inMedia_ = 0;
        line_.clear();
    }

    void endPart() {
        const std::string_view all = trimmed(line_);
        if (part_ == Part::Title && page_.title.empty()) page_.title = all;
        if (part_ == Part::Sender && message_.sender.empty()) message_.sender = all;
        if (part_ == Part::Time && message_.time.empty()) {
            message_.time = all;
            message_.length = 0; // it may stand behind the block
        }
        if (part_ == Part::Content) flushLine();
        part_ = Part::None;
        line_.clear();
    }

    void text(const html::Token& token) {
        if (part_ != Part::None && inMedia_ == 0) line_ += html::decoded(token.text);
    }

    void flushLine() {
        const std::string_view piece = trimmed(line_);
        if (!piece.empty()) {
            if (!message_.text.empty()) message_.text += '\n';
            message_.text += piece;
        }
        line_.clear();
    }

    void finish(std::size_t end) {
        if (!isOpen_) return;
        if (part_ != Part::None) endPart();
        for (const std::string& link : links_)
            if (message_.text.find(link) == std::string::npos)
                message_.text += message_.text.empty() ? link : "\n" + link;
        if (message_.length == 0) message_.length = end - message_.offset;
        page_.messages.push_back(std::move(message_));
        message_ = {};
        links_.clear();
        part_ = Part::None;
        isOpen_ = false;
    }

    static constexpr std::size_t kMostFiles = 1000; // of one message

    html::Tokens tokens_;
    HtmlPage page_;
    HtmlMessage message_;
    std::vector<std::string> links_;
    std::string line_; // text since the last line end
    Part part_ = Part::None;
    std::size_t depth_ = 0;
    std::size_t blockDepth_ = 0;
    std::size_t partDepth_ = 0;
    std::size_t reactionDepth_ = 0;
    std::size_t inMedia_ = 0;
    std::size_t last_ = 0;
    bool inReactions_ = false;
    bool isOpen_ = false; // a block was begun; it lasts until the next one, for what stands behind it
};

} // namespace

HtmlPage pageOf(std::string_view page) { return Scan(page).take(); }

} // namespace core::format::messenger
