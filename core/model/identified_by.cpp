// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/identified_by.h"

namespace core::model {

const char* identifiedByOf(std::string_view asWritten) {
    switch (guessIdentifierKind(asWritten)) {
    case IdentifierKind::Phone:
        return "number";
    case IdentifierKind::Email:
        return "email";
    case IdentifierKind::Profile:
    case IdentifierKind::Name:
        break;
    }
    return "profile";
}

} // namespace core::model
