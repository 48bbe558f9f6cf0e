// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/ways.h"

#include <algorithm>
#include <array>

namespace core::format::imazing {

namespace {

using model::CallType;
using model::Direction;

constexpr std::array kWays{
    Way{"incoming", Direction::In, CallType::Incoming},
    Way{"outgoing", Direction::Out, CallType::Outgoing},
    Way{"received", Direction::In, CallType::Incoming},
    Way{"sent", Direction::Out, CallType::Outgoing},
    Way{"missed", Direction::In, CallType::Missed},
    Way{"missed call", Direction::In, CallType::Missed},
    Way{"cancelled", Direction::Out, CallType::Outgoing},
    Way{"canceled", Direction::Out, CallType::Outgoing},
    Way{"rejected", Direction::In, CallType::Rejected},
    Way{"declined", Direction::In, CallType::Rejected},
    Way{"blocked", Direction::In, CallType::Blocked},
    Way{"voicemail", Direction::In, CallType::Voicemail},
    Way{"incoming call", Direction::In, CallType::Incoming},
    Way{"outgoing call", Direction::Out, CallType::Outgoing},
};

} // namespace

const Way* wayOf(std::string_view folded) {
    const auto* found =
        std::find_if(kWays.begin(), kWays.end(), [&](const Way& way) { return way.word == folded; });
    return found == kWays.end() ? nullptr : found;
}

} // namespace core::format::imazing
