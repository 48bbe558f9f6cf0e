// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/whole_file.h"

#include <algorithm>

namespace core::format::photo {

namespace {
constexpr std::size_t kPiece = 256 * 1024;
}

WholeFile readWhole(base::ByteSource& source, const ReadContext& context, RecordSink& sink) {
    WholeFile file;
    base::Sha256 hash;
    const std::optional<base::Digest> known = base::digestFromHex(context.sha256);
    std::size_t used = 0;
    bool onlyHash = false;
    // One byte more than expected, so that the end is found without growing.
    file.bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(context.size, kLargestWhole)) + 1);
    for (;;) {
        if (used == file.bytes.size()) {
            if (used <= kLargestWhole) {
                file.bytes.resize(std::min(std::max(used * 2, kPiece), kLargestWhole + 1));
            } else { // too large to be looked into: from here on it is only hashed
                std::string(kPiece, '\0').swap(file.bytes);
                used = 0;
                onlyHash = true;
            }
        }
        char* target = file.bytes.data() + used;
        const std::size_t got = source.read(target, std::min(kPiece, file.bytes.size() - used));
        if (got == 0) break;
        if (!known) hash.update({target, got});
        file.size += got;
        if (!onlyHash) used += got;
        sink.position(file.size);
    }
    file.bytes.resize(onlyHash || file.size > kLargestWhole ? 0 : used);
    file.digest = known ? *known : hash.finish();
    return file;
}

} // namespace core::format::photo
