// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/pictures.h"

#include "core/base/error.h"
#include "core/image/film_frame.h"
#include "core/image/picture.h"
#include "core/pdf/pages/sound_photos.h"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

namespace core::pdf::pages {

namespace {

constexpr int kLongestSide = 2600; // pixels: 380 dpi over the width of the page
constexpr int kJpegQuality = 90;
constexpr std::size_t kMostAtOnce = 16U << 20U; // bytes of a photo that waits for a core

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

// By which a photo is remembered: it is drawn as its own bytes say, or as the case does. Empty where not.
std::string nameOf(const PictureLoader& loader, const report::PictureRef& ref) {
    const std::string name = loader.name ? loader.name(ref) : std::string();
    return name.empty() ? name : name + ' ' + std::to_string(ref.orientation);
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

// The picture out of bytes that are no sound JPEG; `reason` where it is not all of it.
std::optional<image::Picture> decoded(const std::string& bytes, const report::PictureRef& ref,
                                      std::string* reason = nullptr) {
    if (image::pictureFormat(bytes) == image::PictureFormat::Unknown) return std::nullopt;
    image::DecodeLimits limits;
    limits.fitWithin = longestSideOf(image::pictureSize(bytes));
    auto picture = image::decodePicture(bytes, ref.orientation, limits, reason);
    if (picture && (picture->width <= 0 || picture->height <= 0)) picture.reset();
    return picture;
}

PictureSize sizeOf(int width, int height) {
    return {static_cast<double>(width), static_cast<double>(height)};
}

} // namespace

PictureFacts::Fact PictureFacts::handedOn(const report::PictureRef& ref, const SoundPhoto& photo) const {
    Fact fact;
    fact.jpeg = photo.jpeg;
    fact.orientation = photo.orientation;
    fact.size = isSideways(photo.orientation) ? sizeOf(photo.jpeg.height, photo.jpeg.width)
                                              : sizeOf(photo.jpeg.width, photo.jpeg.height);
    fact.load = [loader = loader_, ref, size = photo.jpeg.size] {
        std::string jpeg = image::withoutMetadata(loadedBy(loader.bytes, ref));
        // It cannot be read any more: this file fails, the next one says so on its page.
        if (jpeg.size() != size) soundPhotos().forget(nameOf(loader, ref));
        return jpeg;
    };
    return fact;
}

std::optional<PictureFacts::Fact> PictureFacts::remembered(const report::PictureRef& ref) const {
    const auto photo = soundPhotos().find(nameOf(loader_, ref));
    return photo ? std::optional(handedOn(ref, *photo)) : std::nullopt;
}

PictureFacts::Fact PictureFacts::found(const report::PictureRef& ref) const {
    if (auto known = remembered(ref)) return *std::move(known);
    const std::string bytes = loadedBy(loader_.bytes, ref);
    if (const auto photo = soundPhoto(bytes, ref.orientation)) {
        soundPhotos().add(nameOf(loader_, ref), *photo);
        return handedOn(ref, *photo);
    }
    Fact fact;
    std::string reason;
    const auto picture = decoded(bytes, ref, &reason);
    if (!picture) return fact;
    fact.isDamaged = !reason.empty();
    fact.size = sizeOf(picture->width, picture->height);
    // Screenshots stay sharp; photographs do not swell.
    if (image::pictureFormat(bytes) == image::PictureFormat::Png) return fact;
    fact.jpeg = jpegFacts(image::encodeJpeg(*picture, kJpegQuality));
    fact.load = [loader = loader_.bytes, ref] {
        const auto again = decoded(loadedBy(loader, ref), ref);
        return again ? image::encodeJpeg(*again, kJpegQuality) : std::string();
    };
    return fact;
}

void PictureFacts::prepare(const std::vector<report::PictureRef>& refs, const base::Progress& progress) {
    const std::size_t cores = std::thread::hardware_concurrency();
    struct Pending {
        report::PictureRef ref;
        std::future<std::optional<SoundPhoto>> photo;
    };
    std::deque<Pending> pending; // this thread fetches, as the case is read by one; others decode
    const auto take = [&] {
        const auto photo = pending.front().photo.get();
        const report::PictureRef ref = pending.front().ref;
        pending.pop_front();
        if (!photo) return;
        soundPhotos().add(nameOf(loader_, ref), *photo);
        facts_.emplace(Key{ref.isAttachment, ref.id}, handedOn(ref, *photo));
    };
    for (const report::PictureRef& ref : refs) {
        progress.throwIfCancelled();
        if (cores < 2 || facts_.contains({ref.isAttachment, ref.id}) || remembered(ref)) continue;
        std::string bytes = loadedBy(loader_.bytes, ref);
        if (image::pictureFormat(bytes) != image::PictureFormat::Jpeg || bytes.size() > kMostAtOnce) continue;
        const auto look = [bytes = std::move(bytes), orientation = ref.orientation] {
            return soundPhoto(bytes, orientation);
        };
        pending.push_back({ref, std::async(std::launch::async, look)});
        if (pending.size() > cores) take();
    }
    while (!pending.empty()) take();
}

const PictureFacts::Fact& PictureFacts::of(const report::PictureRef& ref) {
    const auto known = facts_.find({ref.isAttachment, ref.id});
    if (known != facts_.end()) return known->second;
    return facts_.emplace(Key{ref.isAttachment, ref.id}, found(ref)).first->second;
}

std::vector<report::PictureRef> picturesOf(const report::ExhibitPart& exhibit) {
    std::vector<report::PictureRef> refs = exhibit.messages.pictures();
    for (const report::Mail& mail : exhibit.mails)
        refs.insert(refs.end(), mail.pictures.begin(), mail.pictures.end());
    for (const report::FileView& file : exhibit.files)
        if (file.isPicture) refs.push_back(file.picture);
    return refs;
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
