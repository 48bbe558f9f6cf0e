// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message as Outlook saves it (.msg): a mail, an appointment, a contact, a note. What is attached is
// handed out as files; messages inside are records of their own.

#include "core/format/reader.h"

namespace core::format {

class MsgReader : public Reader {
public:
    const char* code() const override { return "outlook-msg"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    bool linksFiles() const override { return true; } // those it hands out
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
};

} // namespace core::format
