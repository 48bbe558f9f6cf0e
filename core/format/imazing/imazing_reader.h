// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the tables that iMazing writes of an iPhone's messages, WhatsApp and calls, as text or as a workbook,
// and PhoneView's messages. Not tables of unknown origin: table/.

#include "core/format/reader.h"

namespace core::format {

class ImazingReader : public Reader {
public:
    const char* code() const override { return "imazing"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
