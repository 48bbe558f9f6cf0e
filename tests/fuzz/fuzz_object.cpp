// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the file of an original; and any plain bytes sealed with the right key, so that what stands
// behind the check of a chunk (the length, the zeros) is reached: read to the end, or Damaged.
#include "core/base/error.h"
#include "core/store/object_reader.h"
#include "tests/fuzz/patched.h"

#include <algorithm>

using namespace core::store;

namespace {

constexpr std::string_view kId = "0123456789abcdef";

SecretKey objectsKey() {
    const unsigned char bytes[SecretKey::kSize] = {1, 2, 3};
    return SecretKey(bytes);
}

// `plain` as it is, its last eight bytes for the length.
std::string seal(const std::string& plain) {
    const std::string header = makeObjectHeader(kId);
    const ChunkCipher cipher(objectsKey(), header);
    std::string file = header, sealed;
    for (std::size_t at = 0, index = 0; at < plain.size(); at += kChunkSize, ++index) {
        cipher.seal(index, at + kChunkSize >= plain.size(), std::string_view(plain).substr(at, kChunkSize),
                    sealed);
        file += sealed;
    }
    return file;
}

// `plain`: what it was sealed from; empty where that is not known.
void readAll(const std::string& file, const std::string& plain, std::uint64_t seekTo) {
    const fuzz::MemoryFile onDisk(file);
    try {
        ObjectFileReader reader(onDisk.path(), "object", kId, objectsKey());
        std::string content, part(70000, '\0');
        while (const std::size_t n = reader.read(part.data(), part.size())) content.append(part, 0, n);
        if (content.size() != reader.size()) std::abort();
        if (!plain.empty() && !plain.starts_with(content)) std::abort();
        reader.seek(seekTo);
        const std::size_t n = reader.read(part.data(), 10);
        if (seekTo >= content.size() ? n != 0 : content.compare(seekTo, n, part, 0, n) != 0) std::abort();
        reader.checkPadding();
    } catch (const core::base::Error& error) {
        if (error.code() != core::base::ErrorCode::Damaged) std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Choices choices(data, size);
    const unsigned mode = choices.byte() % 4;
    const std::uint64_t seekTo = std::uint64_t{choices.word()} * 17;
    if (mode == 0) {
        readAll(std::string(choices.rest()), {}, seekTo);
        return 0;
    }
    std::string plain(choices.byte() % 3 * kChunkSize, 'x');
    if (mode == 1) {
        plain += choices.rest();
        readAll(seal(plain), plain, seekTo);
    } else {
        plain.append(choices.word() % 200 + kLengthSize, '\0');
        plain[plain.size() - kLengthSize] = static_cast<char>(choices.byte());
        readAll(fuzz::patched(seal(plain), choices), plain, seekTo);
    }
    return 0;
}
