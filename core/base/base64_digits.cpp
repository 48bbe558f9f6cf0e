// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64_digits.h"

#include <bit>
#include <cstring>

#ifdef __x86_64__
#include <tmmintrin.h>
#endif

namespace core::base {

namespace {

// The digits already shifted to their place in a quantum; kNoDigit marks what is no digit.
constexpr std::uint32_t kNoDigit = 0x1000000;
constexpr std::array<std::array<std::uint32_t, 256>, 4> makeShiftedTables() {
    std::array<std::array<std::uint32_t, 256>, 4> tables{};
    for (std::size_t place = 0; place < 4; ++place)
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[place][byte] =
                kBase64[byte] > 63 ? kNoDigit : static_cast<std::uint32_t>(kBase64[byte]) << (18 - 6 * place);
    return tables;
}
constexpr auto kShifted = makeShiftedTables();

static_assert(std::endian::native == std::endian::little);

std::uint32_t quantum(const unsigned char* from) {
    return kShifted[0][from[0]] | kShifted[1][from[1]] | kShifted[2][from[2]] | kShifted[3][from[3]];
}

// The first byte is the highest: swapped, it stands first in memory.
bool decodeFour(const unsigned char* in, char* out) {
    const std::uint32_t bits = quantum(in);
    if (bits >= kNoDigit) return false;
    const std::uint32_t bytes = __builtin_bswap32(bits << 8U);
    std::memcpy(out, &bytes, sizeof bytes);
    return true;
}

bool decodeEight(const unsigned char* in, char* out) {
    const std::uint32_t first = quantum(in);
    const std::uint32_t second = quantum(in + 4);
    if ((first | second) >= kNoDigit) return false;
    const std::uint64_t bytes = __builtin_bswap64(std::uint64_t{first} << 40U | std::uint64_t{second} << 16U);
    std::memcpy(out, &bytes, sizeof bytes);
    return true;
}

bool skipLineEnd(const unsigned char*& in, const unsigned char* end) {
    if (in == end || (*in != '\n' && *in != '\r')) return false;
    ++in;
    return true;
}

#ifdef __x86_64__

// Sixteen digits into twelve bytes, with four bytes of slack behind them. Returns how many digits stand
// before the first byte that is none. After Muła and Lemire, "Faster Base64 Encoding and Decoding Using AVX2
// Instructions", https://arxiv.org/abs/1704.00605: a byte is a digit where the marks of its two halves have
// no bit in common, and its value is the byte plus what its upper half says.
__attribute__((target("ssse3"))) std::size_t decodeSixteen(const unsigned char* in, char* out) {
    const __m128i lowMarks = _mm_setr_epi8(0x15, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x13,
                                           0x1A, 0x1B, 0x1B, 0x1B, 0x1A);
    const __m128i highMarks = _mm_setr_epi8(0x10, 0x10, 0x01, 0x02, 0x04, 0x08, 0x04, 0x08, 0x10, 0x10, 0x10,
                                            0x10, 0x10, 0x10, 0x10, 0x10);
    const __m128i shifts = _mm_setr_epi8(0, 16, 19, 4, -65, -65, -71, -71, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i half = _mm_set1_epi8(0x0F);
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(in));
    const __m128i high = _mm_and_si128(_mm_srli_epi32(bytes, 4), half);
    const __m128i marks = _mm_and_si128(_mm_shuffle_epi8(lowMarks, _mm_and_si128(bytes, half)),
                                        _mm_shuffle_epi8(highMarks, high));
    const __m128i isSlash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/')); // alone in its half: -1 is its shift
    const __m128i values = _mm_add_epi8(bytes, _mm_shuffle_epi8(shifts, _mm_add_epi8(isSlash, high)));
    const __m128i pairs =
        _mm_maddubs_epi16(values, _mm_set1_epi32(0x01400140));                // twelve bits in each sixteen
    const __m128i quanta = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00011000)); // 24 in each 32
    const __m128i packed =
        _mm_shuffle_epi8(quanta, _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), packed);
    const auto odd = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpgt_epi8(marks, _mm_setzero_si128())));
    return odd == 0 ? 16 : static_cast<std::size_t>(std::countr_zero(odd));
}

__attribute__((target("ssse3"))) void decodeBySixteen(const unsigned char*& from, const unsigned char* end,
                                                      char*& to) {
    const unsigned char* in = from;
    char* out = to;
    while (end - in >= 16) {
        const std::size_t whole = decodeSixteen(in, out) / 4;
        in += whole * 4;
        out += whole * 3;
        if (whole < 4 && !skipLineEnd(in, end)) break;
    }
    from = in;
    to = out;
}

#endif

} // namespace

void decodeDigits(const unsigned char*& from, const unsigned char* end, char*& to) {
#ifdef __x86_64__
    static const bool kCan = __builtin_cpu_supports("ssse3");
    if (kCan) decodeBySixteen(from, end, to);
#endif
    decodeDigitsPlainly(from, end, to);
}

void decodeDigitsPlainly(const unsigned char*& from, const unsigned char* end, char*& to) {
    const unsigned char* in = from;
    char* out = to;
    do {
        for (; end - in >= 8 && decodeEight(in, out); in += 8) out += 6;
        if (end - in >= 4 && decodeFour(in, out)) {
            in += 4;
            out += 3;
        }
    } while (skipLineEnd(in, end));
    from = in;
    to = out;
}

} // namespace core::base
