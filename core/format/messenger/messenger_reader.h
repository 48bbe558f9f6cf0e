// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads threads of Messenger and Instagram out of JSON: the export of the account ("message_1.json" in a
// folder for each thread) and the one of the end-to-end encrypted chats ("Name_12.json").
// Not the HTML of the same exports: html_reader.h.

#include "core/format/reader.h"

namespace core::format {

class MessengerReader : public Reader {
public:
    const char* code() const override { return "messenger"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
