// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the databases of an iPhone's unencrypted backup, and of a Mac: messages (sms.db, chat.db), calls,
// voicemail, WhatsApp. In a backup they have no names but their hashes; what each is, its tables say. An
// encrypted backup is said to be sealed. Not what programs export of them: imazing/, imessage/.

#include "core/format/reader.h"

namespace core::format {

class IphoneReader : public Reader {
public:
    const char* code() const override { return "iphone-backup"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
