// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_text.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tests {

std::vector<std::string> pdfPages(const std::filesystem::path& pdf) {
    const std::filesystem::path text = pdf.string() + ".txt";
    const std::string command = "pdftotext -enc UTF-8 '" + pdf.string() + "' '" + text.string() + "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("pdftotext failed on " + pdf.string());
    std::ifstream file(text);
    std::ostringstream all;
    all << file.rdbuf();
    std::string content = all.str();
    for (std::size_t at = 0; (at = content.find("\u00a0", at)) != std::string::npos;)
        content.replace(at, 2, " ");
    std::vector<std::string> pages;
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = std::min(content.find('\f', begin), content.size());
        pages.push_back(content.substr(begin, end - begin));
        begin = end + 1;
    }
    return pages;
}

} // namespace tests
