// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one document as the importer would. For tests of the document reader.

#include "core/base/timestamp.h"
#include "core/format/document/document_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

namespace tests {

inline std::string documentFixture(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/document/" + name);
}

inline core::format::ItemRecord readDocument(std::string_view bytes, const std::string& name) {
    Collected out;
    Dripping source(bytes, 1000);
    core::format::DocumentReader().read(source, contextFor(bytes, name), out);
    return out.items.size() == 1 ? out.items.front() : core::format::ItemRecord();
}

inline core::format::ItemRecord readDocumentFixture(const std::string& name) {
    return readDocument(documentFixture(name), "x");
}

} // namespace tests
