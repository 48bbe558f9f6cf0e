// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/damage.h"
#include "tests/core/format/json/json_support.h"
#include "tests/support/temp_folder.h"

TEST_CASE("JSON that is cut or changed returns, with its places inside the file") {
    for (const char* name : {"thread.json", "chats.json"})
        tests::survivesDamage(tests::AnyJsonReader(),
                              tests::readFile(std::string(LOGBOG_TEST_DATA) + "/json/" + name));
}
