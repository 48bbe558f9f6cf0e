// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reader makes of one message, call, mail or picture: neutral, in UTF-8, with its place in the
// original. Not yet an evidence item: nobody has decided who is who, or whether it is in the case already.

#include "core/model/issue.h"
#include "core/model/item.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::format {

struct ItemRecord {
    model::ItemKind kind = model::ItemKind::Document;
    std::vector<model::TimeClaim> times; // the chosen one first; empty = undated
    model::Direction direction = model::Direction::Unknown;
    std::vector<model::Participant> participants;
    std::string subject;
    std::string text; // the readable text, line ends as \n
    std::vector<model::Attachment> attachments;
    std::string messageId;               // without < >
    std::vector<std::string> references; // In-Reply-To and References, without < >
    std::optional<model::CallInfo> call;
    std::optional<model::PhotoInfo> photo;       // pictures; of a film, what is known of its frames
    std::optional<std::int64_t> durationSeconds; // of a film or a recording; of a call it stands in `call`
    std::vector<model::Issue> issues;

    std::uint64_t offset = 0; // of the record in the original, bytes
    std::uint64_t length = 0;
    std::uint64_t index = 0; // from 1: the how-manieth record of the file

    // What makes two records the same: canonical bytes, hashed by the importer together with the kind. Built
    // so that overlapping exports of the same message agree (normal form of the number, instant, type, text
    // and parts) and different messages never do.
    std::string identity;
};

} // namespace core::format
