// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One mail as Apple Mail keeps it (.emlx, .partial.emlx): a count of bytes, the mail, a list of properties.
// What attachments a .partial.emlx lacks lie in files beside it.

#include "core/format/reader.h"

namespace core::format {

class EmlxReader : public Reader {
public:
    const char* code() const override { return "emlx"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
