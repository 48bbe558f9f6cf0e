// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A mailbox of Outlook (.pst, .ost), with what was deleted from it and can still be found. What is attached
// is handed out as files, a folder to each message.

#include "core/format/reader.h"

namespace core::format {

class PstReader : public Reader {
public:
    const char* code() const override { return "outlook-pst"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    bool linksFiles() const override { return true; } // those it hands out
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
};

} // namespace core::format
