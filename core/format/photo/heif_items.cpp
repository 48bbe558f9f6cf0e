// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/heif_items.h"

#include "core/format/film/iso_box.h"

#include <cstdint>
#include <map>

namespace core::format::photo {

namespace {

using film::bigEndian;
using film::findBox;

constexpr std::size_t kLargestItem = 16 * 1024 * 1024;

enum class Wanted { Exif, Xmp };

// Of the items that matter here, which is which.
std::map<std::uint64_t, Wanted> wantedItems(std::string_view iinf) {
    std::map<std::uint64_t, Wanted> wanted;
    if (iinf.size() < 6) return wanted;
    std::string_view entries = iinf.substr(iinf[0] == 0 ? 6 : std::min<std::size_t>(8, iinf.size()));
    film::Box entry;
    while (nextBox(entries, entry)) {
        if (entry.type != "infe" || entry.content.size() < 12 || entry.content[0] < 2) continue;
        const std::size_t idBytes = entry.content[0] == 2 ? 2 : 4;
        const std::uint64_t id = bigEndian(entry.content, 4, idBytes);
        const std::size_t typeAt = 4 + idBytes + 2; // behind the protection index
        if (entry.content.size() < typeAt + 4) continue;
        const std::string_view type = entry.content.substr(typeAt, 4);
        if (type == "Exif") wanted[id] = Wanted::Exif;
        if (type == "mime" && entry.content.find("application/rdf+xml", typeAt) != std::string_view::npos)
            wanted[id] = Wanted::Xmp;
    }
    return wanted;
}

// Steps through the fields of an iloc box; past its end every field is 0.
class Fields {
public:
    explicit Fields(std::string_view box) : box_(box) {}
    std::uint64_t take(std::size_t bytes) {
        const std::uint64_t value = bigEndian(box_, at_, bytes);
        at_ += bytes;
        return value;
    }
    bool ended() const { return at_ >= box_.size(); }

private:
    std::string_view box_;
    std::size_t at_ = 0;
};

class ItemPlaces {
public:
    ItemPlaces(std::string_view file, std::string_view boxes)
        : file_(file), data_(findBox(boxes, "idat")), in_(findBox(boxes, "iloc")) {}

    void collect(const std::map<std::uint64_t, Wanted>& wanted, HeifItems& out) {
        const std::uint64_t version = in_.take(1);
        in_.take(3);
        const std::uint64_t sizes = in_.take(2);
        offsetBytes_ = sizes >> 12;
        lengthBytes_ = sizes >> 8 & 15;
        baseBytes_ = sizes >> 4 & 15;
        indexBytes_ = version == 0 ? 0 : sizes & 15;
        if (offsetBytes_ > 8 || lengthBytes_ > 8 || baseBytes_ > 8 || indexBytes_ > 8) return;
        const std::size_t idBytes = version < 2 ? 2 : 4;
        for (std::uint64_t items = in_.take(idBytes); items > 0 && !in_.ended(); --items) {
            const auto kind = wanted.find(in_.take(idBytes));
            const std::uint64_t method = version == 0 ? 0 : in_.take(2) & 15;
            in_.take(2);
            std::string bytes = extents(method == 1 ? data_ : file_, kind != wanted.end() && method <= 1);
            if (kind == wanted.end()) continue;
            (kind->second == Wanted::Exif ? out.exif : out.xmp) = std::move(bytes);
        }
    }

private:
    std::string extents(std::string_view from, bool keep) {
        const std::uint64_t base = in_.take(baseBytes_);
        std::string bytes;
        for (std::uint64_t count = in_.take(2); count > 0 && !in_.ended(); --count) {
            in_.take(indexBytes_);
            const std::uint64_t offset = base + in_.take(offsetBytes_);
            const std::uint64_t length = in_.take(lengthBytes_);
            if (!keep || offset > from.size() || length > from.size() - offset) continue;
            if (bytes.size() + length > kLargestItem) continue;
            bytes += from.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
        }
        return bytes;
    }

    std::string_view file_;
    std::string_view data_;
    Fields in_;
    std::size_t offsetBytes_ = 0;
    std::size_t lengthBytes_ = 0;
    std::size_t baseBytes_ = 0;
    std::size_t indexBytes_ = 0;
};

// An Exif item begins with how far it is to its TIFF header; some writers count that wrongly.
std::string fromByteOrder(const std::string& item) {
    constexpr std::size_t kLookAhead = 32;
    const auto isOrder = [&](std::size_t at) {
        return at + 4 <= item.size() && (item.compare(at, 4, std::string("II*\0", 4)) == 0 ||
                                         item.compare(at, 4, std::string("MM\0*", 4)) == 0);
    };
    const std::uint64_t said = 4 + bigEndian(item, 0, 4);
    if (said < item.size() && isOrder(static_cast<std::size_t>(said)))
        return item.substr(static_cast<std::size_t>(said));
    for (std::size_t at = 0; at < kLookAhead; ++at)
        if (isOrder(at)) return item.substr(at);
    return {};
}

} // namespace

HeifItems readHeifItems(std::string_view heif) {
    HeifItems out;
    const std::string_view meta = findBox(heif, "meta");
    if (meta.size() < 4) return out;
    const std::string_view boxes = meta.substr(4);
    out.hasTable = !findBox(boxes, "iinf").empty();
    ItemPlaces(heif, boxes).collect(wantedItems(findBox(boxes, "iinf")), out);
    out.exif = fromByteOrder(out.exif);
    return out;
}

} // namespace core::format::photo
