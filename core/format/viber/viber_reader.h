// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the tables in which Viber mailed the history of chats (one for each chat), as they were in 2015: the
// only layout of which a sample is known. Tables of another layout are left to others.

#include "core/format/reader.h"

namespace core::format {

class ViberReader : public Reader {
public:
    const char* code() const override { return "viber"; }
    Confidence probe(const ProbeInput& input) const override;
    // Two readings of the dates are held against the whole file: at most 64 MiB, held in memory.
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
