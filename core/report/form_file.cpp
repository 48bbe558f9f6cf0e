// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/form_file.h"

#include "core/base/byte_source.h"
#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

#include <Poco/Exception.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace core::report {

namespace {

using Object = Poco::JSON::Object::Ptr;

constexpr std::array<std::string_view, 20> kColumnKeys{
    "number", "when",    "date",      "time",     "type",     "what",   "place",
    "target", "who",     "witnesses", "reaction", "response", "effect", "reported",
    "police", "officer", "written",   "exhibit",  "quote",    "blank"};
constexpr std::array<std::string_view, 8> kMembers{"about", "danish", "english", "title",
                                                   "notes", "order",  "total",   "columns"};
constexpr std::array<std::string_view, 4> kColumnMembers{"key", "danish", "english", "width"};
constexpr double kLeastWidthMm = 8;
constexpr std::size_t kMostColumns = 16;

[[noreturn]] void fail(const std::string& what) { throw Poco::DataFormatException(what); }

std::string millimetres(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
}

template <typename Known>
void checkMembers(const Object& object, const Known& known, const std::string& where) {
    for (const std::string& name : object->getNames())
        if (std::find(known.begin(), known.end(), name) == known.end())
            fail(where + ": unknown \"" + name + "\"");
}

std::string text(const Object& object, const char* key, const std::string& where) {
    if (!object->has(key)) fail(where + ": \"" + key + "\" is missing");
    if (!object->get(key).isString()) fail(where + ": \"" + key + "\" is no text");
    return object->getValue<std::string>(key);
}

BothLanguages bothOf(const Object& object, const std::string& where) {
    if (object.isNull()) fail(where + " is not of the shape {\"danish\": …, \"english\": …}");
    return {text(object, "danish", where), text(object, "english", where)};
}

FormColumn columnOf(const Object& object, const std::string& where) {
    if (object.isNull()) fail(where + " is no object");
    checkMembers(object, kColumnMembers, where);
    FormColumn column{text(object, "key", where), bothOf(object, where), 0};
    if (std::find(kColumnKeys.begin(), kColumnKeys.end(), column.key) == kColumnKeys.end())
        fail(where + ": there is no column \"" + column.key + "\"");
    if (!object->has("width") || !object->get("width").isNumeric()) fail(where + ": \"width\" is no number");
    column.widthMm = object->getValue<double>("width");
    return column;
}

// Widths are given in millimetres of a sheet of the organisation's own; they must fill it.
void scaleWidths(Form& form, double total) {
    double sum = 0;
    for (const FormColumn& column : form.columns) sum += column.widthMm;
    if (std::abs(sum - total) > 0.5)
        fail("the widths of the columns are " + millimetres(sum) + " in all and not " + millimetres(total));
    for (FormColumn& column : form.columns) {
        column.widthMm *= kLogWidthMm / sum;
        if (!(column.widthMm >= kLeastWidthMm))
            fail("the column \"" + column.key + "\" is narrower than " + millimetres(kLeastWidthMm) + " mm");
    }
}

void readColumns(const Object& object, Form& form) {
    const auto list = object->getArray("columns");
    if (list.isNull() || list->size() == 0) fail("there are no columns");
    if (list->size() > kMostColumns) fail("there are more than " + std::to_string(kMostColumns) + " columns");
    std::set<std::string> seen;
    for (unsigned i = 0; i < list->size(); ++i) {
        form.columns.push_back(columnOf(list->getObject(i), "column " + std::to_string(i + 1)));
        const std::string& key = form.columns.back().key;
        if (key != "blank" && !seen.insert(key).second) fail("the column \"" + key + "\" stands there twice");
    }
    if (!seen.contains("what") && !seen.contains("quote")) fail("there is no column that says what happened");
    if (!seen.contains("when") && !seen.contains("date")) fail("there is no column with the date");
}

Form formOf(const Object& object, const std::string& name) {
    checkMembers(object, kMembers, "the form");
    Form form;
    form.name = name;
    form.shown = bothOf(object, "the form");
    if (object->has("title")) form.title = bothOf(object->getObject("title"), "title");
    if (object->has("notes")) {
        const auto notes = object->getArray("notes");
        if (notes.isNull()) fail("\"notes\" is no list");
        for (unsigned i = 0; i < notes->size(); ++i)
            form.notes.push_back(bothOf(notes->getObject(i), "note " + std::to_string(i + 1)));
    }
    if (object->has("order")) {
        const std::string order = text(object, "order", "the form");
        if (order != "newest-first" && order != "oldest-first")
            fail("\"order\" is newest-first or oldest-first, not \"" + order + "\"");
        form.newestFirst = order == "newest-first";
    }
    readColumns(object, form);
    if (object->has("total") && !object->get("total").isNumeric()) fail("\"total\" is no number");
    scaleWidths(form, object->has("total") ? object->getValue<double>("total") : kLogWidthMm);
    return form;
}

Object parsed(const std::filesystem::path& path) {
    base::FileSource source(path);
    Poco::JSON::Parser parser;
    return parser.parse(base::readAll(source, 1U << 20U)).extract<Object>();
}

} // namespace

bool Form::has(std::string_view key) const {
    return std::any_of(columns.begin(), columns.end(), [&](const FormColumn& c) { return c.key == key; });
}

Form loadForm(const std::filesystem::path& assetsFolder, const std::string& name) {
    const bool isPlain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!isPlain) throw base::Error(base::ErrorCode::InvalidInput, "not the name of a form", name);
    const std::filesystem::path path =
        assetsFolder / "logskema" /
        std::filesystem::path(std::u8string(name.begin(), name.end())).concat(".json");
    try {
        const Object object = parsed(path);
        if (object.isNull()) fail("no form");
        return formOf(object, name);
    } catch (const Poco::DataFormatException& e) {
        throw base::Error(base::ErrorCode::Damaged, "log form: " + e.message(), path.string());
    } catch (const Poco::Exception& e) {
        throw base::Error(base::ErrorCode::Damaged, "log form: " + e.displayText(), path.string());
    }
}

std::vector<FormChoice> listForms(const std::filesystem::path& assetsFolder) {
    std::vector<FormChoice> forms;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(assetsFolder / "logskema", none)) {
        if (entry.path().extension() != ".json") continue;
        const std::u8string stem = entry.path().stem().u8string();
        const std::string name(stem.begin(), stem.end());
        if (name == "types" || name == "help" || name == "emoji") continue; // no forms
        FormChoice choice{name, {name, name}, {}};
        try {
            choice.shown = loadForm(assetsFolder, name).shown;
        } catch (const base::Error& error) {
            choice.problem = error.what();
        }
        forms.push_back(std::move(choice));
    }
    std::sort(forms.begin(), forms.end(), [](const FormChoice& a, const FormChoice& b) {
        return std::pair(a.name != kUsualForm, a.name) < std::pair(b.name != kUsualForm, b.name);
    });
    return forms;
}

} // namespace core::report
