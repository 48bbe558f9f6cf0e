// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/pictures.h"

#include "core/base/error.h"
#include "core/image/film_frame.h"
#include "core/image/picture.h"
#include "core/pdf/pages/exif_orientation.h"

namespace core::pdf::pages {

namespace {

constexpr int kLongestSide = 2600; // pixels: 380 dpi over the width of the page
constexpr int kJpegQuality = 90;

bool isSideways(int orientation) { return orientation >= 5 && orientation <= 8; }

} // namespace

std::string Pictures::load(const report::PictureRef& ref) const {
    if (!loader_.bytes) return {};
    try {
        return loader_.bytes(ref);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return {}; // the page says that the picture cannot be shown
    }
}

// Decides once whether and how a picture goes in, and puts it into the PDF at the same time: the bytes are
// fetched from the encrypted originals only once.
Pictures::Entry& Pictures::entry(const report::PictureRef& ref) {
    const auto [it, isNew] = entries_.try_emplace({ref.isAttachment, ref.id});
    Entry& entry = it->second;
    if (!isNew) return entry;
    const std::string bytes = load(ref);
    const image::PictureFormat format = image::pictureFormat(bytes);
    if (format == image::PictureFormat::Unknown) return entry;
    int orientation = ref.orientation;
    if (orientation < 1 || orientation > 8)
        orientation = format == image::PictureFormat::Jpeg ? exifOrientation(bytes) : 1;
    const auto stored = image::pictureSize(bytes);
    if (format == image::PictureFormat::Jpeg && stored && image::isSoundJpeg(bytes)) {
        entry.image = canvas_.addJpeg(image::withoutMetadata(bytes));
        entry.orientation = orientation;
        entry.size = isSideways(orientation)
                         ? Size{static_cast<double>(stored->height), static_cast<double>(stored->width)}
                         : Size{static_cast<double>(stored->width), static_cast<double>(stored->height)};
        return entry;
    }
    image::DecodeLimits limits;
    limits.fitWithin = kLongestSide;
    const bool turnsItself = format == image::PictureFormat::Heif;
    const auto picture = image::decodePicture(bytes, turnsItself ? 1 : orientation, limits);
    if (!picture || picture->width <= 0 || picture->height <= 0) return entry;
    entry.size = Size{static_cast<double>(picture->width), static_cast<double>(picture->height)};
    // Screenshots stay sharp; photographs do not swell.
    entry.image = format == image::PictureFormat::Png
                      ? canvas_.addPicture(*picture)
                      : canvas_.addJpeg(image::encodeJpeg(*picture, kJpegQuality));
    return entry;
}

std::optional<Pictures::Size> Pictures::size(const report::PictureRef& ref) { return entry(ref).size; }

void Pictures::draw(const report::PictureRef& ref, double x, double y, double w, double h) {
    const Entry& known = entry(ref);
    if (known.image) canvas_.drawImage(*known.image, x, y, w, h, known.orientation);
}

const std::vector<Pictures::Still>& Pictures::stills(const report::PictureRef& film) {
    constexpr int kCount = 6, kLongest = 1000; // pixels: three of them fill a line of the page
    constexpr int kQuality = 85;
    const auto [it, isNew] = stills_.try_emplace({film.isAttachment, film.id});
    if (!isNew || !loader_.open) return it->second;
    try {
        const auto source = loader_.open(film);
        image::FilmLimits limits;
        limits.picture.fitWithin = kLongest;
        limits.mostBytes *= 2;
        limits.mostTime *= 4;
        for (const image::FilmStill& still : image::filmStills(*source, film.orientation, kCount, limits))
            it->second.push_back(
                {canvas_.addJpeg(image::encodeJpeg(still.picture, kQuality)),
                 {static_cast<double>(still.picture.width), static_cast<double>(still.picture.height)},
                 still.seconds});
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
    }
    return it->second;
}

} // namespace core::pdf::pages
