// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Knows the side files of Google Takeout, so that they are kept and no longer "a file nobody understands".
// They give no items: what they say is read with the picture they belong to (side_file.h).

#include "core/format/photo/side_file.h"

namespace core::format {

class TakeoutSideReader : public Reader {
public:
    const char* code() const override { return "takeout-side"; }
    Confidence probe(const ProbeInput& input) const override {
        return photo::looksLikeSideFile(input.head) ? Confidence::Likely : Confidence::No;
    }
    void read(base::ByteSource&, const ReadContext&, RecordSink&) const override {}
};

} // namespace core::format
