// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads chats in tests.

#include "core/base/timestamp.h"
#include "core/format/whatsapp/whatsapp_reader.h"
#include "tests/core/format/collected.h"
#include "tests/support/temp_folder.h"

namespace tests {

inline std::string chatFile(const std::string& name) {
    return readFile(std::string(LOGBOG_TEST_DATA) + "/whatsapp/" + name);
}

struct ChatFrom {
    std::string fileName = "_chat.txt";
    core::format::DateOrder dateOrder = core::format::DateOrder::FromFile;
    std::string folder;
};

inline Collected readChat(std::string_view bytes, const ChatFrom& from = {}) {
    auto context = contextFor(bytes, from.fileName);
    context.dateOrder = from.dateOrder;
    context.folder = from.folder;
    context.nowMs = 1'800'000'000'000; // 2027-01-15
    core::base::MemorySource source(bytes);
    Collected out;
    core::format::WhatsAppReader().read(source, context, out);
    return out;
}

inline std::string timeOf(const core::format::ItemRecord& record) {
    return record.times.empty() ? "none" : core::base::toRfc3339(record.times[0].time.utcMs);
}

inline std::string fromOf(const core::format::ItemRecord& record) {
    for (const auto& person : record.participants)
        if (person.role == core::model::ParticipantRole::From) return person.id;
    return {};
}

} // namespace tests
