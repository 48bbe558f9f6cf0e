// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/probe_file.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/format/registry.h"

#include <sys/stat.h>

namespace core::import {

ProbedFile probeFile(const std::filesystem::path& path, const std::string& folder) {
    ProbedFile probed;
    std::error_code error;
    // Opening a pipe or a device could wait for ever.
    if (std::filesystem::is_other(path, error))
        throw base::Error(base::ErrorCode::Unsupported, "this is not an ordinary file", path.string());
    base::FileSource source(path);
    const std::string head = base::readHead(source, kHeadBytes);
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) {
        probed.size = static_cast<std::uint64_t>(info.st_size);
        probed.fileTimeMs =
            static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000;
    }
    probed.reader = format::findReader({head, path.filename().string(), probed.size, folder,
                                        [&] { return std::make_unique<base::FileSource>(path); }});
    return probed;
}

format::ReadContext readContext(const std::filesystem::path& path, const ProbedFile& probed,
                                const std::string& zone, std::int64_t nowMs) {
    format::ReadContext context;
    context.fileName = base::repairUtf8(path.filename().string());
    context.size = probed.size;
    context.zone = zone;
    context.fileTimeMs = probed.fileTimeMs;
    context.nowMs = nowMs;
    return context;
}

std::uint64_t totalBytes(const std::vector<WalkedFile>& files) {
    std::uint64_t total = 0;
    for (const auto& file : files) {
        std::error_code error;
        const auto size = std::filesystem::file_size(file.path, error);
        if (!error) total += size;
    }
    return total;
}

} // namespace core::import
