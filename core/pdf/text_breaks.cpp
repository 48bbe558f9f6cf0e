// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_breaks.h"

#include "core/base/error.h"

#include <memory>
#include <numeric>

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

namespace core::pdf {
namespace {

struct CloseBreaks {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) throw base::Error(base::ErrorCode::Internal, what, u_errorName(status));
}

// Opening an iterator is slow, so each thread keeps one of each kind.
UBreakIterator* iteratorOf(UBreakIteratorType type) {
    thread_local std::unique_ptr<UBreakIterator, CloseBreaks> lines;
    thread_local std::unique_ptr<UBreakIterator, CloseBreaks> graphemes;
    auto& kept = type == UBRK_LINE ? lines : graphemes;
    if (!kept) {
        UErrorCode status = U_ZERO_ERROR;
        kept.reset(ubrk_open(type, "en", nullptr, 0, &status));
        check(status, "the text break rules cannot be opened");
    }
    return kept.get();
}

std::vector<std::size_t> breaks(UBreakIteratorType type, std::u16string_view text, std::size_t begin,
                                std::size_t end) {
    std::vector<std::size_t> out;
    if (begin == end) return out;
    UBreakIterator* iterator = iteratorOf(type);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, text.data() + begin, static_cast<std::int32_t>(end - begin), &status);
    check(status, "the text cannot be searched for breaks");
    ubrk_first(iterator);
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        out.push_back(begin + static_cast<std::size_t>(at));
    }
    if (out.empty() || out.back() != end) out.push_back(end);
    return out;
}

bool isDigit(char16_t c) { return c >= u'0' && c <= u'9'; }

bool joinsNumbers(char16_t c) { return c == u'.' || c == u',' || c == u':' || c == u'-' || c == u'/'; }

// Between the numbers of "86–92"; dates and clocks, which are long, may part at their dash.
bool isWithinRange(std::u16string_view text, std::size_t at) {
    if (at < 2 || at >= text.size() || text[at - 1] != u'\u2013') return false;
    std::size_t first = at - 1, last = at;
    while (first > 0 && isDigit(text[first - 1])) --first;
    while (last < text.size() && isDigit(text[last])) ++last;
    if (first == at - 1 || last == at) return false;
    if (first > 0 && joinsNumbers(text[first - 1])) return false;
    return last + 1 >= text.size() || !joinsNumbers(text[last]) || !isDigit(text[last + 1]);
}

} // namespace

std::vector<std::size_t> lineBreaks(std::u16string_view text, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> found = breaks(UBRK_LINE, text, begin, end);
    std::erase_if(found, [&](std::size_t at) { return at < end && isWithinRange(text.substr(0, end), at); });
    return found;
}

std::vector<std::size_t> graphemeBreaks(std::u16string_view text, std::size_t begin, std::size_t end) {
    return breaks(UBRK_CHARACTER, text, begin, end);
}

int baseLevel(std::u16string_view text, int otherwise) {
    switch (ubidi_getBaseDirection(text.data(), static_cast<std::int32_t>(text.size()))) {
    case UBIDI_LTR:
        return 0;
    case UBIDI_RTL:
        return 1;
    default:
        return otherwise;
    }
}

std::vector<std::uint8_t> bidiLevels(std::u16string_view text, int paragraphLevel) {
    std::vector<std::uint8_t> out(text.size(), static_cast<std::uint8_t>(paragraphLevel));
    if (text.empty()) return out;
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    if (!bidi) throw std::bad_alloc();
    ubidi_setPara(bidi.get(), text.data(), static_cast<std::int32_t>(text.size()),
                  static_cast<UBiDiLevel>(paragraphLevel), nullptr, &status);
    const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
    check(status, "the direction of a text cannot be found");
    out.assign(levels, levels + text.size());
    return out;
}

std::vector<int> visualOrder(const std::vector<std::uint8_t>& runLevels) {
    std::vector<int> order(runLevels.size());
    std::iota(order.begin(), order.end(), 0);
    if (!order.empty()) {
        ubidi_reorderVisual(runLevels.data(), static_cast<std::int32_t>(runLevels.size()), order.data());
    }
    return order;
}

} // namespace core::pdf
