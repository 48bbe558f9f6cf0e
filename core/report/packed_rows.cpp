// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_rows.h"

#include "core/report/pack_bytes.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::size_t kMostPlainRows = 4'000'000; // bytes: of which a document has one

// Structured bindings name each member, so that a new one does not compile until it is packed here.

void write(PackWriter& out, const Line& line) {
    const auto& [runs, style] = line;
    out.number(runs.size() << 1U | (style == LineStyle::Small ? 1U : 0U));
    for (const Run& run : runs) {
        const auto& [text, bold] = run;
        out.number(bold ? 1 : 0);
        out.text(text);
    }
}

void write(PackWriter& out, const TimeStrip& strip) {
    const auto& [firstHour, lastHour, hours, labels] = strip;
    out.whole(firstHour);
    out.whole(lastHour);
    out.number(hours.size());
    for (const double hour : hours) out.real(hour);
    out.number(labels.size());
    for (const std::string& label : labels) out.text(label);
}

void write(PackWriter& out, const LogRow& row) {
    const auto& [isMilestone, label, incident, cells, strip, afterOrder, exhibits, when] = row;
    const auto& [day, precision] = when;
    out.number((isMilestone ? 1U : 0U) | (afterOrder ? 2U : 0U) | (strip ? 4U : 0U));
    out.text(label);
    out.whole(incident);
    out.number(cells.size());
    for (const Cell& cell : cells) {
        out.number(cell.size());
        for (const Line& line : cell) write(out, line);
    }
    if (strip) write(out, *strip);
    out.number(exhibits.size());
    for (const int exhibit : exhibits) out.whole(exhibit);
    out.whole(day);
    out.number(static_cast<std::uint64_t>(precision));
}

Line readLine(PackReader& in) {
    Line line;
    const std::size_t head = in.count();
    line.style = (head & 1U) != 0 ? LineStyle::Small : LineStyle::Plain;
    line.runs.resize(head >> 1U);
    for (Run& run : line.runs) {
        run.bold = in.number() != 0;
        run.text = in.text();
    }
    return line;
}

TimeStrip readStrip(PackReader& in) {
    TimeStrip strip;
    strip.firstHour = in.whole();
    strip.lastHour = in.whole();
    strip.hours.resize(in.count());
    for (double& hour : strip.hours) hour = in.real();
    strip.labels.resize(in.count());
    for (std::string& label : strip.labels) label = in.text();
    return strip;
}

LogRow readRow(std::string_view bytes) {
    PackReader in(bytes);
    LogRow row;
    const std::uint64_t flags = in.number();
    row.isMilestone = (flags & 1U) != 0;
    row.afterOrder = (flags & 2U) != 0;
    row.label = in.text();
    row.incident = in.whole();
    row.cells.resize(in.count());
    for (Cell& cell : row.cells) {
        const std::size_t lines = in.count();
        cell.reserve(lines);
        for (std::size_t i = 0; i < lines; ++i) cell.push_back(readLine(in));
    }
    if ((flags & 4U) != 0) row.strip = readStrip(in);
    row.exhibits.resize(in.count());
    for (int& exhibit : row.exhibits) exhibit = in.whole();
    row.when.day = in.whole();
    row.when.precision = static_cast<base::Precision>(in.number());
    return row;
}

} // namespace

PackedRows::PackedRows() : pieces_(kMostPlainRows) {}

PackedRows::PackedRows(const std::vector<LogRow>& rows) : PackedRows() {
    for (const LogRow& row : rows) add(row);
}

void PackedRows::add(const LogRow& row) {
    std::string bytes;
    PackWriter one(bytes);
    write(one, row);
    pieces_.add(bytes);
    if (!row.isMilestone) longestNumber_ = std::max(longestNumber_, row.label.size());
}

std::vector<RowRef> PackedRows::some(std::size_t first, std::size_t end) const {
    std::vector<RowRef> found;
    found.reserve(end - first);
    pieces_.each(first, end, [&](std::string_view bytes) {
        found.push_back(std::make_shared<const LogRow>(readRow(bytes)));
    });
    return found;
}

} // namespace core::report
