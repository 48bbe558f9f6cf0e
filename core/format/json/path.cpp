// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/path.h"

namespace core::format::json {

Path pathOf(std::string_view written) {
    Path path;
    while (!written.empty()) {
        if (written.starts_with("[]")) {
            path.push_back({Step::Kind::Element, {}});
            written.remove_prefix(2);
            continue;
        }
        if (written.starts_with(".")) written.remove_prefix(1);
        const std::string_view name = written.substr(0, written.find_first_of(".["));
        path.push_back({name == "*" ? Step::Kind::AnyName : Step::Kind::Name, std::string(name)});
        written.remove_prefix(name.size());
    }
    return path;
}

} // namespace core::format::json
