// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files that lie beside the one that is read, held in memory. For tests of readers that look around.

#include "core/format/reader.h"

#include <map>
#include <string>

namespace tests {

class Folder : public core::format::Surroundings {
public:
    explicit Folder(std::map<std::string, std::string> files) : files_(std::move(files)) {
        for (const auto& [name, bytes] : files_) names_.push_back(name);
    }
    std::unique_ptr<core::base::SeekableSource> open(std::string_view path) override {
        const auto found = files_.find(std::string(path));
        if (found == files_.end()) return nullptr;
        return std::make_unique<core::base::MemorySource>(found->second);
    }
    const std::vector<std::string>& beside() override { return names_; }

private:
    std::map<std::string, std::string> files_;
    std::vector<std::string> names_;
};

} // namespace tests
