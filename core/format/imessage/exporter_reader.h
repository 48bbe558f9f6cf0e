// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads what the program imessage-exporter makes of a Mac's or an iPhone's messages: a text or a page a chat.
// Not the databases themselves: iphone/.

#include "core/format/reader.h"

namespace core::format {

class ImessageExportReader : public Reader {
public:
    const char* code() const override { return "imessage-exporter"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
