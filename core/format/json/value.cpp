// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/json/value.h"

#include <charconv>

namespace core::format::json {

const Value* Value::find(std::string_view name) const {
    if (!isObject()) return nullptr;
    for (auto it = items.rbegin(); it != items.rend(); ++it)
        if (it->key == name) return &*it;
    return nullptr;
}

std::string_view Value::textOf(std::string_view name) const {
    const Value* member = find(name);
    return member != nullptr && member->isString() ? std::string_view(member->text) : std::string_view();
}

std::optional<std::int64_t> Value::integer() const {
    if (!isNumber() && !isString()) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::int64_t> Value::integerOf(std::string_view name) const {
    const Value* member = find(name);
    return member != nullptr ? member->integer() : std::nullopt;
}

bool Value::isTrueAt(std::string_view name) const {
    const Value* member = find(name);
    return member != nullptr && member->isTrue();
}

} // namespace core::format::json
