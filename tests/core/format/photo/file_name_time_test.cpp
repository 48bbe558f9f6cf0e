// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/file_name_time.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::format::photo::isScreenshotName;
using core::format::photo::timeFromFileName;

namespace {

std::string read(const char* name) {
    const auto time = timeFromFileName(name);
    if (!time) return "";
    const auto& c = time->civil;
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
    std::string out = text;
    if (time->precision < Precision::Day) {
        std::snprintf(text, sizeof text, " %02d:%02d:%02d", c.hour, c.minute, c.second);
        out += text;
    }
    if (time->precision == Precision::Millisecond) out += "." + std::to_string(c.millisecond);
    CHECK_FALSE(time->offsetSeconds); // no name writes one
    if (time->isUtc) out += "Z";
    return out;
}

} // namespace

TEST_CASE("the names phones and programs give tell their time") {
    const std::pair<const char*, const char*> names[] = {
        {"Screenshot_20230514-213045.png", "2023-05-14 21:30:45"},
        {"Screenshot_20230514_213045_Messenger.jpg", "2023-05-14 21:30:45"},
        {"Screenshot_20230514-213045_Messenger.jpg", "2023-05-14 21:30:45"},
        {"Screenshot_2023-05-14-21-30-45-123_com.facebook.orca.jpg", "2023-05-14 21:30:45.123"},
        {"Sk\xC3\xA6rmbillede 2023-05-14 kl. 21.30.45.png", "2023-05-14 21:30:45"},
        {"Screenshot 2023-05-14 at 21.30.45.png", "2023-05-14 21:30:45"},
        {"Screenshot 2023-05-14 at 9.30.45\xE2\x80\xAFPM.png", "2023-05-14 21:30:45"},
        {"Screenshot 2023-05-14 at 12.30.45 AM.png", "2023-05-14 00:30:45"},
        {"Sk\xC3\xA6rmbillede 2023-05-14 213045.png", "2023-05-14 21:30:45"},
        {"IMG_20230514_213045.jpg", "2023-05-14 21:30:45"},
        {"20230514_213045.jpg", "2023-05-14 21:30:45"},
        {"PXL_20230514_193045123.jpg", "2023-05-14 19:30:45.123Z"},
        {"PXL_20230514_193045123.MP.jpg", "2023-05-14 19:30:45.123Z"},
        {"IMG-20230514-WA0001.jpg", "2023-05-14"},
        {"PTT-20230514-WA0000.opus", "2023-05-14"},
        {"00000012-PHOTO-2023-05-14-21-30-45.jpg", "2023-05-14 21:30:45"},
        {"signal-2023-05-14-213045.jpg", "2023-05-14 21:30:45"},
        {"signal-2023-05-14-21-30-45-123.jpg", "2023-05-14 21:30:45.123"},
        {"photo_1@14-05-2023_21-30-45.jpg", "2023-05-14 21:30:45"},
        {"FB_IMG_1684092645123.jpg", "2023-05-14 19:30:45.123Z"},
        {"RPReplay_Final1684092645.MP4", "2023-05-14 19:30:45Z"},
        {"Screen_Recording_20230514_213045_Messenger.mp4", "2023-05-14 21:30:45"},
        {"VID_20230514_213045.mp4", "2023-05-14 21:30:45"},
        {"video_2023-05-14_21-30-45.mp4", "2023-05-14 21:30:45"},
        {"00100lrPORTRAIT_00100_BURST20171111030039_COVER.jpg", "2017-11-11 03:00:39"},
        {"WhatsApp Image 2023-05-14 at 21.30.45.jpeg", "2023-05-14 21:30:45"},
    };
    for (const auto& [name, time] : names) {
        CAPTURE(name);
        CHECK(read(name) == time);
    }
}

TEST_CASE("ids, telephone numbers and impossible dates give no time") {
    for (const char* name : {"received_1234567890.jpeg",
                             "received_20230514213045.jpeg",
                             "Snapchat-123456789.jpg",
                             "IMG_1234.HEIC",
                             "20223112.jpg",
                             "20223112_213045.jpg",
                             "20230230_213045.jpg",
                             "IMG_20230514_253045.jpg",
                             "20121212.jpg",
                             "Sk\xC3\xA6rmbillede (12).png",
                             "FB_IMG_123.jpg",
                             "RPReplay_Final123.MP4",
                             "ScreenRecording_05-14-2023 21-30-45_1.MP4",
                             "FB_IMG_9999999999999.jpg",
                             "photo_1@41-05-2023_21-30-45.jpg",
                             "1234567890123456.jpg",
                             "0000-00-00 00.00.00.png",
                             "",
                             "12.jpg",
                             "2023-13-01.png"}) {
        CAPTURE(name);
        CHECK(read(name).empty());
    }
}

TEST_CASE("screenshots are known by their names") {
    CHECK(isScreenshotName("Screenshot_20230514-213045.png"));
    CHECK(isScreenshotName("Sk\xC3\xA6rmbillede 2023-05-14 kl. 21.30.45.png"));
    CHECK(isScreenshotName("IMG_0042.PNG"));
    CHECK_FALSE(isScreenshotName("IMG_0042.HEIC"));
    CHECK_FALSE(isScreenshotName("IMG_20230514_213045.jpg"));
}
