// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one film or recording as the importer would. For tests of the film reader.

#include "core/base/timestamp.h"
#include "core/format/film/film_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

namespace tests {

inline core::format::ItemRecord readFilm(std::string_view bytes, const core::format::ReadContext& context) {
    Collected out;
    core::base::MemorySource source(bytes);
    core::format::FilmReader().read(source, context, out);
    return out.items.size() == 1 ? out.items.front() : core::format::ItemRecord();
}

inline std::string filmFixture(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/film/" + name);
}

// A file of tests/data/film, under that name.
inline core::format::ItemRecord readFilmAs(const std::string& fixture, const std::string& name) {
    const std::string bytes = filmFixture(fixture);
    return readFilm(bytes, contextFor(bytes, name));
}

inline std::string firstTime(const core::format::ItemRecord& item) {
    return item.times.empty() ? "" : core::base::toRfc3339(item.times.front().time.utcMs);
}

} // namespace tests
