// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads what DiscordChatExporter makes of a channel, in JSON. Not its other forms, and not Discord's own data
// package, which has only what the account itself wrote.

#include "core/format/reader.h"

namespace core::format {

class DiscordReader : public Reader {
public:
    const char* code() const override { return "discord"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
