// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A winmail.dat that somebody saved: the message in it, and what is attached as files. Of one that is still
// in a mail, core/format/mail takes care.

#include "core/format/reader.h"

namespace core::format {

class TnefReader : public Reader {
public:
    const char* code() const override { return "winmail"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    bool linksFiles() const override { return true; } // those it hands out
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
};

} // namespace core::format
