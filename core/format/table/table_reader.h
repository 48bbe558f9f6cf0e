// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads any table of calls, messages or somebody's own log, text with delimiters or .xlsx, with the mapping
// that the user chose or one that is sure. A workbook of which no sheet is sure is one document.
// Not the tables of programs that we know: imazing/ reads those. It links no files, so that a table somebody
// sent stays an attachment of the message it came with.

#include "core/format/reader.h"

namespace core::format {

class TableReader : public Reader {
public:
    const char* code() const override { return "table"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
