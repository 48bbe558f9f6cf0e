// SPDX-License-Identifier: GPL-3.0-or-later
// The attributes of a tag as nearly all are written, in one go. Whatever is odd in any way is left to
// attribute().
#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/format/sms/plain_value.h"
#include "core/format/sms/tag_scanner.h"

namespace core::format::sms {

namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// Where the value begins that stands behind a name at `at`; `at` itself where none does.
const char* behindName(const char* at, const char* end, std::string_view& name) {
    const char* next = at;
    while (next < end && base::isBlankChar(*next)) ++next;
    name = {next, nameLength(between(next, end))};
    next += name.size();
    const bool isWhole = !name.empty() && name.size() <= kLongestName && end - next >= 2 && *next == '=' &&
                         (next[1] == '"' || next[1] == '\'');
    return isWhole ? next + 2 : at;
}

// Of the end of a tag and the blanks before it; 0 where there is something else.
std::size_t endLength(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && base::isBlankChar(text[n])) ++n;
    if (n < text.size() && text[n] == '>') return n + 1;
    return text.substr(n).starts_with("/>") ? n + 2 : 0;
}

} // namespace

// Until the tag ends, or something is to be looked at more closely.
TagScanner::Quick TagScanner::quickAttributes() {
    if (input_.isUtf16()) return Quick::Odd; // its places are not those of the window
    const std::string_view text = input_.view();
    const char* const end = text.data() + text.size();
    const char* done = text.data();
    for (;;) {
        Attribute attribute = Attribute::None;
        const char* at = done;
        const AttributeLead* lead = leads_.expected();
        if (lead && end - done >= std::ptrdiff_t{AttributeLead::kLongest} && lead->standsAt(done)) {
            attribute = lead->name();
            at += lead->size();
        } else {
            std::string_view name;
            at = behindName(done, end, name);
            if (at == done) break;
            attribute = attributeOf(name);
            leads_.learn(between(done, at), attribute);
        }
        if (attribute == Attribute::Data) break;
        const ValueLook look = lookAtValue(between(at, end), at[-1]);
        if (!look.isClosed) break;
        const auto place = input_.offset() + static_cast<std::size_t>(at - text.data());
        if (attribute != Attribute::None && !takePlain(attribute, {at, look.length}, look, place)) break;
        done = at + look.length + 1;
        leads_.pass();
    }
    const std::size_t length = endLength(between(done, end));
    isEmpty_ = length > 1 && done[length - 2] == '/';
    input_.consume(static_cast<std::size_t>(done - text.data()) + length);
    return length > 0 ? Quick::TagEnd : Quick::Odd;
}

// The window is about to move.
void TagScanner::ownValues() {
    for (std::size_t i = 0; inWindow_.any() && i < kAttributes; ++i) {
        if (!inWindow_.test(i)) continue;
        owned_[i].assign(values_[i]);
        values_[i] = owned_[i];
        inWindow_.reset(i);
    }
}

// False where it is not to be taken as it stands.
bool TagScanner::takePlain(Attribute name, std::string_view raw, const ValueLook& look,
                           std::uint64_t offset) {
    if (has(name)) return true;
    if (look.isChanged || raw.size() > kShortText) return false;
    if (!look.isAscii && (!charset_.empty() || !base::isValidUtf8(raw))) return false;
    offsets_[index(name)] = offset;
    values_[index(name)] = raw;
    inWindow_.set(index(name));
    present_.set(index(name));
    return true;
}

} // namespace core::format::sms
