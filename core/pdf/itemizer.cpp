// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/itemizer.h"

#include "core/pdf/display_text.h"
#include "core/pdf/text_breaks.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace core::pdf {
namespace {

bool isOwnScript(int script) { return script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN; }

int scriptOf(std::u16string_view grapheme) {
    for (std::size_t pos = 0; pos < grapheme.size();) {
        UErrorCode status = U_ZERO_ERROR;
        const int script = uscript_getScript(static_cast<UChar32>(nextCodePoint16(grapheme, pos)), &status);
        if (U_SUCCESS(status) && isOwnScript(script)) return script;
    }
    return USCRIPT_COMMON;
}

// The script of every grapheme; those of no script take the one before, at the start the one after.
std::vector<int> resolveScripts(std::u16string_view text, std::size_t begin,
                                const std::vector<std::size_t>& ends) {
    std::vector<int> scripts;
    scripts.reserve(ends.size());
    std::size_t from = begin;
    for (const std::size_t to : ends) {
        scripts.push_back(scriptOf(text.substr(from, to - from)));
        from = to;
    }
    const auto firstOwn = std::find_if(scripts.begin(), scripts.end(), isOwnScript);
    int last = firstOwn == scripts.end() ? static_cast<int>(USCRIPT_LATIN) : *firstOwn;
    for (int& script : scripts) {
        if (!isOwnScript(script)) script = last;
        last = script;
    }
    return scripts;
}

bool continues(const LogicalRun& run, const LogicalRun& next) {
    return run.style == next.style && run.level == next.level && run.key == next.key;
}

// They have done their work when the levels are known. A sign of no width between two runs would part the
// words around it for programs that read the page.
bool isIsolate(std::u16string_view grapheme) {
    return grapheme.size() == 1 && grapheme[0] >= 0x2066 && grapheme[0] <= 0x2069;
}

constexpr std::size_t kLongestKept = 40; // units; a longer one seldom comes again

// Words and blanks apart: no script joins letters over a blank.
std::vector<LogicalRun> cutAtBlanks(std::u16string_view text, const std::vector<LogicalRun>& runs) {
    std::vector<LogicalRun> words;
    words.reserve(2 * runs.size());
    for (const LogicalRun& run : runs) {
        for (std::size_t from = run.begin; from < run.end;) {
            std::size_t to = from + 1;
            while (to < run.end && (text[to] == u' ') == (text[from] == u' ')) ++to;
            LogicalRun& word = words.emplace_back(run);
            word.begin = from;
            word.end = to;
            from = to;
        }
    }
    return words;
}

} // namespace

bool isSimple(std::u16string_view text) {
    constexpr char16_t kFirstComplex = 0x0590;
    return std::all_of(text.begin(), text.end(), [](char16_t c) {
        return c < kFirstComplex || (c >= 0x2010 && c <= 0x2026) || c == 0x20AC || c == 0x2122;
    });
}

HanStyle hanStyle(std::u16string_view text, const std::string& language) {
    for (std::size_t pos = 0; pos < text.size();) {
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(static_cast<UChar32>(nextCodePoint16(text, pos)), &status)) {
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
            return HanStyle::Japanese;
        case USCRIPT_HANGUL:
            return HanStyle::Korean;
        case USCRIPT_BOPOMOFO:
            return HanStyle::Traditional;
        default:
            break;
        }
    }
    if (language.starts_with("ja")) return HanStyle::Japanese;
    if (language.starts_with("ko")) return HanStyle::Korean;
    if (language.starts_with("zh-Hant") || language.starts_with("zh-TW")) return HanStyle::Traditional;
    return HanStyle::Simplified;
}

// The set of fonts is shared by all threads and slow to ask; most graphemes are a single letter of few.
FontId Itemizer::fontOf(std::u16string_view grapheme, int script, Face face, HanStyle han) {
    if (grapheme.size() != 1) return fonts_.choose(grapheme, script, face, han);
    const std::uint64_t key = grapheme[0] | static_cast<std::uint64_t>(script + 2) << 16U |
                              static_cast<std::uint64_t>(face == Face::Bold ? 1 : 0) << 32U |
                              static_cast<std::uint64_t>(han) << 33U;
    const auto [found, isNew] = ofSingle_.try_emplace(key, kNoFont);
    if (isNew) found->second = fonts_.choose(grapheme, script, face, han);
    return found->second;
}

std::vector<LogicalRun> Itemizer::itemize(const StyledText& styled, std::size_t begin, std::size_t end,
                                          int level) {
    const std::u16string_view text = styled.text;
    const std::vector<std::uint8_t> levels = bidiLevels(text.substr(begin, end - begin), level);
    const std::vector<std::size_t> ends = graphemeBreaks(text, begin, end);
    const std::vector<int> scripts = resolveScripts(text, begin, ends);
    const HanStyle han = hanStyle(text.substr(begin, end - begin), language_);

    std::vector<LogicalRun> runs;
    std::size_t from = begin;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        LogicalRun next;
        next.begin = from;
        next.end = ends[i];
        next.style = styled.styleOf[from];
        next.level = levels[from - begin];
        next.key.script = scripts[i];
        next.key.rightToLeft = next.level % 2 == 1;
        const std::u16string_view grapheme = text.substr(from, ends[i] - from);
        if (isIsolate(grapheme)) {
            from = ends[i];
            continue;
        }
        const bool blank = grapheme == u" ";
        // A blank stays with the word before it, so that a sentence in one script is one run.
        next.key.font = blank && !runs.empty() && runs.back().key.font != kNoFont &&
                                runs.back().style == next.style &&
                                fonts_.file(runs.back().key.font).covers(' ') &&
                                !fonts_.file(runs.back().key.font).hasColorBitmaps()
                            ? runs.back().key.font
                            : fontOf(grapheme, scripts[i], styled.styles[next.style].face, han);
        if (!runs.empty() && runs.back().end == next.begin && continues(runs.back(), next)) {
            runs.back().end = next.end;
        } else {
            runs.push_back(next);
        }
        from = ends[i];
    }
    std::vector<LogicalRun> words = cutAtBlanks(text, runs);
    for (LogicalRun& run : words) {
        const bool standsAlone =
            (run.begin == begin || text[run.begin - 1] == u' ' || text[run.begin] == u' ') &&
            (run.end == end || text[run.end] == u' ' || text[run.end - 1] == u' ');
        if (standsAlone && run.end - run.begin <= kLongestKept)
            run.word = &words_.word(text.substr(run.begin, run.end - run.begin), run.key);
        else
            run.shape = shaper_.shape(text, run.begin, run.end, run.key);
    }
    return words;
}

} // namespace core::pdf
