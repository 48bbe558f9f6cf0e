// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one picture as the importer would. For tests of the photo reader.

#include "core/format/photo/photo_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

namespace tests {

inline core::format::ItemRecord readPhoto(std::string_view bytes, core::format::ReadContext context) {
    Collected out;
    Dripping source(bytes, 1000);
    core::format::PhotoReader().read(source, context, out);
    return out.items.size() == 1 ? out.items.front() : core::format::ItemRecord();
}

inline std::string photoFixture(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/photo/" + name);
}

// A file of tests/data/photo under a name that says nothing.
inline core::format::ItemRecord readFixture(const std::string& name) {
    const std::string bytes = photoFixture(name);
    return readPhoto(bytes, contextFor(bytes, "picture"));
}

} // namespace tests
