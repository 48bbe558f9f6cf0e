// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reader may see of the files that came with the one it reads: the kept originals, by the paths of the
// export. On the thread that reads.

#include "core/import/gathering.h"

namespace core::import {

class KeptSurroundings : public format::Surroundings {
public:
    KeptSurroundings(Gathering& gathering, const store::Vault& vault, std::string from)
        : gathering_(gathering), vault_(vault), from_(std::move(from)) {}

    std::unique_ptr<base::SeekableSource> open(std::string_view path) override;
    const std::vector<std::string>& beside() override { return gathering_.index().beside(from_); }

private:
    Gathering& gathering_;
    const store::Vault& vault_;
    std::string from_; // path of the file that is read
};

} // namespace core::import
