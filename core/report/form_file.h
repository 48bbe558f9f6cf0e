// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A log form as a data file (assets/logskema/*.json with "columns"): which columns the log has, in what order
// and how wide, and the words around it. assets/logskema/README.md describes the file. Not the rows.

#include "core/base/catalog.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace core::report {

inline constexpr const char* kUsualForm = "dansk";
inline constexpr double kLogWidthMm = 267; // of the log in landscape

struct BothLanguages {
    std::string danish, english;
    const std::string& in(base::Language language) const {
        return language == base::Language::Danish ? danish : english;
    }
};

struct FormColumn {
    std::string key;
    BothLanguages heading;
    double widthMm = 0; // scaled to the page
};

struct Form {
    std::string name;                 // of the file, without .json
    BothLanguages shown;              // under which it is offered
    BothLanguages title;              // over the document; empty: the program's own word
    std::vector<BothLanguages> notes; // at the foot of every page of the log
    bool newestFirst = true;
    std::vector<FormColumn> columns;

    bool has(std::string_view key) const;
};

// Throws base::Error: NotFound; InvalidInput for a name that is no plain file name; Damaged where the file is
// no form, with what is wrong in words.
Form loadForm(const std::filesystem::path& assetsFolder, const std::string& name);

struct FormChoice {
    std::string name;
    BothLanguages shown;
    std::string problem; // why it cannot be used; empty for a good one
};

// Every form in the folder, the usual one first, then by name. A damaged one is listed with its problem.
std::vector<FormChoice> listForms(const std::filesystem::path& assetsFolder);

} // namespace core::report
