// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/signed_content.h"

namespace core::format::mail {

namespace {

// Object identifiers of PKCS #7 as they are encoded.
constexpr std::string_view kSignedData{"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 9};
constexpr std::string_view kData{"\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01", 9};
constexpr unsigned kSequence = 0x30;
constexpr unsigned kObjectId = 0x06;
constexpr unsigned kOctets = 0x04;
constexpr unsigned kOctetsInPieces = 0x24;
constexpr unsigned kExplicit0 = 0xA0;
constexpr int kDeepestPart = 16;

// An element of BER. One without a length runs to its own end mark.
struct Element {
    unsigned tag = 0;
    bool isOpen = false;      // of a length that is not said
    std::string_view content; // of an open one: all that follows
};

// Takes tag and length, and the content where its length is said.
std::optional<Element> take(std::string_view& bytes) {
    if (bytes.size() < 2) return std::nullopt;
    Element element;
    element.tag = static_cast<unsigned char>(bytes[0]);
    std::size_t length = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(2);
    if (length == 0x80) {
        element.isOpen = true;
        element.content = bytes;
        return element;
    }
    if (length > 0x80) {
        std::size_t count = length & 0x7FU;
        if (count > 4 || count > bytes.size()) return std::nullopt;
        for (length = 0; count > 0; --count) {
            length = length << 8U | static_cast<unsigned char>(bytes[0]);
            bytes.remove_prefix(1);
        }
    }
    element.content = bytes.substr(0, length); // of a cut file, what there is
    bytes.remove_prefix(element.content.size());
    return element;
}

// The octets of an element, which may come in pieces. Returns what follows it.
std::string_view gather(const Element& element, std::string_view behind, std::string& out, int depth) {
    if (element.tag == kOctets) {
        out += element.content;
        return behind;
    }
    std::string_view inside = element.content;
    while (!inside.empty() && depth < kDeepestPart) {
        if (element.isOpen && inside.starts_with(std::string_view("\0\0", 2))) {
            inside.remove_prefix(2);
            break;
        }
        const auto piece = take(inside);
        if (!piece || (piece->tag != kOctets && piece->tag != kOctetsInPieces)) break;
        inside = gather(*piece, inside, out, depth + 1);
    }
    return element.isOpen ? inside : behind;
}

// Enters an element of that tag.
bool enter(std::string_view& bytes, unsigned tag) {
    const auto element = take(bytes);
    if (!element || element->tag != tag) return false;
    bytes = element->content;
    return true;
}

bool passId(std::string_view& bytes, std::string_view wanted) {
    const auto id = take(bytes);
    return id && id->tag == kObjectId && id->content == wanted;
}

// Passes an element; of the kinds that stand here none is open.
bool pass(std::string_view& bytes) {
    const auto element = take(bytes);
    if (!element) return false;
    if (!element->isOpen) return true;
    const std::size_t end = bytes.find(std::string_view("\0\0", 2));
    if (end == std::string_view::npos) return false;
    bytes.remove_prefix(end + 2);
    return true;
}

} // namespace

std::optional<std::string> signedContent(std::string_view cms) {
    // ContentInfo { signedData, [0] SignedData { version, digests, { data, [0] OCTET STRING } ...
    const bool found = enter(cms, kSequence) && passId(cms, kSignedData) && enter(cms, kExplicit0) &&
                       enter(cms, kSequence) && pass(cms) && pass(cms) && enter(cms, kSequence) &&
                       passId(cms, kData) && enter(cms, kExplicit0);
    if (!found) return std::nullopt;
    const auto octets = take(cms);
    if (!octets || (octets->tag != kOctets && octets->tag != kOctetsInPieces)) return std::nullopt;
    std::string out;
    gather(*octets, {}, out, 0);
    return out;
}

} // namespace core::format::mail
