// SPDX-License-Identifier: GPL-3.0-or-later
// Exif 2.32 (CIPA DC-008) 4.6.5 and 4.8: the thumbnail lies behind the second directory.
#include "core/image/small_picture.h"

#include "core/image/codecs.h"
#include "core/image/film_frame.h"
#include "core/image/jpeg_segments.h"
#include "core/image/thumbnail.h"
#include "core/image/tiff_blocks.h"
#include "core/image/transform.h"

#include <algorithm>
#include <new>

namespace core::image {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kMostBytes = 128U << 20U;       // of a picture: it is held while it is decoded
constexpr std::uint64_t kMostThumbnail = 1024U * 1024U; // pixels
constexpr std::uint64_t kMostFilm = 32U << 20U;         // bytes that are read of one

constexpr std::uint32_t kOrientation = 0x0112, kModified = 0x0132, kPhotoBlock = 0x8769;
constexpr std::uint32_t kTaken = 0x9003, kWidth = 0xA002, kHeight = 0xA003;
constexpr std::uint32_t kThumbnailAt = 0x0201, kThumbnailSize = 0x0202;

struct JpegHead {
    std::string_view exif; // from its byte order on; empty where there is none
    PictureSize size;      // 0 where it is not in the head
};

JpegHead readJpegHead(std::string_view head) {
    JpegHead found;
    JpegSegments segments(head);
    while (const auto segment = segments.next()) {
        if (found.exif.empty()) found.exif = exifOf(*segment);
        if (const auto frame = frameOf(*segment)) {
            found.size = frame->size;
            break;
        }
    }
    return found;
}

// A program that changed the picture and left the rest as the camera wrote it gives itself away by the size,
// or by the time of the change; a minute is cut off, for cameras that take a second to write.
bool wasChanged(const TiffBlocks& exif, PictureSize size) {
    constexpr std::size_t toTheMinute = 16; // of "2023:05:14 21:30:45"
    const std::size_t photo = exif.value(exif.first(), kPhotoBlock);
    if (photo == 0) return false;
    const std::uint32_t width = exif.value(photo, kWidth);
    const std::uint32_t height = exif.value(photo, kHeight);
    if (width != 0 && height != 0 &&
        (width != static_cast<std::uint32_t>(size.width) ||
         height != static_cast<std::uint32_t>(size.height)))
        return true;
    const std::string_view taken = exif.text(photo, kTaken);
    const std::string_view modified = exif.text(exif.first(), kModified);
    return !taken.empty() && !modified.empty() &&
           taken.substr(0, toTheMinute) != modified.substr(0, toTheMinute);
}

// The JPEG that Exif says is the thumbnail; empty where it is not, or is turned another way than the picture.
std::string_view thumbnailBytes(const TiffBlocks& exif) {
    if (exif.first() == 0) return {};
    const std::uint32_t second = exif.after(exif.first());
    if (second == 0 || second == exif.first()) return {};
    const std::uint32_t turned = exif.value(second, kOrientation);
    if (turned != 0 && turned != std::max(1U, exif.value(exif.first(), kOrientation))) return {};
    return exif.bytes(exif.value(second, kThumbnailAt), exif.value(second, kThumbnailSize));
}

bool isLargeEnough(const Picture& thumbnail, int fitWithin) {
    return std::max(thumbnail.width, thumbnail.height) >= fitWithin / 2;
}

std::optional<SmallPicture> decodedSmall(base::SeekableSource& source, std::string_view head, int orientation,
                                         const DecodeLimits& limits) {
    if (source.size() > kMostBytes) return std::nullopt;
    source.seek(0);
    const std::string bytes =
        base::readHead(source, static_cast<std::size_t>(source.size())); // in one piece, as large as it is
    if (pictureFormat(head) == PictureFormat::Heif) {
        DecodeLimits few = limits;
        few.maxPixels = kMostThumbnail;
        PictureSize whole;
        auto own = decodeHeifThumbnail(bytes, few, whole);
        if (own && isLargeEnough(*own, limits.fitWithin))
            own = withoutBars(std::move(*own), whole);
        else
            own.reset();
        if (own) return SmallPicture{shrunkToFit(std::move(*own), limits.fitWithin), SmallFrom::Thumbnail};
    }
    auto picture = decodePicture(bytes, orientation, limits);
    if (!picture) return std::nullopt;
    return SmallPicture{std::move(*picture), SmallFrom::Picture};
}

} // namespace

std::optional<Picture> thumbnailOf(std::string_view head, int orientation, int fitWithin) {
    if (pictureFormat(head) != PictureFormat::Jpeg) return std::nullopt;
    const JpegHead found = readJpegHead(head);
    if (!(found.exif.starts_with("II*\0"sv) || found.exif.starts_with("MM\0*"sv)) || found.size.width <= 0 ||
        found.size.height <= 0)
        return std::nullopt;
    const TiffBlocks exif(found.exif);
    const std::string_view bytes = thumbnailBytes(exif);
    if (pictureFormat(bytes) != PictureFormat::Jpeg || wasChanged(exif, found.size)) return std::nullopt;
    DecodeLimits limits;
    limits.maxPixels = kMostThumbnail;
    std::string reason;
    auto picture = decodeJpeg(bytes, limits, reason);
    if (!picture || !reason.empty()) return std::nullopt;
    picture = withoutBars(std::move(*picture), found.size);
    if (!picture || !isLargeEnough(*picture, fitWithin)) return std::nullopt;
    return turnedUpright(shrunkToFit(std::move(*picture), fitWithin), orientation);
}

std::optional<SmallPicture> smallPicture(base::SeekableSource& source, int orientation, int fitWithin) {
    try {
        source.seek(0);
        const std::string head = base::readHead(source, kThumbnailHead);
        if (auto own = thumbnailOf(head, orientation, fitWithin))
            return SmallPicture{std::move(*own), SmallFrom::Thumbnail};
        FilmLimits film;
        film.picture.fitWithin = fitWithin;
        if (!looksLikeFilm(head) && pictureFormat(head) != PictureFormat::Unknown)
            return decodedSmall(source, head, orientation, film.picture);
        film.mostBytes = kMostFilm;
        auto still = filmFrame(source, orientation, film);
        if (!still) return std::nullopt;
        return SmallPicture{std::move(*still), SmallFrom::Film};
    } catch (const std::bad_alloc&) {
        return std::nullopt;
    }
}

} // namespace core::image
