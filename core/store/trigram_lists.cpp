// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trigram_lists.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core::store {

namespace {

constexpr std::size_t kPageBytes = 8000;      // with its row it fills a page of the database
constexpr unsigned kFirstPlaces = 12;         // as a power of two
constexpr std::size_t kMostNoted = 1U << 16U; // of 8 bytes, which a core keeps at hand

[[noreturn]] void damaged() {
    throw base::Error(base::ErrorCode::Damaged, "a list of the search index is not one");
}

constexpr std::size_t kVarintBytes = 10, kPutAtOnce = 240;

} // namespace

TrigramRange trigramsWith(std::string_view shortWord) {
    Trigram begin = 0;
    unsigned bits = 63;
    for (std::size_t pos = 0; pos < shortWord.size() && bits > 0;) {
        bits -= 21;
        begin |= static_cast<Trigram>(base::nextCodePoint(shortWord, pos)) << bits;
    }
    return {begin, begin + (Trigram{1} << bits)};
}

std::uint64_t takeVarint(std::string_view bytes, std::size_t& pos) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (pos == bytes.size()) damaged();
        const auto byte = static_cast<unsigned char>(bytes[pos++]);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return value;
    }
    damaged();
}

void putVarint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80U);
    out += static_cast<char>(value);
}

bool PageReader::next() {
    if (pos_ == page_.size()) return false;
    trigram += takeVarint(page_, pos_);
    const std::uint64_t size = takeVarint(page_, pos_);
    if (size == 0 || size > page_.size() - pos_) damaged();
    list = page_.substr(pos_, static_cast<std::size_t>(size));
    pos_ += list.size();
    return true;
}

void TrigramLists::grow() {
    shift_ = lists_.empty() ? 64 - kFirstPlaces : shift_ - 1;
    std::vector<Place> before(std::size_t{1} << (64 - shift_), Place{});
    before.swap(places_);
    for (const Place& place : before)
        if (place.list != 0) places_[placeOf(place.trigram)] = place;
}

TrigramLists::Place& TrigramLists::newList(Trigram trigram) {
    lists_.push_back({trigram, base_, {}});
    if (2 * lists_.size() > places_.size()) grow();
    Place& place = places_[placeOf(trigram)];
    place = {trigram, static_cast<std::uint32_t>(lists_.size()), kNone};
    return place;
}

void TrigramLists::put(List& list, std::int64_t item) const {
    const std::size_t before = list.bytes.size();
    putVarint(list.bytes, static_cast<std::uint64_t>(item - list.last));
    bytes_ += list.bytes.size() - before;
    list.last = item;
}

// List after list.
void TrigramLists::putNoted() const {
    if (noted_.empty()) return;
    begins_.assign(lists_.size() + 1, 0);
    for (const Note& note : noted_) ++begins_[note.list + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    inOrder_.resize(noted_.size());
    for (const Note& note : noted_) inOrder_[begins_[note.list]++] = note;
    std::array<char, kPutAtOnce + kVarintBytes> bytes;
    for (std::size_t i = 0; i < inOrder_.size();) { // begins_ are ends now
        List& list = lists_[inOrder_[i].list];
        const std::size_t end = begins_[inOrder_[i].list];
        auto last = static_cast<std::uint64_t>(list.last - base_);
        while (i < end) {
            std::size_t size = 0;
            for (; i < end && size < kPutAtOnce; ++i) {
                std::uint64_t more = inOrder_[i].item - std::exchange(last, inOrder_[i].item);
                for (; more >= 0x80; more >>= 7U) bytes[size++] = static_cast<char>(more | 0x80U);
                bytes[size++] = static_cast<char>(more);
            }
            list.bytes.append(bytes.data(), size);
            bytes_ += size;
        }
        list.last = base_ + static_cast<std::int64_t>(last);
    }
    noted_.clear();
}

void TrigramLists::putFar(std::uint32_t list, std::int64_t item) { // after what is noted of it
    putNoted();
    if (lists_[list].last != item) put(lists_[list], item);
    last_ = std::max(last_, item);
}

void TrigramLists::add(Trigram trigram, std::int64_t item) {
    note(trigram, item);
    last_ = std::max(last_, item);
    if (noted_.size() >= kMostNoted) putNoted();
}

void TrigramLists::add(std::int64_t item, std::string_view folded) {
    const auto more = static_cast<std::uint64_t>(item - base_);
    if (more >= kNone) return eachTrigram(folded, [&](Trigram trigram) { note(trigram, item); });
    const auto now = static_cast<std::uint32_t>(more);
    const std::size_t before = noted_.size();
    noted_.resize(before + folded.size()); // a byte begins one at most
    Note* next = noted_.data() + before;
    eachTrigram(folded, [&](Trigram trigram) {
        Place& place = placeFor(trigram);
        if (place.last == now) return;
        place.last = now;
        *next++ = {place.list - 1, now};
    });
    noted_.resize(static_cast<std::size_t>(next - noted_.data()));
    if (noted_.size() > before) last_ = std::max(last_, item);
    if (noted_.size() >= kMostNoted) putNoted();
}

void TrigramLists::add(Trigram trigram, std::string_view bytes, std::int64_t itsBase) {
    putNoted();
    Place& place = placeFor(trigram);
    List& list = lists_[place.list - 1];
    std::size_t rest = 0;
    const auto first = itsBase + static_cast<std::int64_t>(takeVarint(bytes, rest));
    put(list, first);
    ListReader all(bytes, itsBase);
    while (all.next()) list.last = all.id;
    place.last = kNone;
    last_ = std::max(last_, list.last);
    list.bytes.append(bytes.substr(rest));
    bytes_ += bytes.size() - rest;
}

std::vector<TrigramLists::Page> TrigramLists::pages() const {
    putNoted();
    std::vector<std::uint32_t> order(lists_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return lists_[a].trigram < lists_[b].trigram; });
    std::vector<Page> pages;
    Trigram before = 0;
    for (const std::uint32_t i : order) {
        const List& list = lists_[i];
        if (pages.empty() || pages.back().bytes.size() + list.bytes.size() > kPageBytes) {
            pages.push_back({list.trigram, {}});
            before = 0;
        }
        putVarint(pages.back().bytes, list.trigram - before);
        putVarint(pages.back().bytes, list.bytes.size());
        pages.back().bytes += list.bytes;
        before = list.trigram;
    }
    return pages;
}

} // namespace core::store
