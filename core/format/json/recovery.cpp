// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/recovery.h"

#include <optional>

namespace core::format::json {

namespace {

bool isBlank(int c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool isOpening(int c) { return c == '{' || c == '['; }
// One reading of the bytes behind the break.
class Reading {
public:
    // The turned one is given up once something stands where a comma should; the plain one goes on.
    Reading(const Break& at, bool isTurned)
        : nest_(at.nest), inString_(at.inString != isTurned), next_(at.next), isTurned_(isTurned) {}

    // Looks at the next byte, before it is taken.
    std::optional<Recovered> look(int c) {
        if (isDead_) return std::nullopt;
        if (inString_) {
            if (!escaped_ && c == '"') inString_ = false;
            escaped_ = !escaped_ && c == '\\';
            return std::nullopt;
        }
        if (isBlank(c)) return std::nullopt;
        return isBehindComma_ ? next(c) : structure(c);
    }

private:
    std::optional<Recovered> next(int c) {
        if (isClosing(c)) return Recovered::AtCloser;
        const bool isKnown = next_ == '"' || isOpening(next_);
        if (isKnown ? c == next_ : c == '"' || isOpening(c)) return Recovered::AtNext;
        isBehindComma_ = false;
        isDead_ = isTurned_;
        return isDead_ ? std::nullopt : structure(c);
    }

    std::optional<Recovered> structure(int c) {
        if (nest_ == 0) {
            if (isClosing(c)) return Recovered::AtCloser;
            if (c == ',') {
                isBehindComma_ = true;
                return std::nullopt;
            }
            isDead_ = isClosed_ && isTurned_;
        }
        if (c == '"') inString_ = true;
        if (isOpening(c)) ++nest_;
        if (isClosing(c)) isClosed_ = --nest_ == 0;
        return std::nullopt;
    }

    unsigned nest_;
    bool inString_;
    char next_;
    bool isTurned_;
    bool isDead_ = false;
    bool escaped_ = false;
    bool isClosed_ = false;
    bool isBehindComma_ = false;
};

} // namespace

bool skipValue(Input& input) {
    unsigned nest = 0;
    bool inString = false;
    bool escaped = false;
    bool begun = false;
    for (;; input.skip()) {
        const int c = input.peek();
        if (c == Input::kEnd) return false;
        if (inString) {
            inString = escaped || c != '"';
            escaped = !escaped && c == '\\';
            if (inString || nest > 0) continue;
            input.skip();
            return true;
        }
        if (nest == 0 && begun && (c == ',' || isClosing(c) || isBlank(c))) return true; // behind a bare word
        if (isBlank(c)) continue;
        begun = true;
        if (c == '"') inString = true;
        if (isOpening(c)) ++nest;
        if (isClosing(c) && nest > 0 && --nest == 0) {
            input.skip();
            return true;
        }
    }
}

Recovered recover(Input& input, const Break& at) {
    Reading plain(at, false);
    Reading turned(at, true);
    for (;; input.skip()) {
        const int c = input.peek();
        if (c == Input::kEnd) return Recovered::Ended;
        if (const auto found = plain.look(c)) return *found;
        if (!at.isDoubtful) continue;
        if (const auto found = turned.look(c)) return *found;
    }
}

bool skipLine(Input& input) {
    while (input.peek() != Input::kEnd) {
        const std::string_view window = input.window();
        const std::size_t end = window.find('\n');
        input.skip(end == std::string_view::npos ? window.size() : end + 1);
        if (end != std::string_view::npos) return true;
    }
    return false;
}

} // namespace core::format::json
