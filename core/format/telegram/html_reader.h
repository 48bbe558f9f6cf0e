// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads Telegram Desktop's HTML export ("messages.html", "messages2.html" ...). Names only and no numbers of
// accounts; the JSON form is better in everything, and a message read out of both is there twice.

#include "core/format/reader.h"

namespace core::format {

class TelegramHtmlReader : public Reader {
public:
    const char* code() const override { return "telegram-html"; }
    Confidence probe(const ProbeInput& input) const override;
    // Holds the page in memory; one has a thousand messages.
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
