// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/csv_rows.h"

#include "core/base/utf8.h"
#include "core/format/mail/text_decode.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace core::format::table {

namespace {

using Encoding = CsvShape::Encoding;

constexpr std::size_t kPiece = 65536;
constexpr int kLookedAtRows = 40;

Encoding encodingOf(std::string_view head, std::size_t& mark) {
    mark = 0;
    if (head.starts_with("\xEF\xBB\xBF")) {
        mark = 3;
        return Encoding::Bytes;
    }
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        mark = 2;
        return head[0] == '\xFF' ? Encoding::Utf16Little : Encoding::Utf16Big;
    }
    // Without a mark: ASCII letters have a zero beside them.
    if (head.size() >= 4 && head[1] == '\0' && head[3] == '\0' && head[0] != '\0')
        return Encoding::Utf16Little;
    if (head.size() >= 4 && head[0] == '\0' && head[2] == '\0' && head[1] != '\0') return Encoding::Utf16Big;
    return Encoding::Bytes;
}

// "sep=;" and a line end; its length in characters, 0 where it is not there.
std::size_t delimiterLine(std::string_view text, char& delimiter) {
    if (text.size() < 5 || base::foldForSearch(text.substr(0, 4)) != "sep=") return 0;
    const std::size_t end = text.find_first_of("\r\n", 5);
    if (end == std::string_view::npos || end > 6) return 0;
    delimiter = text[4];
    return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

std::string asciiOf(std::string_view head, Encoding encoding) {
    if (encoding == Encoding::Bytes) return std::string(head.substr(0, 16));
    std::string text;
    const std::size_t low = encoding == Encoding::Utf16Little ? 0 : 1;
    for (std::size_t i = 0; i + 1 < head.size() && text.size() < 16; i += 2)
        text += head[i + 1 - low] == '\0' ? head[i + low] : '?';
    return text;
}

void measure(std::string_view head, CsvShape& shape) {
    base::MemorySource source(head);
    CsvRows rows(source, shape);
    std::map<std::size_t, std::size_t> counts;
    Row row;
    for (int i = 0; i < kLookedAtRows && rows.next(row); ++i)
        if (!row.isEmpty() && !(row.isOpen && i > 0)) ++counts[row.cells.size()];
    for (const auto& [cells, many] : counts)
        if (cells > 1 && many * (cells - 1) > shape.rows * (shape.cells - (shape.cells > 0 ? 1 : 0))) {
            shape.cells = cells;
            shape.rows = many;
        }
}

} // namespace

CsvShape csvShape(std::string_view head) {
    CsvShape shape;
    shape.encoding = encodingOf(head, shape.begin);
    const std::size_t width = shape.encoding == Encoding::Bytes ? 1 : 2;
    const std::size_t mark = shape.begin;
    if (mark >= head.size()) return shape;
    char named = 0;
    shape.begin += width * delimiterLine(asciiOf(head.substr(mark), shape.encoding), named);
    CsvShape best = shape;
    for (const char delimiter : {';', '\t', ','}) {
        CsvShape one = shape;
        one.delimiter = named != 0 ? named : delimiter;
        measure(head, one);
        if (one.rows * one.cells > best.rows * best.cells || best.cells == 0) best = one;
        if (named != 0) break;
    }
    return best;
}

CsvRows::CsvRows(base::ByteSource& source, std::optional<CsvShape> shape) : source_(source) {
    fill(kPiece);
    shape_ = shape ? *shape : csvShape(std::string_view(buffer_).substr(0, kPiece));
    used_ = std::min(shape_.begin, buffer_.size());
    at_ = used_;
}

// True where `bytes` more are there.
bool CsvRows::fill(std::size_t bytes) {
    while (!isAtEnd_ && buffer_.size() - used_ < bytes) {
        if (used_ > kPiece) {
            buffer_.erase(0, used_);
            used_ = 0;
        }
        const std::size_t before = buffer_.size();
        buffer_.resize(before + kPiece);
        const std::size_t n = source_.read(buffer_.data() + before, kPiece);
        buffer_.resize(before + n);
        isAtEnd_ = n == 0;
    }
    return buffer_.size() - used_ >= bytes;
}

