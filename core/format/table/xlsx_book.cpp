// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/xlsx_book.h"

#include "core/base/error.h"
#include "core/format/archive/archive_handle.h"
#include "core/format/archive/zip_head.h"
#include "core/format/table/xlsx_parts.h"
#include "core/format/table/xml_parser.h"

#include <algorithm>
#include <array>
#include <deque>

namespace core::format::table {

namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kUnpackPiece = 65536;
constexpr std::uint64_t kMostPart = std::uint64_t{1} << 30U; // unpacked bytes of one part
constexpr std::uint64_t kMostRatio = 500;                    // unpacked to the whole file, once it is large
constexpr std::uint64_t kLargePart = std::uint64_t{64} << 20U;

// The bytes of one part of the zip.
class PartStream {
public:
    PartStream(base::SeekableSource& source, const std::string& part) : size_(source.size()) {
        source.seek(0);
        handle_.emplace(source, AskPassphrase());
        while (const auto entry = handle_->next()) {
            if (entry->writtenName != part) continue;
            if (entry->isSealed) throw Error(ErrorCode::Unsupported, "the table is sealed");
            isThere_ = true;
            return;
        }
    }
    bool isThere() const { return isThere_; }
    std::size_t read(char* buffer, std::size_t capacity) {
        const std::size_t n = handle_->readData(buffer, capacity);
        total_ += n;
        if (total_ > kMostPart || (total_ > kLargePart && total_ / kMostRatio > size_))
            throw Error(ErrorCode::Unsupported, "the table is larger than any table is");
        return n;
    }
    std::uint64_t packed() const { return handle_->packedBytes(); }

private:
    std::optional<archive::Handle> handle_;
    std::uint64_t size_, total_ = 0;
    bool isThere_ = false;
};

bool parsePart(base::SeekableSource& source, const std::string& part, XmlHandler& handler) {
    PartStream stream(source, part);
    if (!stream.isThere()) return false;
    XmlParser parser(handler);
    std::string piece(kUnpackPiece, '\0');
    for (;;) {
        const std::size_t n = stream.read(piece.data(), piece.size());
        if (!parser.feed(std::string_view(piece).substr(0, n), n == 0))
            throw Error(ErrorCode::Unsupported, "a part of the table is damaged", part);
        if (n == 0) return true;
    }
}

// "/xl/worksheets/sheet1.xml" or "worksheets/sheet1.xml" from xl/.
std::string partOf(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

} // namespace

struct XlsxBook::State {
    explicit State(base::SeekableSource& from) : source(from) {}
    base::SeekableSource& source;
    xlsx::Workbook workbook;
    xlsx::Styles styles;
    xlsx::Strings strings;
    std::vector<Sheet> sheets;
};

namespace {

class SheetRows : public Rows {
public:
    SheetRows(const XlsxBook::State& state, const std::string& part)
        : stream_(state.source, part), sheet_(state.strings, state.styles, state.workbook.isFrom1904),
          parser_(sheet_), piece_(kUnpackPiece, '\0'), isDone_(!stream_.isThere()) {}

    bool next(Row& row) override {
        while (sheet_.ready.empty() && !isDone_) {
            const std::size_t n = stream_.read(piece_.data(), piece_.size());
            isDone_ = n == 0;
            if (!parser_.feed(std::string_view(piece_).substr(0, n), isDone_)) {
                if (!sheet_.ready.empty()) { // what came before the damage first
                    isDone_ = isDamaged_ = true;
                    break;
                }
                throw Error(ErrorCode::Unsupported, "the sheet is damaged");
            }
        }
        if (sheet_.ready.empty() && isDamaged_) throw Error(ErrorCode::Unsupported, "the sheet is damaged");
        if (sheet_.ready.empty()) return false;
        row = std::move(sheet_.ready.front());
        sheet_.ready.pop_front();
        return true;
    }
    std::uint64_t position() const override { return stream_.packed(); }

private:
    PartStream stream_;
    xlsx::SheetHandler sheet_;
    XmlParser parser_;
    std::string piece_;
    bool isDone_, isDamaged_ = false;
};

} // namespace

XlsxBook::XlsxBook(base::SeekableSource& source) : state_(std::make_unique<State>(source)) {
    xlsx::WorkbookHandler workbook(state_->workbook);
    if (!parsePart(source, "xl/workbook.xml", workbook))
        throw Error(ErrorCode::Unsupported, "the zip holds no table");
    xlsx::RelationHandler relations(state_->workbook);
    parsePart(source, "xl/_rels/workbook.xml.rels", relations);
    xlsx::StyleHandler styles(state_->styles);
    parsePart(source, "xl/styles.xml", styles);
    xlsx::StringHandler strings(state_->strings);
    parsePart(source, "xl/sharedStrings.xml", strings);
    for (const auto& [name, relation] : state_->workbook.sheets)
        if (const auto found = state_->workbook.targets.find(relation);
            found != state_->workbook.targets.end())
            state_->sheets.push_back({name, partOf(found->second)});
}

XlsxBook::~XlsxBook() = default;

const std::vector<Sheet>& XlsxBook::sheets() const { return state_->sheets; }

std::unique_ptr<Rows> XlsxBook::rows(const Sheet& sheet) {
    return std::make_unique<SheetRows>(*state_, sheet.part);
}

bool looksLikeXlsx(std::string_view head) {
    if (!archive::isOfficeZip(head)) return false;
    for (const char* name : {"xl/workbook.xml", "xl/worksheets/", "xl/_rels/workbook.xml.rels",
                             "xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/"})
        if (head.find(name) != std::string_view::npos) return true;
    return false;
}

} // namespace core::format::table
