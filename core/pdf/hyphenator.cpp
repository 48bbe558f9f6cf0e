// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/hyphenator.h"

#include "core/pdf/display_text.h"

#include <array>
#include <cstdlib>
#include <filesystem>

#include <hyphen.h>
#include <unicode/uchar.h>

namespace core::pdf {
namespace {

constexpr std::size_t kLongestWord = 100; // more is no word
constexpr std::array kFolders{"/usr/share/hyphen", "/usr/share/myspell/dicts"};

std::filesystem::path fileOf(const std::string& language) {
    const char* name = language.starts_with("da")   ? "hyph_da_DK.dic"
                       : language.starts_with("en") ? "hyph_en_GB.dic"
                                                    : nullptr;
    for (const char* folder : kFolders) {
        std::error_code none;
        const auto path = std::filesystem::path(folder) / (name ? name : "");
        if (name && std::filesystem::is_regular_file(path, none)) return path;
    }
    return {};
}

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

} // namespace

struct Hyphenator::Dictionary {
    HyphenDict* data = nullptr;
    bool isLatin1 = false;
    ~Dictionary() {
        if (data) hnj_hyphen_free(data);
    }
};

Hyphenator::Hyphenator(std::string language) : language_(std::move(language)) {}
Hyphenator::~Hyphenator() = default;

std::vector<std::size_t> Hyphenator::places(std::u16string_view word) {
    if (!isLoaded_) {
        isLoaded_ = true;
        if (const auto file = fileOf(language_); !file.empty()) {
            dictionary_ = std::make_unique<Dictionary>();
            dictionary_->data = hnj_hyphen_load(file.c_str());
            dictionary_->isLatin1 = dictionary_->data && dictionary_->data->utf8 == 0;
            if (!dictionary_->data) dictionary_.reset();
        }
    }
    if (!dictionary_ || word.empty() || word.size() > kLongestWord) return {};
    std::string bytes; // of the dictionary's encoding; in both the letters of these languages are one unit
    for (const char16_t unit : word) {
        const auto c = static_cast<char32_t>(u_tolower(unit));
        if (c > (dictionary_->isLatin1 ? 0xFFU : 0x7FFU)) return {};
        if (dictionary_->isLatin1)
            bytes += static_cast<char>(c);
        else
            appendUtf8(bytes, c);
    }
    std::vector<char> marks(bytes.size() + 5, 0);
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    std::vector<std::size_t> places;
    const int failed =
        hnj_hyphen_hyphenate3(dictionary_->data, bytes.c_str(), static_cast<int>(bytes.size()), marks.data(),
                              nullptr, &replacements, &positions, &cuts, 2, 3, 2, 3);
    for (std::size_t i = 0; !failed && i + 1 < word.size(); ++i)
        if ((marks[i] & 1) != 0 && !(replacements && replacements[i])) places.push_back(i + 1);
    for (std::size_t i = 0; replacements && i < bytes.size(); ++i) std::free(replacements[i]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return places;
}

} // namespace core::pdf
