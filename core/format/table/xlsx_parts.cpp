// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/xlsx_parts.h"

#include "core/base/error.h"

#include <charconv>
#include <cstdio>

namespace core::format::table::xlsx {

namespace {

constexpr std::size_t kMostStringBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostStrings = 4'000'000;
constexpr std::size_t kMostStyles = 65'536;
constexpr double kExactInteger = 1e15;

int numberOf(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The formats that no file spells out,
// https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat
NumberStyle builtIn(int id) {
    if (id == 22) return NumberStyle::DateTime;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NumberStyle::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return NumberStyle::Time;
    return id == 46 ? NumberStyle::Elapsed : NumberStyle::Plain;
}

// "AB12" -> 27; the next one where a cell does not say.
std::size_t columnOf(std::string_view reference, std::size_t otherwise) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > 100'000) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? otherwise : column - 1;
}

// A number as a person would write it: a telephone number is no power of ten.
std::string plainNumber(const std::string& written) {
    double value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (error != std::errc() || end != written.data() + written.size()) return written;
    char text[40];
    if (value < kExactInteger && value > -kExactInteger &&
        value == static_cast<double>(static_cast<std::int64_t>(value))) {
        std::snprintf(text, sizeof text, "%lld", static_cast<long long>(value));
        return text;
    }
    std::snprintf(text, sizeof text, "%.15g", value);
    return text;
}

} // namespace

void WorkbookHandler::open(std::string_view name, const char** attributes) {
    if (name == "workbookPr") {
        const std::string_view said = attributeOf(attributes, "date1904");
        workbook_.isFrom1904 = said == "1" || said == "true";
    }
    if (name != "sheet" || workbook_.sheets.size() >= kMostSheets) return;
    workbook_.sheets.emplace_back(attributeOf(attributes, "name"), attributeOf(attributes, "id"));
}

void RelationHandler::open(std::string_view name, const char** attributes) {
    if (name == "Relationship" && workbook_.targets.size() < 4 * kMostSheets)
        workbook_.targets.emplace(attributeOf(attributes, "Id"), attributeOf(attributes, "Target"));
}

void StyleHandler::open(std::string_view name, const char** attributes) {
    if (name == "numFmt" && own_.size() < kMostStyles)
        own_[numberOf(attributeOf(attributes, "numFmtId"), -1)] =
            styleOfCode(attributeOf(attributes, "formatCode"));
    if (name == "cellXfs") isInCells_ = true;
    if (name != "xf" || !isInCells_ || styles_.size() >= kMostStyles) return;
    const int id = numberOf(attributeOf(attributes, "numFmtId"), 0);
    const auto found = own_.find(id);
    styles_.push_back(found == own_.end() ? builtIn(id) : found->second);
}

void StyleHandler::close(std::string_view name) {
    if (name == "cellXfs") isInCells_ = false;
}

void Strings::add(std::string_view text) {
    if (all_.size() + text.size() > kMostStringBytes || ends_.size() >= kMostStrings)
        throw base::Error(base::ErrorCode::Unsupported, "the table has more text than any table has");
    all_ += text;
    ends_.push_back(all_.size());
}

std::string_view Strings::at(std::size_t index) const {
    if (index >= ends_.size()) return {};
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(all_).substr(begin, ends_[index] - begin);
}

void StringHandler::open(std::string_view name, const char**) {
    if (name == "si") text_.clear();
    if (name == "rPh") ++phonetic_;
    isText_ = name == "t" && phonetic_ == 0;
}

void StringHandler::close(std::string_view name) {
    isText_ = false;
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    if (name == "si") strings_.add(text_);
}

void StringHandler::text(std::string_view piece) {
    if (isText_ && text_.size() + piece.size() <= kMostCellBytes) text_ += piece;
}

void SheetHandler::open(std::string_view name, const char** attributes) {
    if (name == "row") {
        row_ = {};
        const int written = numberOf(attributeOf(attributes, "r"), 0);
        number_ = written > 0 ? static_cast<std::uint64_t>(written) : number_ + 1;
        row_.number = number_;
        column_ = 0;
    } else if (name == "c") {
        column_ = columnOf(attributeOf(attributes, "r"), column_);
        type_ = attributeOf(attributes, "t");
        const int style = numberOf(attributeOf(attributes, "s"), 0);
        style_ = style < 0 ? 0 : static_cast<std::size_t>(style);
        value_.clear();
    } else if (name == "is") {
        isInline_ = true;
    } else if (name == "rPh") {
        ++phonetic_;
    }
    isValue_ = name == "v" || (name == "t" && isInline_ && phonetic_ == 0);
}

std::string SheetHandler::valueOf() const {
    if (type_ == "s") {
        const int index = numberOf(value_, -1);
        return index < 0 ? std::string() : std::string(strings_.at(static_cast<std::size_t>(index)));
    }
    if (!type_.empty() && type_ != "n") return value_; // a text, a truth, an error, a date in letters
    const NumberStyle style = style_ < styles_.size() ? styles_[style_] : NumberStyle::Plain;
    double serial = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), serial);
    if (style != NumberStyle::Plain && error == std::errc() && end == value_.data() + value_.size())
        if (auto text = serialText(serial, style, isFrom1904_)) return *text;
    return plainNumber(value_);
}

void SheetHandler::close(std::string_view name) {
    isValue_ = false;
    if (name == "is") isInline_ = false;
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    if (name == "c") {
        if (column_ >= kMostCells) {
            row_.isCut = true;
        } else if (!value_.empty()) {
            if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
            row_.cells[column_] = valueOf();
        }
        ++column_;
    }
    if (name == "row") ready.push_back(std::move(row_));
}

void SheetHandler::text(std::string_view piece) {
    if (!isValue_) return;
    if (value_.size() + piece.size() > kMostCellBytes)
        row_.isCut = true;
    else
        value_ += piece;
}

} // namespace core::format::table::xlsx
