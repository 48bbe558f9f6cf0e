// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one document as one item whose text can be searched: PDF, Word of all years, OpenDocument, RTF, plain
// text. When a document was made is not when what it tells of happened: its times say so.

#include "core/format/reader.h"

namespace core::format {

class DocumentReader : public Reader {
public:
    const char* code() const override { return "document"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
