// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_walk.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a case among the files is left alone") {
    const tests::TempFolder folder;
    folder.write("a.txt", "x");
    folder.write("sag/case.logbog", "x");
    folder.write("sag/objects/00/00", "x");
    CHECK(core::import::filesUnder({folder.path()}).size() == 1);
}

TEST_CASE("folders are walked in order; hidden files and links are not followed") {
    const tests::TempFolder folder;
    folder.write("b/2.txt", "x");
    folder.write("a.txt", "x");
    folder.write("b/.hidden", "x");
    folder.write(".secret/3.txt", "x");
    std::filesystem::create_symlink(folder.path() / "a.txt", folder.path() / "link.txt");
    std::filesystem::create_directory_symlink(folder.path() / "b", folder.path() / "loop");
    const auto files = core::import::filesUnder({folder.path()});
    REQUIRE(files.size() == 2);
    CHECK(files[0].filename() == "a.txt");
    CHECK(files[1].filename() == "2.txt");
}
