// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A passphrase in memory of its own that is locked where the system allows it, left out of core dumps, and
// wiped when the object dies or moves. Not a key: those are in core/store. What toolkits copy of a passphrase
// on its way here is theirs.

#include <cstddef>
#include <string_view>

namespace core::base {

class SecretText {
public:
    SecretText() = default;
    explicit SecretText(std::string_view text); // a copy; the caller wipes its own
    static SecretText ofCapacity(std::size_t bytes);
    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(SecretText&& other) noexcept;
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
    ~SecretText();

    std::string_view view() const { return {bytes_, size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    char* data() { return bytes_; }
    std::size_t capacity() const { return capacity_; }

    void resize(std::size_t size); // within the capacity; new bytes are what stood there, at first zeros
    void append(std::string_view text);
    void append(char byte) { append(std::string_view(&byte, 1)); }
    void clear(); // wipes
    bool operator==(const SecretText& other) const { return view() == other.view(); }

private:
    char* bytes_ = nullptr; // whole pages
    std::size_t size_ = 0, capacity_ = 0;
};

// The composed form (NFC), since keyboards and systems write å in two ways; without copies that stay behind.
SecretText composed(std::string_view text);

} // namespace core::base
