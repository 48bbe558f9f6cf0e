// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads Snapchat's "My Data" in JSON: chat_history.json, snap_history.json and talk_history.json, in the
// layout of a list for each friend and in the older one of lists for what was received and what was sent.

#include "core/format/reader.h"

namespace core::format {

class SnapchatReader : public Reader {
public:
    const char* code() const override { return "snapchat"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
