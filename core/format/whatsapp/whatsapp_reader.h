// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the text that WhatsApp makes of a chat ("_chat.txt" on iPhone, "WhatsApp chat med Jens.txt" on
// Android). Such a file has no zone, no names of files apart from those in the text, and nobody is marked as
// the owner.

#include "core/format/reader.h"

namespace core::format {

class WhatsAppReader : public Reader {
public:
    const char* code() const override { return "whatsapp"; }
    Confidence probe(const ProbeInput& input) const override;
    // Looks at the file twice: a source that cannot be sought in is looked at for its first megabyte only.
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
