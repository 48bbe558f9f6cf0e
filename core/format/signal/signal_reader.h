// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the plain export of Signal's own app ("main.jsonl" with a folder "files"). Not its sealed backups,
// and not what other programs make of Signal's data (desktop_readers.h).

#include "core/format/reader.h"

namespace core::format {

class SignalReader : public Reader {
public:
    const char* code() const override { return "signal"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