int CsvRows::peek() {
    const std::size_t width = shape_.encoding == Encoding::Bytes ? 1 : 2;
    if (buffer_.size() - used_ < width && !fill(width)) return kEnd;
    const auto byte = [&](std::size_t i) {
        return static_cast<int>(static_cast<unsigned char>(buffer_[used_ + i]));
    };
    if (width == 1) return byte(0);
    return shape_.encoding == Encoding::Utf16Little ? byte(0) | byte(1) << 8 : byte(1) | byte(0) << 8;
}

int CsvRows::take() {
    const int unit = peek();
    if (unit == kEnd) return unit;
    const std::size_t width = shape_.encoding == Encoding::Bytes ? 1 : 2;
    used_ += width;
    at_ += width;
    return unit;
}

void CsvRows::put(std::string& text, int unit, Row& row) {
    if (text.size() >= kMostCellBytes) {
        row.isCut = true;
        return;
    }
    if (shape_.encoding == Encoding::Bytes) {
        text += static_cast<char>(unit);
        return;
    }
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    if (high_ != 0) {
        const int high = std::exchange(high_, 0);
        if (isLow) {
            base::appendUtf8(text, static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10) + unit - 0xDC00));
            return;
        }
        base::appendUtf8(text, base::kReplacement);
        ++row.foreign;
    }
    if (unit >= 0xD800 && unit < 0xDC00) {
        high_ = unit;
        return;
    }
    if (isLow) ++row.foreign;
    base::appendUtf8(text, isLow ? base::kReplacement : static_cast<char32_t>(unit));
}

void CsvRows::quoted(std::string& text, Row& row) {
    for (;;) {
        const int unit = take();
        if (unit == kEnd) {
            row.isOpen = true;
            return;
        }
        if (unit == '\r' && peek() == '\n') continue;
        if (unit != '"') {
            put(text, unit == '\r' ? '\n' : unit, row);
            continue;
        }
        const int after = peek();
        if (after == shape_.delimiter || after == '\r' || after == '\n' || after == kEnd) return;
        if (after == '"') take();
        put(text, '"', row);
    }
}

void CsvRows::finish(std::string&& text, Row& row) {
    high_ = 0;
    if (row.cells.size() >= kMostCells) {
        row.isCut = true;
        return;
    }
    // ="0045..." inside of quotes.
    if (text.size() >= 3 && text.starts_with("=\"") && text.ends_with('"'))
        text = text.substr(2, text.size() - 3);
    if (text.find('\0') != std::string::npos) {
        std::string clean;
        for (const char c : text) c == '\0' ? clean.append("\xEF\xBF\xBD") : clean.append(1, c);
        row.foreign += 1;
        text = std::move(clean);
    }
    if (!base::isValidUtf8(text)) {
        std::string readable = mail::readableText(text, {});
        text = base::isValidUtf8(readable) ? std::move(readable) : base::repairUtf8(text);
    }
    row.cells.push_back(std::move(text));
}

bool CsvRows::cell(Row& row) {
    std::string text;
    bool wasQuoted = false;
    for (;;) {
        const int unit = peek();
        const bool isLineEnd = unit == '\r' || unit == '\n' || unit == kEnd;
        if (isLineEnd || unit == shape_.delimiter) {
            end_ = at_;
            finish(std::move(text), row);
            take();
            if (unit == '\r' && peek() == '\n') take();
            return !isLineEnd;
        }
        take();
        const bool mayOpen =
            !wasQuoted && (text.empty() || text.find_first_not_of(' ') == std::string::npos || text == "=");
        if (unit == '"' && mayOpen && text.size() < 8) {
            text.clear();
            wasQuoted = true;
            quoted(text, row);
        } else {
            put(text, unit, row);
        }
    }
}

bool CsvRows::next(Row& row) {
    row = {};
    row.offset = at_;
    row.number = ++number_;
    if (peek() == kEnd) return false;
    while (cell(row)) {
    }
    row.length = end_ - row.offset;
    return true;
}

} // namespace core::format::table
