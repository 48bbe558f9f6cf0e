// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which items have which three characters in a row, as lists in memory and as the pages of bytes that the
// case keeps of them. Not where the pages lie: search.h. Not the folding of texts either.
//
// A page is a run of lists in the order of their trigrams, for each: what the trigram is more than the one
// before it (than 0 at the first), the bytes of its list, the list. A list is of ascending ids, for each what
// it is more than the one before (than the base at the first). Numbers in groups of seven bits, the lowest
// first, with the eighth set where more follow.

#include "core/base/utf8.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

using Trigram = std::uint64_t; // three code points of 21 bits; in the order of their UTF-8

// All that begin with these characters, one or two; `end` is the first that does not.
struct TrigramRange {
    Trigram begin, end;
};
TrigramRange trigramsWith(std::string_view shortWord);

template <typename Each>
void eachTrigram(std::string_view folded, Each each) {
    Trigram last = 0;
    int characters = 0;
    for (std::size_t pos = 0; pos < folded.size();) {
        const auto byte = static_cast<unsigned char>(folded[pos]);
        const char32_t c = byte < 0x80 ? (++pos, byte) : base::nextCodePoint(folded, pos);
        last = (last << 21U | c) & ((Trigram{1} << 63U) - 1);
        if (++characters >= 3) each(last);
    }
}

// Throws Error(Damaged) where the bytes end within a number.
std::uint64_t takeVarint(std::string_view bytes, std::size_t& pos);
void putVarint(std::string& out, std::uint64_t value);

// The lists of a page, one after the other. Throws Error(Damaged) for what no page has.
class PageReader {
public:
    explicit PageReader(std::string_view page) : page_(page) {}
    bool next(); // false: that was all
    Trigram trigram = 0;
    std::string_view list; // of the page

private:
    std::string_view page_;
    std::size_t pos_ = 0;
};

// The ids of a list, one after the other.
class ListReader {
public:
    ListReader(std::string_view list, std::int64_t base) : id(base), list_(list) {}
    std::int64_t id;
    bool next() {
        if (pos_ == list_.size()) return false;
        id = static_cast<std::int64_t>(static_cast<std::uint64_t>(id) + takeVarint(list_, pos_));
        return true;
    }

private:
    std::string_view list_;
    std::size_t pos_ = 0;
};

// Trigrams of items that come in are noted first, then put to their lists many at a time: so a list is at
// hand once for all that it is given.
class TrigramLists {
public:
    explicit TrigramLists(std::int64_t base) : base_(base) { grow(); }
    // Items in ascending order.
    void add(std::int64_t item, std::string_view folded);
    void add(Trigram trigram, std::int64_t item);
    // A list of others, all of whose items come after those that are here.
    void add(Trigram trigram, std::string_view list, std::int64_t itsBase);

    std::int64_t base() const { return base_; }
    std::int64_t last() const { return last_; } // item; the base where there is none
    bool isEmpty() const { return lists_.empty(); }
    std::size_t bytes() const { return bytes_ + noted_.size(); } // of all lists, about

    struct Page {
        Trigram begin;
        std::string bytes;
    };
    std::vector<Page> pages() const;
    template <typename Each>
    void eachList(Each each) const { // in no order
        putNoted();
        for (const List& list : lists_) each(list.trigram, std::string_view(list.bytes));
    }

private:
    struct List {
        Trigram trigram;
        std::int64_t last; // of bytes
        std::string bytes;
    };
    struct Place {
        Trigram trigram;
        std::uint32_t list; // of lists_, from 1; 0: free
        std::uint32_t last; // item that was noted, as Note has it; all bits: none
    };
    static constexpr std::uint32_t kNone = UINT32_MAX;
    struct Note {
        std::uint32_t list; // of lists_, from 0
        std::uint32_t item; // more than the base
    };
    std::size_t placeOf(Trigram trigram) const { // its own, or the free one where it would stand
        std::size_t place = trigram * 0x9E3779B97F4A7C15U >> shift_;
        while (places_[place].list != 0 && places_[place].trigram != trigram)
            place = (place + 1) & (places_.size() - 1);
        return place;
    }
    Place& placeFor(Trigram trigram) {
        Place& place = places_[placeOf(trigram)];
        return place.list != 0 ? place : newList(trigram);
    }
    Place& newList(Trigram trigram);
    void note(Trigram trigram, std::int64_t item) {
        Place& place = placeFor(trigram);
        const auto more = static_cast<std::uint64_t>(item - base_);
        if (more >= kNone) return putFar(place.list - 1, item);
        if (place.last == more) return;
        place.last = static_cast<std::uint32_t>(more);
        noted_.push_back({place.list - 1, place.last});
    }
    void put(List& list, std::int64_t item) const;
    void putNoted() const;
    void putFar(std::uint32_t list, std::int64_t item);
    void grow();

    std::int64_t base_, last_ = base_;
    // What is noted belongs to the lists for whoever looks at them.
    mutable std::size_t bytes_ = 0;
    mutable std::vector<List> lists_;
    mutable std::vector<Note> noted_, inOrder_;
    mutable std::vector<std::uint32_t> begins_;
    std::vector<Place> places_; // by the trigram's hash
    unsigned shift_ = 64;
};

} // namespace core::store
