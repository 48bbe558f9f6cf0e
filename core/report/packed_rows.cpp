// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_rows.h"

#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <new>
#include <string_view>

#include <libdeflate.h>

namespace core::report {

namespace {

constexpr std::size_t kPerBlock = 32;         // rows: more would pack better, and are unpacked for a few
constexpr std::size_t kMostPlain = 4'000'000; // bytes: packing a log of that length would be for nothing
constexpr int kLevel = 1;                     // more would halve nothing

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    void number(std::uint64_t value) { // seven bits a byte
        for (; value >= 0x80; value >>= 7U) out_ += static_cast<char>(value | 0x80U);
        out_ += static_cast<char>(value);
    }
    void whole(int value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view text) {
        number(text.size());
        out_ += text;
    }
    void real(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(bits >> shift);
    }

private:
    std::string& out_;
};

// Of what a Writer wrote in this process.
class Reader {
public:
    explicit Reader(std::string_view in) : in_(in) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(in_.at(at_++));
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
    }
    int whole() { return static_cast<int>(static_cast<std::uint32_t>(number())); }
    std::size_t count() { return static_cast<std::size_t>(number()); }
    std::string_view piece() {
        const std::size_t size = count();
        at_ += size;
        return in_.substr(at_ - size, size);
    }
    std::string text() { return std::string(piece()); }
    double real() {
        std::uint64_t bits = 0;
        for (unsigned shift = 0; shift < 64; shift += 8)
            bits |= std::uint64_t{static_cast<unsigned char>(in_.at(at_++))} << shift;
        return std::bit_cast<double>(bits);
    }

private:
    std::string_view in_;
    std::size_t at_ = 0;
};

// Structured bindings name each member, so that a new one does not compile until it is packed here.

void write(Writer& out, const Line& line) {
    const auto& [runs, style] = line;
    out.number(runs.size() << 1U | (style == LineStyle::Small ? 1U : 0U));
    for (const Run& run : runs) {
        const auto& [text, bold] = run;
        out.number(bold ? 1 : 0);
        out.text(text);
    }
}

void write(Writer& out, const TimeStrip& strip) {
    const auto& [firstHour, lastHour, hours, labels] = strip;
    out.whole(firstHour);
    out.whole(lastHour);
    out.number(hours.size());
    for (const double hour : hours) out.real(hour);
    out.number(labels.size());
    for (const std::string& label : labels) out.text(label);
}

void write(Writer& out, const LogRow& row) {
    const auto& [isMilestone, label, incident, cells, strip, afterOrder, exhibits] = row;
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
}

Line readLine(Reader& in) {
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

TimeStrip readStrip(Reader& in) {
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
    Reader in(bytes);
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
    return row;
}

std::string packed(std::string_view bytes) {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(kLevel));
    if (!compressor) throw std::bad_alloc();
    std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(
        libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

std::string unpacked(std::string_view packed, std::size_t size) {
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    std::string out(size, '\0');
    if (libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), out.data(), size,
                                      nullptr) != LIBDEFLATE_SUCCESS)
        throw base::Error(base::ErrorCode::Internal, "packed rows of the log cannot be unpacked");
    return out;
}

} // namespace

PackedRows::PackedRows(const std::vector<LogRow>& rows) {
    for (const LogRow& row : rows) add(row);
}

void PackedRows::add(const LogRow& row) {
    std::string bytes;
    Writer one(bytes);
    write(one, row);
    Writer(open_).text(bytes); // with its length, so that a row can be passed over
    if (!row.isMilestone) longestNumber_ = std::max(longestNumber_, row.label.size());
    if (++size_ % kPerBlock == 0) close();
}

void PackedRows::close() {
    if (plainBytes_ + open_.size() <= kMostPlain) {
        plainBytes_ += open_.size();
        open_.shrink_to_fit();
        blocks_.push_back({std::move(open_), 0});
    } else {
        blocks_.push_back({packed(open_), static_cast<std::uint32_t>(open_.size())});
    }
    open_.clear();
}

std::vector<RowRef> PackedRows::rows(std::size_t first, std::size_t end) const {
    std::vector<RowRef> found;
    found.reserve(end - first);
    for (std::size_t number = first / kPerBlock; number * kPerBlock < end; ++number) {
        const std::string_view kept = number < blocks_.size() ? blocks_[number].bytes : open_;
        std::string room;
        if (number < blocks_.size() && blocks_[number].size > 0) room = unpacked(kept, blocks_[number].size);
        Reader in(room.empty() ? kept : std::string_view(room));
        const std::size_t last = std::min({end, (number + 1) * kPerBlock, size_});
        for (std::size_t i = number * kPerBlock; i < last; ++i) {
            const std::string_view bytes = in.piece();
            if (i >= first) found.push_back(std::make_shared<const LogRow>(readRow(bytes)));
        }
    }
    return found;
}

std::size_t PackedRows::bytes() const {
    std::size_t total = open_.capacity() + blocks_.capacity() * sizeof(Block);
    for (const Block& block : blocks_) total += block.bytes.capacity();
    return total;
}

} // namespace core::report
