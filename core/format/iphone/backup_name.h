// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The names that files have in a backup: the SHA-1 of "domain-path" in hexadecimal, in a folder of its first
// two digits. Not for proving anything: base/sha256.h.

#include <string>
#include <string_view>

namespace core::format::iphone {

// "HomeDomain", "Library/SMS/sms.db" -> "3d0d7e5fb2ce288813306e4d4636395e047a3d28".
std::string backupName(std::string_view domain, std::string_view path);

bool isBackupName(std::string_view fileName);

} // namespace core::format::iphone
