// SPDX-License-Identifier: GPL-3.0-or-later
// What TagScanner passes over between tags: comments, instructions, the document type.
#include "core/format/sms/tag_scanner.h"

namespace core::format::sms {

namespace {

constexpr std::size_t kLookAhead = 16;

bool isSingleByteCharset(const std::string& name) {
    return name.starts_with("iso-8859-") || name.starts_with("windows-125") || name == "latin1";
}

// Where a comment ends, "-->", or the next one begins, "<!--".
std::size_t commentStop(std::string_view text) {
    for (std::size_t at = text.find("--"); at != std::string_view::npos; at = text.find("--", at + 1)) {
        if (text.substr(at).starts_with("-->")) return at;
        if (at >= 2 && text.substr(at - 2).starts_with("<!--")) return at - 2;
    }
    return std::string_view::npos;
}

std::size_t recordTag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        for (const char* tag : {"<sms ", "<mms ", "<call "})
            if (text.substr(at).starts_with(tag)) return at;
    return std::string_view::npos;
}

} // namespace

bool TagScanner::skipPast(std::string_view end) {
    for (;;) {
        const std::string_view text = input_.view();
        const std::size_t found = text.find(end);
        if (found != std::string_view::npos) {
            input_.consume(found + end.size());
            return true;
        }
        if (text.size() >= end.size()) input_.consume(text.size() - end.size() + 1);
        if (!input_.more()) return false;
    }
}

// What is behind the "<!--". One that is opened again before its end, or has no end in the whole window, and
// has a record inside, was never closed: the record is read.
TagScanner::Comment TagScanner::skipComment() {
    for (;;) {
        std::string_view text = input_.view();
        std::size_t stop = commentStop(text);
        if (stop == std::string_view::npos) {
            while (input_.more()) {
            }
            text = input_.view();
            stop = commentStop(text);
        }
        const bool isClosed = stop != std::string_view::npos && text.substr(stop).starts_with("-->");
        if (isClosed) {
            input_.consume(stop + 3);
            return Comment::Closed;
        }
        const std::size_t record = recordTag(text.substr(0, stop));
        if (record != std::string_view::npos) {
            input_.consume(record);
            return Comment::Unclosed;
        }
        if (stop != std::string_view::npos) {
            input_.consume(stop);
            return Comment::Closed;
        }
        // What may be the beginning of an end or of a tag stays.
        const bool isLast = text.size() <= kLookAhead; // the window was filled as far as the file goes
        input_.consume(isLast ? text.size() : text.size() - kLookAhead);
        if (isLast) return Comment::Cut;
    }
}

// <!DOCTYPE ...> with everything inside its brackets: nothing of it is looked at, so nothing can expand.
bool TagScanner::skipDeclaration() {
    int brackets = 0;
    char quote = 0;
    for (;;) {
        const std::string_view text = input_.atLeast(kLookAhead);
        if (text.empty()) return false;
        if (quote == 0 && text.starts_with("<!--")) {
            input_.consume(4);
            if (!skipPast("-->")) return false;
            continue;
        }
        const char c = text[0];
        input_.consume(1);
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '[')
            ++brackets;
        else if (c == ']')
            --brackets;
        else if (c == '>' && brackets <= 0)
            return true;
    }
}

// <?xml ... encoding="..."?>; every other instruction is passed over.
bool TagScanner::readInstruction() {
    const std::string_view text = input_.atLeast(256);
    const std::size_t end = text.find("?>");
    if (text.starts_with("<?xml ") && end != std::string_view::npos) {
        const std::string_view declaration = text.substr(0, end);
        const std::size_t at = declaration.find("encoding=");
        if (at != std::string_view::npos && at + 10 < declaration.size()) {
            const std::size_t close = declaration.find(declaration[at + 9], at + 10);
            std::string name(
                declaration.substr(at + 10, close == std::string_view::npos ? 0 : close - at - 10));
            for (char& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            if (isSingleByteCharset(name) && !input_.isUtf16())
                charset_ = name;
            else if (!name.empty() && name != "utf-8" && name != "utf8" && name != "us-ascii" &&
                     !name.starts_with("utf-16"))
                unknownCharset_ = name;
        }
    }
    return skipPast("?>");
}

} // namespace core::format::sms
