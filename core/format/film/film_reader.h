// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one film or recording as one item: when, how long, how large, where and by what. Of a big file only
// the head, the tail and samples between. Not its frames: core/image makes a picture of one.

#include "core/format/reader.h"

namespace core::format {

class FilmReader : public Reader {
public:
    const char* code() const override { return "film"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
