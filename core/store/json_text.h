// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The few small JSON objects that the store itself writes into the custody chain. Not a JSON library.

#include <initializer_list>
#include <string>
#include <utility>

namespace core::store {

std::string jsonObject(std::initializer_list<std::pair<const char*, std::string>> texts);

} // namespace core::store
