// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Translations for text that core writes into documents: a gettext .mo file, read without the C locale, so
// that a Danish PDF can be made from an English window. Not for windows: those go through wxTranslations on
// the same file.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace core::base {

enum class Language { Danish, English };

// Marks an English text of a table for the translation template; it is translated where it is shown.
constexpr const char* markText(const char* text) { return text; }

class Catalog {
public:
    explicit Catalog(Language language) : language_(language) {} // without a file: the English of the code

    // Reads `<localeFolder>/da/LC_MESSAGES/logbog.mo` for Danish; English needs no file.
    // Throws Error(NotFound, Damaged) where the Danish file is missing or is none.
    static Catalog load(Language language, const std::filesystem::path& localeFolder);

    Language language() const { return language_; }

    // The translation of an English text, or the text itself.
    const std::string& tr(const std::string& text) const;
    // For counted things. Both languages have two forms, chosen by n == 1; "%1" is replaced by the number.
    std::string trn(const std::string& one, const std::string& many, long long n) const;

private:
    Language language_;
    std::map<std::string, std::vector<std::string>> messages_;
};

// "%1", "%2" ... replaced by the arguments; a missing argument leaves its mark standing.
std::string fill(std::string text, const std::vector<std::string>& arguments);

} // namespace core::base
