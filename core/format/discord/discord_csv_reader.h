// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the tables that DiscordChatExporter writes. They say less than its JSON: no number of a message, so
// the same chat in both forms stands there twice; who reacted, what was answered and calls are not in it.

#include "core/format/reader.h"

namespace core::format {

class DiscordCsvReader : public Reader {
public:
    const char* code() const override { return "discord-csv"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
