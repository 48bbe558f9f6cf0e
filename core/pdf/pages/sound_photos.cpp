// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/sound_photos.h"

#include "core/image/exif_orientation.h"
#include "core/image/picture.h"

namespace core::pdf::pages {

namespace {

constexpr std::size_t kMost = 20'000; // about 6 MiB

} // namespace

std::optional<SoundPhoto> soundPhoto(const std::string& bytes, int orientation) {
    if (image::pictureFormat(bytes) != image::PictureFormat::Jpeg || !image::isSoundJpeg(bytes))
        return std::nullopt;
    const bool isKnown = orientation >= 1 && orientation <= 8;
    return SoundPhoto{jpegFacts(image::withoutMetadata(bytes)),
                      isKnown ? orientation : image::exifOrientation(bytes)};
}

std::optional<SoundPhoto> SoundPhotos::find(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = photos_.find(name);
    return found == photos_.end() ? std::nullopt : std::optional(found->second);
}

void SoundPhotos::add(const std::string& name, const SoundPhoto& photo) {
    const std::lock_guard lock(mutex_);
    if (!name.empty() && photos_.size() < kMost) photos_.emplace(name, photo);
}

void SoundPhotos::forget(const std::string& name) {
    const std::lock_guard lock(mutex_);
    photos_.erase(name);
}

SoundPhotos& soundPhotos() {
    static SoundPhotos photos;
    return photos;
}

} // namespace core::pdf::pages
