// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads Telegram Desktop's JSON export ("result.json"): of one chat, or of all of an account. Not the HTML of
// the same export (html_reader.h).

#include "core/format/reader.h"

namespace core::format {

class TelegramReader : public Reader {
public:
    const char* code() const override { return "telegram"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool linksFiles() const override { return true; }
};

} // namespace core::format
