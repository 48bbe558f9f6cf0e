// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/hash_file.h"

#include "core/base/byte_source.h"
#include "core/base/sha256.h"

#include <vector>

namespace core::share {

std::string hashFile(const std::filesystem::path& file) {
    base::FileSource source(file);
    base::Sha256 hash;
    std::vector<char> buffer(1U << 18U);
    while (const std::size_t n = source.read(buffer.data(), buffer.size())) hash.update({buffer.data(), n});
    return base::toHex(hash.finish());
}

} // namespace core::share
