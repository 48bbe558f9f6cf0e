// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pictures of one PDF as they will stand in the file, each kept once by its content. Not drawing.

#include "core/pdf/canvas.h"

#include <deque>
#include <map>

namespace core::pdf {

struct StoredImage {
    std::string bytes; // JPEG, or rows packed by Flate
    bool jpeg = false;
    int width = 0;
    int height = 0;
    int components = 3; // 1 gray, 3 RGB
    ImageId mask = -1;  // a gray image of opacity
    // Gives the bytes where they are not kept: `size` of them, the same each time.
    std::function<std::string()> load = {};
    std::uint64_t size = 0;
    std::string name = {}; // of those bytes: by their hash
    std::uint64_t length() const { return load ? size : bytes.size(); }
};

class ImageStore {
public:
    // For an archive that knows no transparency pictures are laid on white.
    explicit ImageStore(bool flattens = false) : flattens_(flattens) {}

    ImageId addJpeg(std::string_view jpeg); // throws base::Error(InvalidInput) where it has no size
    ImageId addJpeg(const JpegFacts& facts, std::function<std::string()> load);
    ImageId addPicture(const image::Picture& picture);
    // 8 bit RGBA, rows without padding.
    ImageId addTransparent(const std::vector<std::uint8_t>& rgba, int width, int height);
    const std::deque<StoredImage>& all() const { return images_; }

private:
    ImageId add(StoredImage image, const std::string& key);

    bool flattens_;
    std::deque<StoredImage> images_;
    std::map<std::string, ImageId> byKey_;
};

} // namespace core::pdf
