// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The second pass over a WhatsApp chat: lines become messages, with what the first look (survey.h) decided.
// Internal to this folder. Whether a file is such a chat at all: whatsapp_reader.h.

#include "core/format/chat/chat_record.h"
#include "core/format/reader.h"
#include "core/format/whatsapp/lines.h"
#include "core/format/whatsapp/survey.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::format::whatsapp {

// The name of the chat by its file or its folder; empty where neither says it.
std::string chatOf(const ReadContext& context);

class ChatReading {
public:
    // All must outlive it. The survey has decided.
    ChatReading(const ReadContext& context, const Survey& survey, RecordSink& sink);

    void run(base::ByteSource& source); // from its first byte, once

private:
    void begin(Header&& header, const Line& line);
    void goOn(const Line& line);
    void flush();
    void people(ItemRecord& record, const std::string& sender, bool isMissedCall);
    void time(ItemRecord& record);
    void ended();

    const ReadContext& context_;
    const Survey& survey_;
    RecordSink& sink_;
    std::string chat_; // its name; empty: not known
    std::vector<std::string> people_;
    std::string key_; // what tells this chat from others

    Header header_;
    std::string rest_; // of the message that is open, behind its header
    std::uint64_t offset_ = 0;
    std::uint64_t length_ = 0;
    std::size_t looksLikeMore_ = 0;
    bool isOpen_ = false;
    bool isLong_ = false;

    chat::Repeats repeats_;
    std::uint64_t given_ = 0;
    std::uint64_t doubtful_ = 0;
    std::uint64_t others_ = 0;
    std::uint64_t before_ = 0;
    std::int64_t latestMs_ = 0;
};

} // namespace core::format::whatsapp
