// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one picture file as one item: when and where it was taken and by what, with every time it claims, and
// the film that belongs to it. Not its pixels: core/image decodes them.

#include "core/format/reader.h"

namespace core::format {

class PhotoReader : public Reader {
public:
    const char* code() const override { return "photo"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; } // the film of a live photo
    bool mayBeShown() const override { return true; }
};

} // namespace core::format
