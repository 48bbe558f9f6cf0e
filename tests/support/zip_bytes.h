// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Archives made for tests.

#include <string>
#include <utility>
#include <vector>

namespace tests {

using ZipFiles = std::vector<std::pair<std::string, std::string>>; // name as written, bytes

// With a passphrase the files are encrypted as WinZip does it (AES-256).
std::string zipBytes(const ZipFiles& files, const std::string& passphrase = {}, const char* format = "zip");

} // namespace tests
