// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file on the disk as the importer first meets it: size, time, and the reader whose content it is.

#include "core/base/byte_source.h"
#include "core/base/clock.h"
#include "core/format/reader.h"
#include "core/import/file_walk.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::import {

struct ProbedFile {
    const format::Reader* reader = nullptr; // null: not understood
    std::uint64_t size = 0;
    std::int64_t fileTimeMs = 0; // modification time, 0 = unknown
};

inline constexpr std::size_t kHeadBytes = 65536; // that a reader sees before it says whose a file is

// `folder` as in format::ProbeInput. Throws Error(NotFound, Permission, Io).
ProbedFile probeFile(const std::filesystem::path& path, const std::string& folder = {});

format::ReadContext readContext(const std::filesystem::path& path, const ProbedFile& probed,
                                const std::string& zone, std::int64_t nowMs);

std::uint64_t totalBytes(const std::vector<WalkedFile>& files);

} // namespace core::import
