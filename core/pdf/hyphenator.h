// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a word of the document's language may be broken (libhyphen with the dictionaries of the system). Not
// whether it should be: line_layout.h.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf {

class Hyphenator {
public:
    // "da-DK", "en-GB"; the dictionary is read when the first word is asked for. Without one, and for any
    // other language, no word has a place.
    explicit Hyphenator(std::string language);
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    // Ascending; each is the number of UTF-16 units before the hyphen. `word` is of letters alone. Breaks
    // that would change the spelling are left out.
    std::vector<std::size_t> places(std::u16string_view word);

private:
    struct Dictionary;
    std::string language_;
    std::unique_ptr<Dictionary> dictionary_;
    bool isLoaded_ = false;
};

} // namespace core::pdf
