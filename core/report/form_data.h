// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What may change without a new program: columns of the log form, incident types, whom to call. Read from
// assets/logskema/*.json. Not the user's own tags, and nothing of a case.

#include "core/base/catalog.h"
#include "core/model/incident_type.h"
#include "core/report/form_file.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace core::report {

struct TypeGroup {
    std::string code, danish, english;
};

// One step of the ladder of kinds; its incident types.
struct LadderRung {
    std::string danish, english;
    std::vector<std::string> types;
};

struct HelpContact {
    std::string name, english; // of the place, in both languages
    std::string phone, hours, hoursEnglish, email, note, noteEnglish;
    bool verify = false; // true: not confirmed; say so beside it
};

struct EmojiName {
    std::string emoji, danish, english;
};

struct FormData {
    Form log;
    std::vector<TypeGroup> groups;
    std::vector<model::IncidentType> types;
    std::vector<LadderRung> ladder; // the lowest first
    std::vector<HelpContact> help;
    std::vector<EmojiName> emoji;

    // The word for a code; the code itself where the file does not have it.
    std::string typeName(std::string_view code, base::Language language) const;
    std::string groupName(std::string_view code, base::Language language) const;
    std::string groupOf(std::string_view type) const; // "other" for an unknown type
    // "vredt ansigt, bil": the emoji of a text in words, each once; those without a name are passed over.
    std::string emojiIn(std::string_view text, base::Language language) const;
};

// `assetsFolder` holds logskema/types.json, help.json, emoji.json, and a file for each form.
// Throws base::Error: NotFound, Io; Damaged where a file is no JSON of this shape; as loadForm.
FormData loadFormData(const std::filesystem::path& assetsFolder, const std::string& form = kUsualForm);

} // namespace core::report
