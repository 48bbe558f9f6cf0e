// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_pieces.h"

#include "core/base/error.h"
#include "core/report/pack_bytes.h"

#include <algorithm>
#include <memory>
#include <new>

#include <libdeflate.h>

namespace core::report {

namespace {

constexpr std::size_t kPerBlock = 32; // pieces: more would pack better, and are unpacked for a few
constexpr int kLevel = 1;             // more would halve nothing

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
};

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
        throw base::Error(base::ErrorCode::Internal, "what was packed cannot be unpacked");
    return out;
}

} // namespace

void PackedPieces::add(std::string_view piece) {
    PackWriter(open_).text(piece); // with its length, so that it can be passed over
    if (++size_ % kPerBlock == 0) close();
}

void PackedPieces::close() {
    if (plainBytes_ + open_.size() <= mostPlain_) {
        plainBytes_ += open_.size();
        open_.shrink_to_fit();
        blocks_.push_back({std::move(open_), 0});
    } else {
        blocks_.push_back({packed(open_), static_cast<std::uint32_t>(open_.size())});
    }
    open_.clear();
}

void PackedPieces::each(std::size_t first, std::size_t end,
                        const std::function<void(std::string_view)>& visit) const {
    for (std::size_t number = first / kPerBlock; number * kPerBlock < end; ++number) {
        const std::string_view kept = number < blocks_.size() ? blocks_[number].bytes : open_;
        std::string room;
        if (number < blocks_.size() && blocks_[number].size > 0) room = unpacked(kept, blocks_[number].size);
        PackReader in(room.empty() ? kept : std::string_view(room));
        const std::size_t last = std::min({end, (number + 1) * kPerBlock, size_});
        for (std::size_t i = number * kPerBlock; i < last; ++i) {
            const std::string_view piece = in.piece();
            if (i >= first) visit(piece);
        }
    }
}

std::size_t PackedPieces::bytes() const {
    std::size_t total = open_.capacity() + blocks_.capacity() * sizeof(Block);
    for (const Block& block : blocks_) total += block.bytes.capacity();
    return total;
}

} // namespace core::report
