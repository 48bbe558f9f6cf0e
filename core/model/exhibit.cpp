// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/exhibit.h"

#include "core/model/code_table.h"

#include <array>

namespace core::model {

namespace {
constexpr std::array<const char*, 4> kExhibitKindCodes{"conversation", "mail", "pictures", "documents"};
} // namespace

const char* codeOf(ExhibitKind value) { return codeAt(kExhibitKindCodes, value); }
std::optional<ExhibitKind> exhibitKindOf(std::string_view code) {
    return valueOf<ExhibitKind>(kExhibitKindCodes, code);
}

} // namespace core::model
