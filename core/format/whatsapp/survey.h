// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A first look at the file: in which shape its headers are, which of their numbers is the day, who writes,
// and whose phone it was. What one line cannot tell, all of them often do.

#include "core/format/whatsapp/date_order.h"
#include "core/format/whatsapp/lines.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::whatsapp {

// The name before the text, and where the text begins in `rest` (what stands behind a header).
struct Spoken {
    std::string sender; // empty: a line of the program
    std::size_t text = 0;
};

class Survey {
public:
    // Reads to the end of `source`, or to `most` bytes.
    void look(base::ByteSource& source, RecordSink& sink, std::int64_t nowMs, std::uint64_t most);
    // `chat`: what the file is called after; empty where nothing says.
    void decide(DateOrder answer, const std::string& chat);

    // The header of a line that begins a message. `afterReturn`: the line before ended with CR LF.
    std::optional<Header> messageBegin(const Line& line, bool afterReturn) const;
    Spoken spoken(std::string_view rest) const;

    const DateEvidence::Decision& dates() const { return dates_; }
    bool isIphone() const { return shape_.frame != HeaderShape::Frame::Dash; }
    bool isGroup() const { return isGroup_ || people_.size() > 2; }
    const std::vector<std::string>& people() const {
        return people_;
    }                                                   // who wrote, in the order of their first line
    const std::string& owner() const { return owner_; } // empty: not known

private:
    struct Name {
        std::uint64_t lines = 0;
        std::string longer;    // up to the second ": ", where that is the same in all lines
        bool isLonger = false; // and there are several
        std::uint64_t own = 0; // lines that the program did not write
        bool deleted = false;  // "You deleted this message"
        std::uint64_t order = 0;
    };
    using Names = std::map<std::string, Name>;
    // Headers of one shape, behind one kind of line end.
    struct Found {
        std::uint64_t lines = 0;
        DateEvidence dates;
        Names names;
        bool hasGroupLine = false;
    };
    struct Shaped {
        std::uint64_t first = 0; // line
        Found afterReturn;
        Found afterFeed;
        std::uint64_t lines() const { return afterReturn.lines + afterFeed.lines; }
    };

    void line(const Line& line, bool afterReturn, std::int64_t nowMs);
    static void name(Found& found, std::string_view rest, bool isIphone);
    static void merge(Names& into, const Names& other);
    void findPeople(const Names& names, const std::string& chat);

    std::map<HeaderShape, Shaped> shapes_;
    std::uint64_t lines_ = 0;
    HeaderShape shape_;
    DateEvidence::Decision dates_;
    std::map<std::string, std::string> longer_; // name up to the first ": " -> the whole one
    std::vector<std::string> people_;
    std::string owner_;
    bool isGroup_ = false;
    bool hasReturns_ = false; // messages end with CR LF, lines inside of them with LF
};

} // namespace core::format::whatsapp
