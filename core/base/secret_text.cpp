// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unistd.h>

namespace core::base {

namespace {

constexpr std::size_t kWidestUtf8 = 3; // bytes of one UTF-16 unit
constexpr std::size_t kWidestNfc = 3;  // units that composing can make of one

std::size_t wholePages(std::size_t bytes) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (bytes + page - 1) / page * page;
}

char16_t* units(SecretText& text) { return reinterpret_cast<char16_t*>(text.data()); }
std::int32_t unitCapacity(const SecretText& text) {
    return static_cast<std::int32_t>(text.capacity() / sizeof(char16_t));
}

} // namespace

SecretText SecretText::ofCapacity(std::size_t bytes) {
    SecretText text;
    const std::size_t size = wholePages(std::max<std::size_t>(bytes, 1));
    void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    // Both may be refused (limits, old systems): then the text is at least wiped.
    mlock(memory, size);
    madvise(memory, size, MADV_DONTDUMP);
    text.bytes_ = static_cast<char*>(memory);
    text.capacity_ = size;
    return text;
}

SecretText::SecretText(std::string_view text) { append(text); }

SecretText::SecretText(SecretText&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
}

SecretText::~SecretText() {
    if (bytes_ == nullptr) return;
    explicit_bzero(bytes_, capacity_);
    munmap(bytes_, capacity_); // unlocks, too
}

void SecretText::resize(std::size_t size) {
    if (size > capacity_) throw std::bad_alloc();
    size_ = size;
}

void SecretText::append(std::string_view text) {
    if (text.empty()) return;
    if (size_ + text.size() > capacity_) {
        SecretText larger = ofCapacity(2 * (size_ + text.size()));
        if (size_ > 0) std::memcpy(larger.bytes_, bytes_, size_);
        larger.size_ = size_;
        *this = std::move(larger); // the old pages go, wiped, with `larger`
    }
    std::memcpy(bytes_ + size_, text.data(), text.size());
    size_ += text.size();
}

void SecretText::clear() {
    if (bytes_ != nullptr) explicit_bzero(bytes_, capacity_);
    size_ = 0;
}

SecretText composed(std::string_view text) {
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii) return SecretText(text);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    // Buffers so large that ICU never needs one of its own.
    SecretText wide = SecretText::ofCapacity((text.size() + 1) * sizeof(char16_t));
    SecretText normal = SecretText::ofCapacity((kWidestNfc * text.size() + 1) * sizeof(char16_t));
    SecretText out = SecretText::ofCapacity(kWidestUtf8 * kWidestNfc * text.size() + 1);
    std::int32_t length = 0;
    u_strFromUTF8WithSub(units(wide), unitCapacity(wide), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
    length = unorm2_normalize(nfc, units(wide), length, units(normal), unitCapacity(normal), &status);
    std::int32_t bytes = 0;
    u_strToUTF8(out.data(), static_cast<std::int32_t>(out.capacity()), &bytes, units(normal), length,
                &status);
    if (U_FAILURE(status)) return SecretText(text);
    out.resize(static_cast<std::size_t>(bytes));
    return out;
}

} // namespace core::base
