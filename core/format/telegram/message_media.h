// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a Telegram message carries besides its text: files, places, contacts, polls.

#include "core/format/item_record.h"
#include "core/format/json/value.h"

#include <string>

namespace core::format::telegram {

// "text": a string, or pieces of which links have their address.
std::string textOf(const json::Value* text);

// Adds attachments and lines of text. Returns how many files the message had, also those that are not there.
std::size_t addMedia(const json::Value& value, ItemRecord& record);

} // namespace core::format::telegram
