// SPDX-License-Identifier: GPL-3.0-or-later
// Whose each of our files is: no reader takes another one's.
#include "core/format/registry.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 64 * 1024;

// The folders are called after the readers; these hold files of several.
const std::map<std::string, std::set<std::string>>& readersOfFolder() {
    static const std::map<std::string, std::set<std::string>> all{
        {"document", {"document", "table"}}, {"json", {"messenger", "telegram"}},
        {"mail", {"mbox", "eml"}},           {"sms", {"sms-backup"}},
        {"table", {"table", "document"}},    {"foreign-page", {"document"}},
    };
    return all;
}

std::string readerOf(const fs::path& path) {
    const std::string bytes = tests::readFile(path);
    core::format::ProbeInput input;
    input.head = std::string_view(bytes).substr(0, kHead);
    input.fileName = path.filename().string();
    input.size = bytes.size();
    input.whole = [&] { return std::make_unique<core::base::MemorySource>(bytes); };
    // Pages of Messenger are known by the box they stand in.
    if (path.parent_path().filename() == "messenger-html") input.folder = "messages/inbox/x";
    const auto* reader = core::format::findReader(input);
    return reader != nullptr ? reader->code() : "none";
}

} // namespace

TEST_CASE("every file of the tests is taken by the reader whose it is") {
    const fs::path data(LOGBOG_TEST_DATA);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(data)) {
        if (!entry.is_regular_file() || entry.path().extension() == ".py") continue;
        const std::string folder = entry.path().lexically_relative(data).begin()->string();
        if (folder == "golden") continue; // pages, no exports
        const std::string code = readerOf(entry.path());
        ++files;
        INFO(entry.path().lexically_relative(data).string() << " is taken for " << code);
        const auto several = readersOfFolder().find(folder);
        if (several != readersOfFolder().end())
            CHECK(several->second.count(code) == 1);
        else
            CHECK(code == folder);
    }
    CHECK(files > 50);
}

TEST_CASE("a zip that holds a document is an archive, and not that document") {
    const fs::path data(LOGBOG_TEST_DATA);
    const auto held = [](const std::string& name, const std::string& bytes) {
        std::string zip = "PK\x03\x04" + std::string(26, '\0') + name + bytes;
        zip[26] = static_cast<char>(name.size());
        return zip;
    };
    for (const char* name : {"imazing/beskeder.xlsx", "document/letter.docx", "document/letter.odt"}) {
        const std::string bytes = tests::readFile(data / name);
        REQUIRE(bytes.size() > 500);
        const std::string zip = held("x.bin", bytes);
        const std::string_view head = std::string_view(zip).substr(0, kHead);
        CHECK(core::format::findReader({head, "x.zip", zip.size()})->code() == std::string("archive"));
    }
}

TEST_CASE("the codes of the readers are one each") {
    std::set<std::string> codes;
    for (const auto& reader : core::format::readers()) {
        CHECK(codes.insert(reader->code()).second);
        CHECK(core::format::readerByCode(reader->code()) == reader.get());
    }
}
