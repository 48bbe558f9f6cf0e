// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Gathers a thread and gives its messages to the sink once it is known who is in it: names, title and paths
// stand around the messages, partly behind them. Memory is bounded: a very long thread is given in pieces.

#include "core/format/chat/chat_record.h"
#include "core/format/messenger/message.h"
#include "core/format/messenger/whose.h"

#include <string>
#include <vector>

namespace core::format::messenger {

class Thread {
public:
    Thread(const ReadContext& context, RecordSink& sink);

    void addParticipant(const std::string& name);
    void setTitle(std::string title) { title_ = std::move(title); }
    // A path or an address that may tell the service.
    void addHint(std::string_view path);
    void setService(const char* service) { service_ = service; }
    void add(Message&& message);
    void finish(); // what is left, and what such an export never holds

private:
    void settle();
    void flush();
    void give(Message& message);
    std::string ownerAmong(const std::vector<std::string>& people) const;

    const ReadContext& context_;
    RecordSink& sink_;
    std::vector<std::string> participants_;
    std::string title_;
    std::string service_;
    std::string owner_;               // empty: not known
    std::vector<std::string> people_; // participants and whoever else wrote
    std::vector<Message> waiting_;
    chat::Repeats repeats_;
    std::uint64_t given_ = 0;
    bool isSettled_ = false;
};

} // namespace core::format::messenger
