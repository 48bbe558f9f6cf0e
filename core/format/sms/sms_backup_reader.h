// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the XML of "SMS Backup & Restore" and exports of its kind: SMS, MMS with parts, and the call log.
// Not an XML parser: real exports are often not well-formed, and they are read all the same.

#include "core/format/reader.h"

namespace core::format {

class SmsBackupReader : public Reader {
public:
    const char* code() const override { return "sms-backup"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
};

} // namespace core::format
