// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/damage.h"
#include "tests/core/format/film/film_support.h"

TEST_CASE("cut or changed films and recordings return") {
    for (const char* name :
         {"iphone.mov", "android.mp4", "place.3gp",  "film.mp4",     "fragments.mp4", "film.webm",
          "film.mkv",   "sound.mp3",   "vbr.mp3",    "sound.opus",   "sound.ogg",     "sound.amr",
          "sound.aac",  "alac.caf",    "sound.flac", "recorder.wav", "camera.avi",    "camera.m2ts",
          "film.ts",    "film.wmv",    "sound.wma"}) {
        CAPTURE(name);
        tests::Damage how;
        how.truncations = 400;
        how.mutations = 400;
        how.fileName = "VID_20230514_213045.mp4";
        tests::survivesDamage(core::format::FilmReader(), tests::filmFixture(name), how);
    }
}
