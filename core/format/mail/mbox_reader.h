// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Many mails in a file, each after a From_ line (mbox). Not a folder of mails.

#include "core/format/reader.h"

namespace core::format {

class MboxReader : public Reader {
public:
    const char* code() const override { return "mbox"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    bool linksFiles() const override { return true; } // those it hands out
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
};

} // namespace core::format
