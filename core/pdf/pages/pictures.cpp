// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/pictures.h"

#include "core/base/error.h"
#include "core/image/exif_orientation.h"
#include "core/image/film_frame.h"
#include "core/image/picture.h"

#include <algorithm>
#include <mutex>
#include <unordered_set>

namespace core::pdf::pages {

namespace {

constexpr int kLongestSide = 2600; // pixels: 380 dpi over the width of the page
constexpr int kJpegQuality = 90;

bool isSideways(int orientation) { return orientation >= 5 && orientation <= 8; }

std::string loadedBy(const PictureLoader::Bytes& loader, const report::PictureRef& ref) {
    if (!loader) return {};
    try {
        return loader(ref);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return {}; // the page says that the picture cannot be shown
    }
}

// One that goes over several pages keeps what its width needs.
int longestSideOf(const std::optional<image::PictureSize>& stored) {
    constexpr int kStripWidth = 1400, kMost = 60'000; // a JPEG ends at 65,535
    if (!stored) return kLongestSide;
    const int narrow = std::min(stored->width, stored->height),
              tall = std::max(stored->width, stored->height);
    if (!isStrip({static_cast<double>(narrow), static_cast<double>(tall)})) return kLongestSide;
    const double scale = std::min(1.0, static_cast<double>(kStripWidth) / narrow);
    return std::clamp(static_cast<int>(tall * scale), kLongestSide, kMost);
}

int orientationOf(const report::PictureRef& ref, const std::string& bytes) {
    return ref.orientation >= 1 && ref.orientation <= 8 ? ref.orientation : image::exifOrientation(bytes);
}

// The picture out of bytes that are no sound JPEG.
std::optional<image::Picture> decoded(const std::string& bytes, const report::PictureRef& ref) {
    if (image::pictureFormat(bytes) == image::PictureFormat::Unknown) return std::nullopt;
    image::DecodeLimits limits;
    limits.fitWithin = longestSideOf(image::pictureSize(bytes));
    auto picture = image::decodePicture(bytes, ref.orientation, limits);
    if (picture && (picture->width <= 0 || picture->height <= 0)) picture.reset();
    return picture;
}

// JPEGs found sound since the program began, by their hash: decoding takes most of the time of a photo, and a
// preview, a second try and the file all ask for the same ones. Any thread.
class VerifiedJpegs {
public:
    bool has(const std::string& key) const {
        const std::lock_guard lock(mutex_);
        return keys_.contains(key);
    }
    void add(const std::string& key) {
        const std::lock_guard lock(mutex_);
        if (keys_.size() < kMost) keys_.insert(key);
    }

private:
    static constexpr std::size_t kMost = 20'000; // about 3 MiB
    mutable std::mutex mutex_;
    std::unordered_set<std::string> keys_;
};

// `facts`: of what goes into the file; the same bytes decode the same.
bool isVerified(const std::string& jpeg, const JpegFacts& facts) {
    static VerifiedJpegs verified;
    if (verified.has(facts.key)) return true;
    if (!image::isSoundJpeg(jpeg)) return false;
    verified.add(facts.key);
    return true;
}

PictureSize sizeOf(int width, int height) {
    return {static_cast<double>(width), static_cast<double>(height)};
}

} // namespace

PictureFacts::Fact PictureFacts::found(const report::PictureRef& ref) const {
    Fact fact;
    const std::string bytes = loadedBy(loader_.bytes, ref);
    const image::PictureFormat format = image::pictureFormat(bytes);
    const auto stored = image::pictureSize(bytes);
    const bool mayPass = format == image::PictureFormat::Jpeg && stored && image::hasSoundSegments(bytes);
    if (mayPass) fact.jpeg = jpegFacts(image::withoutMetadata(bytes));
    if (mayPass && isVerified(bytes, *fact.jpeg)) {
        fact.orientation = orientationOf(ref, bytes);
        fact.size = isSideways(fact.orientation) ? sizeOf(stored->height, stored->width)
                                                 : sizeOf(stored->width, stored->height);
        fact.load = [loader = loader_.bytes, ref] { return image::withoutMetadata(loadedBy(loader, ref)); };
        return fact;
    }
    fact.jpeg.reset();
    const auto picture = decoded(bytes, ref);
    if (!picture) return fact;
    fact.size = sizeOf(picture->width, picture->height);
    if (format == image::PictureFormat::Png) return fact; // screenshots stay sharp; photographs do not swell
    fact.jpeg = jpegFacts(image::encodeJpeg(*picture, kJpegQuality));
    fact.load = [loader = loader_.bytes, ref] {
        const auto again = decoded(loadedBy(loader, ref), ref);
        return again ? image::encodeJpeg(*again, kJpegQuality) : std::string();
    };
    return fact;
}

const PictureFacts::Fact& PictureFacts::of(const report::PictureRef& ref) {
    const auto known = facts_.find({ref.isAttachment, ref.id});
    if (known != facts_.end()) return known->second;
    return facts_.emplace(Key{ref.isAttachment, ref.id}, found(ref)).first->second;
}

std::optional<image::Picture> PictureFacts::pixels(const report::PictureRef& ref) const {
    return decoded(loadedBy(loader_.bytes, ref), ref);
}

std::optional<ImageId> Pictures::placed(const report::PictureRef& ref) {
    const PictureFacts::Fact& fact = facts_.of(ref);
    const auto [it, isNew] = images_.try_emplace({ref.isAttachment, ref.id});
    if (isNew && fact.jpeg) {
        it->second = canvas_.addJpeg(*fact.jpeg, fact.load);
    } else if (isNew && fact.size) {
        if (const auto pixels = facts_.pixels(ref)) it->second = canvas_.addPicture(*pixels);
    }
    return it->second;
}

void Pictures::draw(const report::PictureRef& ref, double x, double y, double w, double h) {
    if (const auto image = placed(ref)) canvas_.drawImage(*image, x, y, w, h, facts_.of(ref).orientation);
}

void Pictures::drawStrip(const report::PictureRef& ref, double x, double y, double w, double h, double top,
                         double bottom) {
    if (const auto image = placed(ref))
        canvas_.drawImageStrip(*image, x, y, w, h, facts_.of(ref).orientation, top, bottom);
}

std::string Pictures::load(const report::PictureRef& ref) const {
    return loadedBy(facts_.loader().bytes, ref);
}

const std::vector<Pictures::Still>& Pictures::stills(const report::PictureRef& film) {
    constexpr int kCount = 6, kLongest = 1000; // pixels: three of them fill a line of the page
    constexpr int kQuality = 85;
    const auto [it, isNew] = stills_.try_emplace({film.isAttachment, film.id});
    if (!isNew || !facts_.loader().open) return it->second;
    try {
        const auto source = facts_.loader().open(film);
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
