// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/voice/voice_page.h"

#include "core/format/html/tokens.h"
#include "core/format/html/whole_page.h"

#include <algorithm>

namespace core::format::voice {

namespace {

using html::Token;

constexpr std::size_t kMostOfOne = 1000; // files of one message, people of a group

class Scan {
public:
    explicit Scan(std::string_view bytes) : tokens_(bytes) {}

    Page take() {
        for (Token token = tokens_.next(); token.kind != Token::Kind::End; token = tokens_.next()) {
            if (token.kind == Token::Kind::Text) {
                text(token);
            } else if (token.kind == Token::Kind::Close) {
                close(token);
            } else if (token.isVoid) {
                if (part_ == Part::Text && token.is("br")) words_ += '\n';
                if (token.is("img")) file(token.attribute("src"));
            } else {
                ++depth_;
                open(token);
            }
        }
        page_.isCut = isOpen_;
        page_.cutAt = entry_.offset;
        return std::move(page_);
    }

private:
    enum class Part { None, Name, Text };

    void open(const Token& tag) {
        if (tag.is("div") && (tag.hasClass("message") || tag.hasClass("haudio"))) return beginEntry(tag);
        if (tag.hasClass("participants")) groupDepth_ = depth_;
        if (tag.is("a") && tag.attribute("rel") == "tag") return label(tag.attribute("href"));
        if (tag.hasClass("deletedStatusContainer")) isStatus_ = true;
        if (!isOpen_ && groupDepth_ == 0) return;
        if (tag.is("abbr") && (tag.hasClass("dt") || tag.hasClass("published")))
            entry_.time = tag.attribute("title");
        if (tag.is("abbr") && tag.hasClass("duration")) page_.duration = tag.attribute("title");
        if (tag.is("a") && tag.hasClass("tel")) beginParty(tag.attribute("href"));
        if (partyDepth_ != 0 && tag.hasClass("fn")) {
            party_.isOwner = tag.is("abbr");
            begin(Part::Name);
        }
        if (tag.is("q") || tag.hasClass("full-text")) begin(Part::Text);
        if (tag.is("audio") || tag.is("video")) file(tag.attribute("src"));
        if (tag.is("a") &&
            (tag.hasClass("vcard") || tag.hasClass("video") || tag.attribute("rel") == "enclosure"))
            file(tag.attribute("href"));
    }

    void beginEntry(const Token& tag) {
        entry_ = {};
        entry_.offset = tag.begin;
        isOpen_ = true;
        entryDepth_ = depth_;
        partyDepth_ = 0;
        part_ = Part::None;
        page_.isCall = page_.isCall || tag.hasClass("haudio");
    }

    void beginParty(const std::string& address) {
        party_ = {};
        partyDepth_ = depth_;
        constexpr std::string_view kScheme = "tel:";
        if (address.starts_with(kScheme)) party_.number = address.substr(kScheme.size());
    }

    void label(const std::string& address) {
        const std::size_t mark = address.rfind('#');
        if (mark != std::string::npos && page_.tags.size() < kMostOfOne)
            page_.tags.push_back(address.substr(mark + 1));
    }

    void file(std::string path) {
        if (!isOpen_ || path.empty() || path.starts_with("http") || path.starts_with("data:") ||
            entry_.files.size() >= kMostOfOne ||
            std::find(entry_.files.begin(), entry_.files.end(), path) != entry_.files.end())
            return;
        entry_.files.push_back(std::move(path));
    }

    void begin(Part part) {
        part_ = part;
        partDepth_ = depth_;
        words_.clear();
    }

    void text(const Token& token) {
        if (isStatus_ && token.text.find("True") != std::string_view::npos) page_.isDeleted = true;
        if (part_ != Part::None) words_ += html::decoded(token.text);
    }

    void close(const Token& tag) {
        isStatus_ = false;
        if (part_ != Part::None && depth_ <= partDepth_) {
            std::string& into = part_ == Part::Name ? party_.name : entry_.text;
            into = std::string(html::trimmed(words_));
            part_ = Part::None;
        }
        if (partyDepth_ == depth_ && depth_ != 0) endParty();
        if (groupDepth_ == depth_) groupDepth_ = 0;
        if (isOpen_ && depth_ == entryDepth_) {
            entry_.length = tag.end - entry_.offset;
            page_.entries.push_back(std::move(entry_));
            entry_ = {};
            isOpen_ = false;
        }
        if (depth_ > 0) --depth_;
    }

    void endParty() {
        partyDepth_ = 0;
        if (groupDepth_ != 0) {
            if (page_.group.size() < kMostOfOne) page_.group.push_back(party_);
        } else if (entry_.party.name.empty() && entry_.party.number.empty()) {
            entry_.party = party_;
        }
    }

    html::Tokens tokens_;
    Page page_;
    Entry entry_;
    Party party_;
    std::string words_;
    Part part_ = Part::None;
    bool isOpen_ = false;
    bool isStatus_ = false;
    std::size_t depth_ = 0; // tags that are open; 0 below: not in such a one
    std::size_t partDepth_ = 0;
    std::size_t partyDepth_ = 0;
    std::size_t groupDepth_ = 0;
    std::size_t entryDepth_ = 0;
};

} // namespace

Page pageOf(std::string_view bytes) { return Scan(bytes).take(); }

} // namespace core::format::voice
