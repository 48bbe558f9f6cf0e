// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the direct messages of TikTok's data in text ("Direct Messages.txt", under the name of her language).
// Not the other files of that export: those are her own doings, and stay documents.

#include "core/format/reader.h"

namespace core::format {

class TikTokTextReader : public Reader {
public:
    const char* code() const override { return "tiktok-text"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
