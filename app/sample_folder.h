// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A new folder for the invented case under the system's folder for passing files; gone with this object, and
// with the program. Never a case of the user's.

#include <filesystem>

namespace app {

class SampleFolder {
public:
    SampleFolder(); // names it; whoever makes the case makes the folder
    ~SampleFolder();
    SampleFolder(const SampleFolder&) = delete;
    SampleFolder& operator=(const SampleFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    // Where the program ends without unwinding: all that are left go now. On any thread.
    static void removeAll();

private:
    std::filesystem::path path_;
};

} // namespace app
