// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads threads in tests, with the files that came with them.

#include "core/format/messenger/messenger_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

#include <map>

namespace tests {

// The files of an export, by their whole path.
class FilesAround : public core::format::Surroundings {
public:
    explicit FilesAround(std::map<std::string, std::string> files) : files_(std::move(files)) {}
    std::unique_ptr<core::base::SeekableSource> open(std::string_view path) override {
        for (const auto& [name, bytes] : files_)
            if (name.ends_with(path)) return std::make_unique<core::base::MemorySource>(bytes);
        return nullptr;
    }
    const std::vector<std::string>& beside() override { return none_; }

private:
    std::map<std::string, std::string> files_;
    std::vector<std::string> none_;
};

inline std::string messengerFile(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/messenger/" + name);
}

struct ThreadFrom {
    std::string folder = "your_activity_across_facebook/messages/inbox/jensbrandt_1012345678";
    core::format::Surroundings* around = nullptr;
};

inline Collected readThread(std::string_view bytes, const ThreadFrom& from = {}) {
    auto context = contextFor(bytes);
    context.folder = from.folder;
    context.around = from.around;
    Dripping source(bytes, 777);
    Collected out;
    core::format::MessengerReader().read(source, context, out);
    return out;
}

} // namespace tests
