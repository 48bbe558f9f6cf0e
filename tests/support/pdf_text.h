// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The text of a PDF as pdftotext reads it: an independent reader of what we wrote.

#include <filesystem>
#include <string>
#include <vector>

namespace tests {

std::vector<std::string> pdfPages(const std::filesystem::path& pdf); // fails the test where pdftotext fails

} // namespace tests
