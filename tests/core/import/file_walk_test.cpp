// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_walk.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/stat.h>

using core::import::filesUnder;

TEST_CASE("a case among the files is left alone, and named") {
    const tests::TempFolder folder;
    folder.write("a.txt", "x");
    folder.write("sag/case.logbog", "x");
    folder.write("sag/objects/00/00", "x");
    const auto walk = filesUnder({folder.path()});
    CHECK(walk.files.size() == 1);
    REQUIRE(walk.passedOver.size() == 1);
    CHECK(walk.passedOver[0].path == folder.path() / "sag");
    CHECK(std::string(codeOf(walk.passedOver[0].reason)) == "case");
}

TEST_CASE("folders are walked in order; hidden files, links and pipes are passed over and named") {
    const tests::TempFolder folder;
    folder.write("b/2.txt", "x");
    folder.write("a.txt", "x");
    folder.write("b/.hidden", "x");
    folder.write(".secret/3.txt", "x");
    std::filesystem::create_symlink(folder.path() / "a.txt", folder.path() / "link.txt");
    std::filesystem::create_directory_symlink(folder.path() / "b", folder.path() / "loop");
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    const auto walk = filesUnder({folder.path()});
    REQUIRE(walk.files.size() == 2);
    CHECK(walk.files[0].path.filename() == "a.txt");
    CHECK(walk.files[1].path.filename() == "2.txt");
    std::string passed;
    for (const auto& one : walk.passedOver)
        passed += one.path.filename().string() + "=" + codeOf(one.reason) + " ";
    CHECK(passed == ".secret=hidden .hidden=hidden link.txt=link loop=link pipe=other ");
}

TEST_CASE("a picture in the bin of an Android phone is a file as any other") {
    const tests::TempFolder folder;
    folder.write(".trashed-1684092645-IMG_20230514_213045.jpg", "x");
    const auto walk = filesUnder({folder.path()});
    CHECK(walk.files.size() == 1);
    CHECK(walk.passedOver.empty());
}

TEST_CASE("the folders of a mailbox whose names begin with a dot are walked") {
    const tests::TempFolder folder;
    folder.write("Maildir/.Sent/cur/1684092645.1.host:2,S", "x");
    std::filesystem::create_directories(folder.path() / "Maildir/.Sent/new");
    folder.write("Maildir/.settings/x", "x");
    const auto walk = filesUnder({folder.path()});
    REQUIRE(walk.files.size() == 1);
    CHECK(walk.files[0].folder.ends_with("Maildir/.Sent/cur"));
    CHECK(walk.passedOver.size() == 1);
}
