// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/file_id.h"

#include "core/base/sha256.h"

namespace core::pdf {

std::string fileId(std::string_view assembled, const StreamTable& streams, const Metadata& metadata) {
    base::Sha256 sha;
    const auto add = [&](std::string_view bytes) {
        sha.update(std::to_string(bytes.size()) + ' '); // so that no two lists of texts are one
        sha.update(bytes);
    };
    add(assembled);
    for (const StreamBytes& stream : streams) add(stream.load ? stream.name : stream.bytes());
    add(metadata.title);
    add(std::to_string(metadata.createdMs));
    constexpr std::size_t kDigits = 32;
    return '<' + base::toHex(sha.finish()).substr(0, kDigits) + '>';
}

} // namespace core::pdf
