// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/file_index.h"

#include <catch2/catch_test_macros.hpp>

using core::import::FileIndex;

TEST_CASE("a file is found by the path that an export writes, wherever the export lies") {
    FileIndex index;
    index.add("/home/a/export/your_activity/messages/inbox/mads_1/photos/1.jpg", 1);
    index.add("/home/a/export/your_activity/messages/inbox/sofie_2/photos/1.jpg", 2);
    index.add("/home/a/wa.zip/IMG-20230514-WA0001.jpg", 3);
    index.add("/home/a/other.zip/IMG-20230514-WA0001.jpg", 4);
    const std::string mads = "/home/a/export/your_activity/messages/inbox/mads_1/message_1.json";
    CHECK(index.find("messages/inbox/mads_1/photos/1.jpg", mads) == 1);
    CHECK(index.find("messages/inbox/sofie_2/photos/1.jpg", mads) == 2);
    CHECK(index.find("photos/1.jpg", mads) == 1);
    CHECK(index.find("./photos\\1.jpg", mads) == 1);
    CHECK(index.find("IMG-20230514-WA0001.jpg", "/home/a/wa.zip/_chat.txt") == 3);
    CHECK(index.find("IMG-20230514-WA0001.jpg", "/home/a/other.zip/_chat.txt") == 4);
}

TEST_CASE("a name alone means a file near by, never one somewhere else, and never one of two") {
    FileIndex index;
    index.add("/home/a/one.zip/x/1.jpg", 1);
    index.add("/home/a/one.zip/y/1.jpg", 2);
    index.add("/home/a/two.zip/2.jpg", 3);
    CHECK_FALSE(index.find("1.jpg", "/home/a/one.zip/chat.txt"));
    CHECK(index.find("1.jpg", "/home/a/one.zip/x/chat.txt") == 1);
    CHECK_FALSE(index.find("2.jpg", "/home/a/one.zip/chat.txt"));
    CHECK_FALSE(index.find("3.jpg", "/home/a/one.zip/chat.txt"));
    CHECK_FALSE(index.find("", "/home/a/one.zip/chat.txt"));
    CHECK_FALSE(index.find("../..", "/home/a/one.zip/chat.txt"));
}

TEST_CASE("an export in parts is one: a path finds its file in another part") {
    FileIndex index;
    index.add("/d/takeout-001.zip/messages/inbox/m_1/message_1.json", 1);
    index.add("/d/takeout-002.zip/messages/inbox/m_1/photos/7.jpg", 2);
    CHECK(index.find("messages/inbox/m_1/photos/7.jpg",
                     "/d/takeout-001.zip/messages/inbox/m_1/message_1.json") == 2);
}

TEST_CASE("å is one letter, however the name was written") {
    FileIndex index;
    index.add("/d/a\xCC\x8A.jpg", 1); // a and a ring
    CHECK(index.find("\xC3\xA5.jpg", "/d/chat.txt") == 1);
    CHECK(index.beside("/d/chat.txt") == std::vector<std::string>{"\xC3\xA5.jpg"});
}
