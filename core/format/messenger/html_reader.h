// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads threads of Messenger and Instagram out of the HTML form of the account's export ("message_1.html").
// Its times are words without a zone, and nobody says in which zone they were made: every item says so. The
// JSON form is better in everything; a message read out of both is there twice.

#include "core/format/reader.h"

namespace core::format {

class MessengerHtmlReader : public Reader {
public:
    const char* code() const override { return "messenger-html"; }
    Confidence probe(const ProbeInput& input) const override;
    // Holds the page in memory; one of more than 64 MiB is not read, and said.
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
