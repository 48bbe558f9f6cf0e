// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Objects of the command line's JSON: keys in a fixed order, null where there is nothing, UTF-8 as it is.

#include <optional>
#include <ostream>
#include <string>

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>

namespace app::cli {

using JsonObject = Poco::JSON::Object;
using JsonArray = Poco::JSON::Array;

inline JsonObject::Ptr newJson() { return new JsonObject(Poco::JSON_PRESERVE_KEY_ORDER); }

inline Poco::Dynamic::Var orNull(const std::optional<std::string>& text) {
    return text ? Poco::Dynamic::Var(*text) : Poco::Dynamic::Var();
}

inline void printLine(std::ostream& out, const JsonObject& object) {
    object.stringify(out);
    out << '\n';
}

} // namespace app::cli
