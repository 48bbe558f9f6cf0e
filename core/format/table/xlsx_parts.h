// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the parts of an .xlsx file hold, read as their XML goes by. Used by xlsx_book.cpp only.

#include "core/format/table/rows.h"
#include "core/format/table/xlsx_book.h"
#include "core/format/table/xml_parser.h"

#include <deque>
#include <map>
#include <utility>

namespace core::format::table::xlsx {

inline constexpr std::size_t kMostSheets = 256;

struct Workbook {
    std::vector<std::pair<std::string, std::string>> sheets; // name, id of its relation
    std::map<std::string, std::string> targets;              // id of a relation -> part
    bool isFrom1904 = false;
};

class WorkbookHandler : public XmlHandler {
public:
    explicit WorkbookHandler(Workbook& workbook) : workbook_(workbook) {}
    void open(std::string_view name, const char** attributes) override;
    void close(std::string_view) override {}
    void text(std::string_view) override {}

private:
    Workbook& workbook_;
};

class RelationHandler : public XmlHandler {
public:
    explicit RelationHandler(Workbook& workbook) : workbook_(workbook) {}
    void open(std::string_view name, const char** attributes) override;
    void close(std::string_view) override {}
    void text(std::string_view) override {}

private:
    Workbook& workbook_;
};

using Styles = std::vector<NumberStyle>; // by the number that a cell names

class StyleHandler : public XmlHandler {
public:
    explicit StyleHandler(Styles& styles) : styles_(styles) {}
    void open(std::string_view name, const char** attributes) override;
    void close(std::string_view name) override;
    void text(std::string_view) override {}

private:
    Styles& styles_;
    std::map<int, NumberStyle> own_; // formats that the file defines
    bool isInCells_ = false;
};

// All texts in one piece of memory. Throws Error(Unsupported) where they are more than any table has.
class Strings {
public:
    void add(std::string_view text);
    std::string_view at(std::size_t index) const; // empty for one that is not there

private:
    std::string all_;
    std::vector<std::size_t> ends_;
};

class StringHandler : public XmlHandler {
public:
    explicit StringHandler(Strings& strings) : strings_(strings) {}
    void open(std::string_view name, const char** attributes) override;
    void close(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    Strings& strings_;
    std::string text_;
    bool isText_ = false;
    int phonetic_ = 0; // inside a reading aid, which is no part of the text
};

class SheetHandler : public XmlHandler {
public:
    SheetHandler(const Strings& strings, const Styles& styles, bool isFrom1904)
        : strings_(strings), styles_(styles), isFrom1904_(isFrom1904) {}
    void open(std::string_view name, const char** attributes) override;
    void close(std::string_view name) override;
    void text(std::string_view piece) override;

    std::deque<Row> ready;

private:
    std::string valueOf() const;

    const Strings& strings_;
    const Styles& styles_;
    bool isFrom1904_;
    Row row_;
    std::uint64_t number_ = 0;
    std::size_t column_ = 0;
    std::string type_, value_;
    std::size_t style_ = 0;
    bool isValue_ = false, isInline_ = false;
    int phonetic_ = 0;
};

} // namespace core::format::table::xlsx
