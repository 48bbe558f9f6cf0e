// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Photos that may be handed on as they are, without their metadata, and which of them were found to be so
// since the program began. Not how they are fetched or drawn: pictures.h.

#include "core/pdf/canvas.h"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace core::pdf::pages {

struct SoundPhoto {
    JpegFacts jpeg; // without metadata
    int orientation = 1;
};

// None where it is no JPEG that decodes whole and without a complaint. `orientation`: EXIF 1 to 8; 0 = as the
// bytes say. Any thread.
std::optional<SoundPhoto> soundPhoto(const std::string& bytes, int orientation);

// By the name of their bytes: decoding takes most of the time of a photo, and a preview, a second try and the
// file all ask for the same ones. Any thread.
class SoundPhotos {
public:
    std::optional<SoundPhoto> find(const std::string& name) const;
    void add(const std::string& name, const SoundPhoto& photo); // nothing where the name is empty
    void forget(const std::string& name);

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, SoundPhoto> photos_;
};
SoundPhotos& soundPhotos();

} // namespace core::pdf::pages
