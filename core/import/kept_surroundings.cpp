// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/kept_surroundings.h"

namespace core::import {

std::unique_ptr<base::SeekableSource> KeptSurroundings::open(std::string_view path) {
    const auto found = gathering_.index().find(path, from_);
    return found ? vault_.read(gathering_.all()[*found].kept.objectId) : nullptr;
}

} // namespace core::import
