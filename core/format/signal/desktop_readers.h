// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads what signal-export makes of Signal's desktop app: a folder for each chat, with "data.json" (one
// message a line) and "chat.md". A message out of both is one item where its time has seconds.

#include "core/format/reader.h"

namespace core::format {

class SignalExportReader : public Reader {
public:
    const char* code() const override { return "signal-export"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

class SignalMarkdownReader : public Reader {
public:
    const char* code() const override { return "signal-markdown"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
