// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the recorder writes down and the replay reads: one record an operation, in the order in which the
// system was asked. Not portable: both run on the same machine in the same minute.

#include <cstdint>

namespace tests {

enum class DiskOp : std::uint32_t {
    Open,     // name; value: 1 = it was made, 2 = it was there and is cut to nothing, 0 = neither
    Write,    // value: offset; payload: bytes
    Truncate, // value: size
    Sync,
    Rename, // name, payload: new name
    Unlink, // name
    MakeFolder,
    Acknowledge, // payload: the line that the program promised
};

struct DiskRecord {
    DiskOp op = DiskOp::Open;
    std::uint32_t handle = 0; // of one opening; 0 where the operation goes by name
    std::uint64_t value = 0;
    std::uint32_t nameSize = 0;
    std::uint32_t payloadSize = 0;
    // name and payload follow
};

inline constexpr int kAcknowledgeFd = 3; // what is written there is a promise

} // namespace tests
