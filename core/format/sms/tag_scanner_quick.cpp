// SPDX-License-Identifier: GPL-3.0-or-later
// The attributes of a tag as nearly all are written, in one go. Whatever is odd in any way is left to
// attribute().
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/format/sms/plain_value.h"
#include "core/format/sms/tag_scanner.h"

namespace core::format::sms {

void TagScanner::quickAttributes() {
    if (input_.isUtf16()) return; // its places are not those of the window
    const std::string_view text = input_.view();
    const char* const end = text.data() + text.size();
    const char* done = text.data();
    const auto from = [end](const char* at) {
        return std::string_view(at, static_cast<std::size_t>(end - at));
    };
    for (;;) {
        const char* at = done;
        while (at < end && base::isBlankChar(*at)) ++at;
        const std::string_view name(at, nameLength(from(at)));
        at += name.size();
        if (name.empty() || name.size() > kLongestName || end - at < 2 || *at != '=') break;
        const char quote = at[1];
        if (quote != '"' && quote != '\'') break;
        at += 2;
        const Attribute attribute = attributeOf(name);
        if (attribute == Attribute::Data) break;
        const ValueLook look = lookAtValue(from(at), quote);
        if (!look.isClosed) break;
        const auto place = input_.offset() + static_cast<std::size_t>(at - text.data());
        if (attribute != Attribute::None && !takePlain(attribute, {at, look.length}, look, place)) break;
        done = at + look.length + 1;
    }
    input_.consume(static_cast<std::size_t>(done - text.data()));
}

// False where it is not to be taken as it stands.
bool TagScanner::takePlain(Attribute name, std::string_view raw, const ValueLook& look,
                           std::uint64_t offset) {
    if (has(name)) return true;
    if (look.isChanged || raw.size() > kShortText) return false;
    if (!look.isAscii && (!charset_.empty() || !base::isValidUtf8(raw))) return false;
    offsets_[index(name)] = offset;
    values_[index(name)].assign(raw);
    present_.set(index(name));
    return true;
}

} // namespace core::format::sms
