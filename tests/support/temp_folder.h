// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A folder of a test's own, removed with everything in it at the end.

#include <filesystem>
#include <string>
#include <string_view>

namespace tests {

class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name,
                                std::string_view bytes) const; // makes folders on the way

private:
    std::filesystem::path path_;
};

std::string readFile(const std::filesystem::path& path);

} // namespace tests
