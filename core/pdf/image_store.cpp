// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/image_store.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/image/jpeg_segments.h"
#include "core/pdf/content.h"

#include <optional>

namespace core::pdf {
namespace {

constexpr int kPhotoQuality = 85;
constexpr std::size_t kAlwaysExact = 64 * 1024; // packed pictures below this stay exact
constexpr std::size_t kPhotoRatio = 4;          // a picture that packs worse than 1:4 is taken for a photo

// Of a JPEG that a PDF can hold: baseline or progressive (ITU T.81 B.2.2).
std::optional<image::JpegFrame> frameIn(std::string_view jpeg) {
    constexpr std::uint8_t kProgressive = 0xC2;
    image::JpegSegments segments(jpeg);
    while (const auto segment = segments.next())
        if (const auto frame = image::frameOf(*segment); frame && frame->marker <= kProgressive) return frame;
    return std::nullopt;
}

std::string keyOf(const char* kind, int width, int height, std::string_view bytes) {
    return kind + std::to_string(width) + "x" + std::to_string(height) + base::toHex(base::sha256(bytes));
}

std::string_view bytesOf(const std::vector<std::uint8_t>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

ImageId ImageStore::add(StoredImage image, const std::string& key) {
    images_.push_back(std::move(image));
    const auto id = static_cast<ImageId>(images_.size() - 1);
    byKey_.emplace(key, id);
    return id;
}

JpegFacts jpegFacts(std::string_view jpeg) {
    const auto frame = frameIn(jpeg);
    if (!frame || frame->size.width <= 0 || frame->size.height <= 0 ||
        (frame->components != 1 && frame->components != 3)) {
        throw base::Error(base::ErrorCode::InvalidInput, "these bytes are no JPEG that a PDF can hold");
    }
    return {frame->size.width, frame->size.height, frame->components, jpeg.size(), keyOf("jpeg", 0, 0, jpeg)};
}

ImageId ImageStore::addJpeg(std::string_view jpeg) {
    const JpegFacts facts = jpegFacts(jpeg);
    if (const auto found = byKey_.find(facts.key); found != byKey_.end()) return found->second;
    return add({std::string(jpeg), true, facts.width, facts.height, facts.components, -1}, facts.key);
}

ImageId ImageStore::addJpeg(const JpegFacts& facts, std::function<std::string()> load) {
    if (const auto found = byKey_.find(facts.key); found != byKey_.end()) return found->second;
    return add(
        {{}, true, facts.width, facts.height, facts.components, -1, std::move(load), facts.size, facts.key},
        facts.key);
}

ImageId ImageStore::addPicture(const image::Picture& picture) {
    const auto expected =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3;
    if (picture.width <= 0 || picture.height <= 0 || picture.rgb.size() != expected) {
        throw base::Error(base::ErrorCode::InvalidInput, "a picture without its pixels");
    }
    const std::string key = keyOf("rgb", picture.width, picture.height, bytesOf(picture.rgb));
    if (const auto found = byKey_.find(key); found != byKey_.end()) return found->second;
    StoredImage image{deflated(bytesOf(picture.rgb)), false, picture.width, picture.height, 3, -1};
    if (image.bytes.size() > kAlwaysExact && image.bytes.size() > expected / kPhotoRatio) {
        std::string jpeg = image::encodeJpeg(picture, kPhotoQuality);
        if (!jpeg.empty() && jpeg.size() < image.bytes.size()) {
            image.bytes = std::move(jpeg);
            image.jpeg = true;
        }
    }
    return add(std::move(image), key);
}

ImageId ImageStore::addTransparent(const std::vector<std::uint8_t>& rgba, int width, int height) {
    const std::string key = keyOf("rgba", width, height, bytesOf(rgba));
    if (const auto found = byKey_.find(key); found != byKey_.end()) return found->second;
    std::string color;
    std::string opacity;
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = flattens_ ? rgba[i + 3] : 255U;
        for (std::size_t channel = 0; channel < 3; ++channel)
            color += static_cast<char>((rgba[i + channel] * alpha + 255U * (255U - alpha) + 127U) / 255U);
        opacity += static_cast<char>(rgba[i + 3]);
    }
    if (flattens_) return add({deflated(color), false, width, height, 3, -1}, key);
    const ImageId mask = add({deflated(opacity), false, width, height, 1, -1}, key + "mask");
    return add({deflated(color), false, width, height, 3, mask}, key);
}

} // namespace core::pdf
