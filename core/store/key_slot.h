// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One slot of the key file: the data key wrapped by one secret. Inside core/store only.

#include "core/store/key_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::store {

inline constexpr std::size_t kSlotSize = 128;

KeySlot kindOf(std::string_view slot); // as it stands there, also where it is none of the known
std::string makePassphraseSlot(const SecretKey& dataKey, std::string_view passphrase, KdfCost cost);
std::string makeRecoverySlot(const SecretKey& dataKey, std::string_view digits);
// None where the secret does not open it, or the slot is of a kind or an algorithm that is not known.
// Throws Error(Damaged) for an impossible cost, KeyMemoryError.
std::optional<SecretKey> openSlot(std::string_view slot, std::string_view secret);

} // namespace core::store
