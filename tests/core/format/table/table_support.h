// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads tables in tests.

#include "core/format/table/table_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zip_bytes.h"

namespace tests {

inline std::string tableFile(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/table/" + name);
}

inline Collected readTable(std::string_view bytes, const std::string& mapping = {}) {
    auto context = contextFor(bytes);
    context.mapping = mapping;
    core::base::MemorySource source(bytes);
    Collected out;
    core::format::TableReader().read(source, context, out);
    return out;
}

// A workbook of one sheet; `rows` is the XML inside of sheetData. Style 1 is a date and time, 2 a clock, 3
// [h]:mm.
inline std::string workbook(const std::string& rows, const std::string& properties = {}) {
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    return zipBytes(
        {{"[Content_Types].xml", "<Types/>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
         {"xl/workbook.xml",
          "<workbook " + main + " xmlns:r=\"r\">" + properties +
              "<sheets><sheet name=\"Opkald\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
         {"xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy hh:mm\"/></numFmts>"
          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          "<xf numFmtId=\"164\"/><xf numFmtId=\"21\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"},
         {"xl/sharedStrings.xml",
          "<sst><si><t>Dato</t></si><si><r><t>Num</t></r><r><t>mer</t></r><rPh><t>x</t></rPh></si>"
          "<si><t>Varighed</t></si><si><t>Retning</t></si><si><t>Indgående</t></si></sst>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>"}});
}

} // namespace tests
