// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/json_text.h"

#include "core/store/bytes.h"

namespace core::store {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += "\\u00" + hexText(std::string_view(&c, 1));
        else
            out += c;
    }
    return out + '"';
}

} // namespace

std::string jsonObject(std::initializer_list<std::pair<const char*, std::string>> texts) {
    std::string out = "{";
    for (const auto& [name, text] : texts) {
        if (out.size() > 1) out += ',';
        out += quoted(name) + ':' + quoted(text);
    }
    return out + '}';
}

} // namespace core::store
