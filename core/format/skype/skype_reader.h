// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the export of Skype ("messages.json"), which many kept when the service closed in 2025.

#include "core/format/reader.h"

namespace core::format {

class SkypeReader : public Reader {
public:
    const char* code() const override { return "skype"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
