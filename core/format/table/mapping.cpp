// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/mapping.h"

#include "core/format/json/stream.h"

#include <cstdio>

namespace core::format::table {

namespace {

constexpr std::array<const char*, kRoles> kRoleCodes{"date",     "time", "direction", "kind",
                                                     "number",   "name", "from",      "to",
                                                     "duration", "text", "exhibit",   "attachment"};
constexpr std::array<const char*, 4> kOrderCodes{"from-file", "day-first", "month-first", "year-first"};
constexpr std::size_t kLargest = std::size_t{1} << 20U; // of a template, bytes
constexpr std::int64_t kMostColumn = kMostCells;

std::string inQuotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        char escape[8];
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

} // namespace

const char* codeOf(Role role) { return kRoleCodes.at(static_cast<std::size_t>(role)); }

std::optional<Role> roleOf(std::string_view code) {
    for (std::size_t i = 0; i < kRoles; ++i)
        if (code == kRoleCodes.at(i)) return static_cast<Role>(i);
    return std::nullopt;
}

const char* codeOf(Rejected why) {
    constexpr std::array<const char*, 8> codes{"no",      "empty",      "header",        "sum",
                                               "no-date", "no-content", "not-a-contact", "too-large"};
    return codes.at(static_cast<std::size_t>(why));
}

std::string toJson(const TableMapping& mapping) {
    std::string out = "{\"version\": 1, \"name\": " + inQuotes(mapping.name) + ", \"headers\": [";
    for (std::size_t i = 0; i < mapping.headers.size(); ++i)
        out += (i == 0 ? "" : ", ") + inQuotes(mapping.headers[i]);
    out += "], \"header_row\": " + std::to_string(mapping.headerRow) + ", \"columns\": {";
    const char* between = "";
    for (std::size_t i = 0; i < kRoles; ++i) {
        if (mapping.columns.at(i) < 0) continue;
        out += between + inQuotes(kRoleCodes.at(i)) + ": " + std::to_string(mapping.columns.at(i));
        between = ", ";
    }
    out += "}, \"kind\": " + inQuotes(model::codeOf(mapping.kind));
    out += ", \"direction\": " + inQuotes(model::codeOf(mapping.direction));
    out += ", \"date_order\": " + inQuotes(kOrderCodes.at(static_cast<std::size_t>(mapping.dateOrder)));
    out += ", \"duration_unit\": ";
    out += mapping.durationUnit == DurationUnit::Minutes ? "\"minutes\"" : "\"seconds\"";
    out += mapping.isUtc ? ", \"utc\": true" : "";
    return out + "}";
}

std::optional<TableMapping> mappingFromJson(std::string_view json) {
    if (json.empty() || json.size() > kLargest) return std::nullopt;
    const auto value = json::parse(json);
    if (!value || !value->isObject() || value->integerOf("version") != 1) return std::nullopt;
    TableMapping mapping;
    mapping.name = value->textOf("name");
    if (const auto* headers = value->find("headers"); headers != nullptr)
        for (const json::Value& one : headers->items) mapping.headers.push_back(one.text);
    const auto row = value->integerOf("header_row").value_or(0);
    if (row < 0) return std::nullopt;
    mapping.headerRow = static_cast<std::uint64_t>(row);
    if (const auto* columns = value->find("columns"); columns != nullptr)
        for (const json::Value& one : columns->items) {
            const auto role = roleOf(one.key);
            const auto at = one.integer();
            if (!role || !at || *at < 0 || *at >= kMostColumn) return std::nullopt;
            mapping.column(*role) = static_cast<int>(*at);
        }
    if (!mapping.has(Role::Date)) return std::nullopt;
    const auto kind = model::itemKindOf(value->textOf("kind"));
    const auto direction = model::directionOf(value->textOf("direction"));
    if (!kind || !direction) return std::nullopt;
    mapping.kind = *kind;
    mapping.direction = *direction;
    for (std::size_t i = 0; i < kOrderCodes.size(); ++i)
        if (value->textOf("date_order") == kOrderCodes.at(i)) mapping.dateOrder = static_cast<DateOrder>(i);
    if (value->textOf("duration_unit") == "minutes") mapping.durationUnit = DurationUnit::Minutes;
    mapping.isUtc = value->isTrueAt("utc");
    return mapping;
}

} // namespace core::format::table
