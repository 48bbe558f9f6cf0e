// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reader of JSON looks at before it says whether a file is its own: the values at its paths that are
// whole within the first bytes.

#include "core/format/json/stream.h"
#include "core/format/reader.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::chat {

class JsonLook {
public:
    using OnElement = std::function<void(std::size_t path, const json::Place&, const json::Value&)>;
    using OnField = std::function<void(const json::Place&, const json::Value&)>;

    // Nothing is told of what does not begin as a JSON object or list.
    static void over(std::string_view head, const std::vector<std::string>& paths, const OnElement& onElement,
                     const OnField& onField = {});
    static bool isJson(std::string_view head, std::string_view opening = "{[");
};

// The values of a file of one a line, as far as `head` reaches.
void lookAtLines(std::string_view head, const std::function<void(const json::Value&)>& onLine);

} // namespace core::format::chat
