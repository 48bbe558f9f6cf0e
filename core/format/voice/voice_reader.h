// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the pages of Google Voice out of Takeout: one for each conversation and each call.

#include "core/format/reader.h"

namespace core::format {

class GoogleVoiceReader : public Reader {
public:
    const char* code() const override { return "google-voice"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
