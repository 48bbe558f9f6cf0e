// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample_folder.h"

#include <mutex>
#include <random>
#include <set>
#include <string>

namespace app {
namespace {

std::mutex& lock() {
    static std::mutex mutex;
    return mutex;
}

std::set<std::filesystem::path>& living() {
    static std::set<std::filesystem::path> folders;
    return folders;
}

void removeFolder(const std::filesystem::path& folder) {
    std::error_code ignored; // invented material; nothing depends on it
    std::filesystem::remove_all(folder, ignored);
}

} // namespace

SampleFolder::SampleFolder() {
    std::random_device random;
    path_ = std::filesystem::temp_directory_path() / ("logbog-" + std::to_string(random()));
    const std::lock_guard one(lock());
    living().insert(path_);
}

SampleFolder::~SampleFolder() {
    removeFolder(path_);
    const std::lock_guard one(lock());
    living().erase(path_);
}

void SampleFolder::removeAll() {
    const std::lock_guard one(lock());
    for (const auto& folder : living()) removeFolder(folder);
}

} // namespace app
