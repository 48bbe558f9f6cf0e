// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A list of which few members are in memory at a time: they are made when they are asked for. For what a
// document may have hundreds of thousands of. Not where they are kept: packed_rows.h, packed_messages.h.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace core::report {

// Always gives the same for the same number.
template <typename T>
class ListSource {
public:
    ListSource() = default;
    virtual ~ListSource() = default;
    ListSource(const ListSource&) = delete;
    ListSource& operator=(const ListSource&) = delete;

    virtual std::size_t size() const = 0;
    // Of `first` to before `end`, which is at most size(); none is null. On any thread, on several at once.
    // Dearer one by one than a few dozen at once.
    virtual std::vector<std::shared_ptr<const T>> some(std::size_t first, std::size_t end) const = 0;
};

template <typename T, typename Source = ListSource<T>>
class MadeList {
public:
    using Ref = std::shared_ptr<const T>; // never null

    // For a loop over all; a member lives as long as the loop is at it or a little longer.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        Iterator(const MadeList& list, std::size_t at) : list_(&list), at_(at) {}
        reference operator*() const {
            if (at_ < first_ || at_ >= first_ + block_.size()) {
                first_ = at_;
                block_ = list_->some(at_, std::min(list_->size(), at_ + kAtOnce));
            }
            return *block_[at_ - first_];
        }
        pointer operator->() const { return &**this; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        static constexpr std::size_t kAtOnce = 32; // what a packed block holds

        const MadeList* list_;
        std::size_t at_;
        mutable std::vector<Ref> block_; // around `at_`
        mutable std::size_t first_ = 0;  // of the block
    };

    MadeList() = default; // none
    explicit MadeList(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

    std::size_t size() const { return source_ ? source_->size() : 0; }
    bool empty() const { return size() == 0; }
    std::vector<Ref> some(std::size_t first, std::size_t end) const { return source_->some(first, end); }
    Ref at(std::size_t i) const { return source_->some(i, i + 1).front(); }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

protected:
    std::shared_ptr<const Source> source_; // shared by copies of the document: it never changes
};

} // namespace core::report
