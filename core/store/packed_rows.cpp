// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed_rows.h"

#include "core/base/error.h"
#include "core/store/trigram_lists.h"

namespace core::store {

void RowPacker::put(std::int64_t value) {
    bytes_ += '\1';
    const auto bits = static_cast<std::uint64_t>(value);
    putVarint(bytes_, value < 0 ? ~bits << 1U | 1U : bits << 1U);
}

void RowPacker::put(std::string_view text) {
    putVarint(bytes_, text.size() + 2);
    bytes_ += text;
}

bool FieldReader::next() {
    if (pos_ == bytes_.size()) return false;
    const std::uint64_t head = takeVarint(bytes_, pos_);
    kind = head == 0 ? Kind::Nothing : head == 1 ? Kind::Integer : Kind::Text;
    if (kind == Kind::Integer) {
        const std::uint64_t value = takeVarint(bytes_, pos_);
        integer = static_cast<std::int64_t>((value & 1U) != 0 ? ~(value >> 1U) : value >> 1U);
    }
    if (kind != Kind::Text) return true;
    if (head - 2 > bytes_.size() - pos_)
        throw base::Error(base::ErrorCode::Damaged, "what belongs to an item is cut off");
    text = bytes_.substr(pos_, static_cast<std::size_t>(head - 2));
    pos_ += text.size();
    return true;
}

std::size_t packedCount(std::string_view bytes, int fields) {
    std::size_t count = 0;
    int field = 0;
    for (FieldReader reader(bytes); reader.next(); field = (field + 1) % fields)
        if (field == 0 && reader.kind != FieldReader::Kind::Nothing) ++count;
    return count;
}

} // namespace core::store
