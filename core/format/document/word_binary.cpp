// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/word_binary.h"

#include "core/base/utf8.h"
#include "core/format/document/ole_properties.h"
#include "core/format/document/word_runs.h"
#include "core/format/outlook/bytes.h"
#include "core/format/outlook/compound_file.h"

#include <algorithm>
#include <array>

namespace core::format::document {

namespace {

using outlook::CompoundFile;
using outlook::u16At;
using outlook::u32At;

constexpr std::size_t kMostPropertyBytes = 65536;
constexpr std::uint16_t kWord97 = 0xA5EC;                         // the first two bytes
constexpr std::size_t kFlags = 10, kTextLengths = 76, kClx = 418; // places in the head of the stream
constexpr unsigned kEncrypted = 0x0100, kSecondTable = 0x0200;

// The marks that stand between the letters, [MS-DOC] 2.4.1 and 2.8.25.
constexpr char kCellEnd = 7, kLine = 11, kPage = 12, kParagraph = 13, kColumn = 14;
constexpr char kFieldBegin = 19, kFieldMiddle = 20, kFieldEnd = 21, kHyphen = 30;

// Readable text of what is stored, over the borders of its pieces.
class Letters {
public:
    explicit Letters(Content& content) : content_(content) {}

    void add(std::string_view utf8) {
        std::string out;
        for (const char c : utf8) {
            if (c == kFieldBegin) instructions_.push_back(true);
            if (c == kFieldMiddle && !instructions_.empty()) instructions_.back() = false;
            if (c == kFieldEnd && !instructions_.empty()) instructions_.pop_back();
            const bool isHidden =
                std::find(instructions_.begin(), instructions_.end(), true) != instructions_.end();
            if (!isHidden) out += readable(c);
            if (instructions_.size() > kDeepest) instructions_.clear();
        }
        addText(content_, out);
    }

private:
    static constexpr std::size_t kDeepest = 64;

    // The end of a row is one more end of a cell; until it comes, the first may be a tab.
    std::string readable(char c) {
        const bool isRowEnd = c == kCellEnd && isAfterCell_;
        std::string out = isAfterCell_ && !isRowEnd ? "\t" : "";
        isAfterCell_ = c == kCellEnd && !isRowEnd;
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') return out + c;
        if (isRowEnd || c == kParagraph || c == kLine || c == kPage || c == kColumn) return out + "\n";
        return c == kHyphen ? out + "-" : out;
    }

    Content& content_;
    std::vector<bool> instructions_; // of each open field: whether its instruction goes on
    bool isAfterCell_ = false;
};

class Word {
public:
    Word(std::string stream, std::string table, Content& content)
        : stream_(std::move(stream)), table_(std::move(table)), content_(content), letters_(content),
          hidden_(hiddenRuns(stream_, table_)), workLeft_(2 * stream_.size()) {}

    void read() {
        const auto parts = shownParts();
        const std::string_view pieces = pieceTable();
        if (pieces.size() < 4) return damaged("no text in it");
        const std::size_t count = (pieces.size() - 4) / 12;
        for (std::size_t i = 0; i < count && !content_.isCut; ++i) {
            const std::uint32_t begin = u32At(pieces, 4 * i);
            const std::uint32_t end = u32At(pieces, 4 * i + 4);
            if (end < begin) return damaged("its pieces are in disorder");
            const std::uint32_t place = u32At(pieces, 4 * (count + 1) + 8 * i + 2);
            for (const Part& part : parts)
                piece(begin, std::max(begin, part.begin), std::min(end, part.end), place);
        }
    }

private:
    struct Part {
        std::uint32_t begin, end; // characters
    };

    void damaged(const char* what) {
        if (content_.damage.empty()) content_.damage = what;
    }

    // The text, its footnotes, the comments, the endnotes and the text boxes; not the headers.
    std::vector<Part> shownParts() const {
        constexpr std::array<bool, 8> isShown{true, true, false, false, true, true, true, false};
        std::vector<Part> parts;
        std::uint32_t begin = 0;
        for (std::size_t i = 0; i < isShown.size(); ++i) {
            const auto length = static_cast<std::uint32_t>(
                std::min<std::size_t>(u32At(stream_, kTextLengths + 4 * i), stream_.size() - begin));
            if (isShown.at(i)) parts.push_back({begin, begin + length});
            begin += length;
        }
        return parts;
    }

    // Behind what was changed in a hurry and only noted, [MS-DOC] 2.9.38.
    std::string_view pieceTable() const {
        const std::size_t place = u32At(stream_, kClx);
        if (place >= table_.size()) return {};
        std::string_view clx = std::string_view(table_).substr(place, u32At(stream_, kClx + 4));
        while (clx.size() > 3 && clx[0] == 1)
            clx.remove_prefix(std::min(clx.size(), std::size_t{3} + u16At(clx, 1)));
        if (clx.size() < 5 || clx[0] != 2) return {};
        return clx.substr(5, u32At(clx, 1));
    }

    // The characters `begin` to `end`, of a piece whose first is `first`.
    void piece(std::uint32_t first, std::uint32_t begin, std::uint32_t end, std::uint32_t place) {
        if (begin >= end || content_.isCut) return;
        const bool isWide = (place & 0x40000000U) == 0;
        const std::size_t width = isWide ? 2 : 1;
        const std::size_t at = (place & 0x3FFFFFFFU) / (isWide ? 1 : 2) + width * (begin - first);
        const std::size_t size = width * (end - begin);
        if (at >= stream_.size() || size > stream_.size() - at || size > workLeft_)
            return damaged("a piece of its text is missing");
        workLeft_ -= size;
        for (const Run& run : hidden_.shown({at, at + size})) {
            const std::string_view bytes = std::string_view(stream_).substr(run.begin, run.end - run.begin);
            letters_.add(base::fromCharset(bytes, isWide ? "utf-16le" : "windows-1252").value_or(""));
        }
    }

    std::string stream_, table_;
    Content& content_;
    Letters letters_;
    HiddenRuns hidden_;
    std::size_t workLeft_; // bytes: in a crafted file all pieces may be the same
};

} // namespace

bool isWordBinary(base::SeekableSource& source) {
    const CompoundFile file(source);
    return file.isValid() && file.find(0, "WordDocument") != CompoundFile::kNone;
}

Content readWordBinary(base::SeekableSource& source) {
    const CompoundFile file(source);
    Content content;
    content.isFilledIn = true;
    const auto streamOf = [&](const char* name, std::size_t limit) {
        const auto entry = file.isValid() ? file.find(0, name) : CompoundFile::kNone;
        return entry == CompoundFile::kNone ? std::string() : file.read(entry, limit);
    };
    std::string stream = streamOf("WordDocument", source.size());
    const unsigned flags = u16At(stream, kFlags);
    readOleProperties(streamOf("\5SummaryInformation", kMostPropertyBytes), content);
    content.isSealed = (flags & kEncrypted) != 0;
    if (content.isSealed) return content;
    if (u16At(stream, 0) != kWord97) {
        content.damage = stream.empty() ? "no text in it" : "older than Word 97";
        return content;
    }
    std::string table = streamOf((flags & kSecondTable) != 0 ? "1Table" : "0Table", source.size());
    Word(std::move(stream), std::move(table), content).read();
    return content;
}

} // namespace core::format::document
