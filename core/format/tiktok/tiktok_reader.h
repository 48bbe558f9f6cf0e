// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the direct messages of TikTok's data in JSON ("user_data.json", "user_data_tiktok.json"). Not its
// comments, likes and views: those are her own doings.

#include "core/format/reader.h"

namespace core::format {

class TikTokReader : public Reader {
public:
    const char* code() const override { return "tiktok"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
