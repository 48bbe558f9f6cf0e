// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long an attached film or recording is, read from the kept original as it is taken in. Not what else the
// file says: core/format/film.

#include "core/model/item.h"
#include "core/store/vault.h"

#include <cstdint>
#include <optional>
#include <string>

namespace core::import {

class AttachedLength {
public:
    // The original whose attachments are asked about. The vault must outlive the object.
    AttachedLength(const store::Vault& vault, std::string objectId)
        : vault_(vault), objectId_(std::move(objectId)) {}

    // Seconds; none for what is neither film nor recording by its type, or does not tell. `ofItsOwn`: the
    // object of the file that the attachment names, where it names one.
    std::optional<std::int64_t> of(const model::Attachment& attachment, const std::string& ofItsOwn) const;

private:
    std::string bytesOf(const model::Attachment& attachment) const;
    const store::Vault& vault_;
    std::string objectId_;
};

} // namespace core::import
