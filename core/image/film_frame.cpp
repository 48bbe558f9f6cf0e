// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/film_frame.h"

#include "core/image/av_library.h"
#include "core/image/codecs.h"
#include "core/image/film_decoder.h"
#include "core/image/transform.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace core::image {

namespace {

// As RGB, already as small as it is wanted: a frame of eight thousand lines is never held twice.
std::optional<Picture> toPicture(const AvLibrary& av, const AVFrame& frame, int fitWithin) {
    const int longest = std::max(frame.width, frame.height);
    const auto side = [&](int length) {
        if (fitWithin <= 0 || longest <= fitWithin) return length;
        return std::max(1, static_cast<int>(static_cast<std::int64_t>(length) * fitWithin / longest));
    };
    Picture picture{side(frame.width), side(frame.height), {}};
    SwsContext* sws = av.sws_getContext(
        frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), picture.width, picture.height,
        AV_PIX_FMT_RGB24, SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr);
    if (sws == nullptr) return std::nullopt;
    constexpr int kUnity = 1 << 16;
    const bool isFullRange = frame.color_range == AVCOL_RANGE_JPEG || frame.format == AV_PIX_FMT_YUVJ420P;
    av.sws_setColorspaceDetails(sws, av.sws_getCoefficients(frame.colorspace), isFullRange ? 1 : 0,
                                av.sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, kUnity, kUnity);
    // It writes whole vectors, beyond the end of a row.
    constexpr std::size_t kVector = 64;
    const std::size_t row = static_cast<std::size_t>(picture.width) * 3;
    const std::size_t stride = (row + 2 * kVector - 1) / kVector * kVector;
    std::vector<std::uint8_t> rows(stride * static_cast<std::size_t>(picture.height) + kVector);
    std::uint8_t* const target[4] = {rows.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(stride), 0, 0, 0};
    const int done = av.sws_scale(sws, frame.data, frame.linesize, 0, frame.height, target, strides);
    av.sws_freeContext(sws);
    if (done != picture.height) return std::nullopt;
    picture.rgb.reserve(row * static_cast<std::size_t>(picture.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y)
        picture.rgb.insert(picture.rgb.end(), rows.data() + y * stride, rows.data() + y * stride + row);
    return picture;
}

std::optional<Picture> pictureOf(const AvLibrary& av, const AVFrame& frame, const FilmLimits& limits,
                                 std::string& reason) {
    if (frame.width <= 0 || frame.height <= 0 ||
        !fits(static_cast<std::uint64_t>(frame.width), static_cast<std::uint64_t>(frame.height),
              limits.picture)) {
        reason = "too many pixels";
        return std::nullopt;
    }
    auto picture = toPicture(av, frame, limits.picture.fitWithin);
    if (!picture) reason = "its colours are not known";
    return picture;
}

std::optional<Picture> decodeFirst(const AvLibrary& av, Feed& feed, const FilmLimits& limits,
                                   std::string& reason) {
    Film film(av, feed, limits);
    if (!film.open()) {
        reason = "no film that is known";
        return std::nullopt;
    }
    const AVFrame* frame = film.nextFrame();
    if (frame == nullptr) {
        reason = feed.isOver() ? "it takes too long" : "no picture could be decoded";
        return std::nullopt;
    }
    return pictureOf(av, *frame, limits, reason);
}

// One still in the middle of each of as many parts.
std::vector<FilmStill> decodeStills(const AvLibrary& av, Feed& feed, int orientation, int count,
                                    const FilmLimits& limits) {
    std::vector<FilmStill> stills;
    std::string reason;
    Film film(av, feed, limits);
    if (!film.open()) return stills;
    const double length = film.length();
    for (int i = 0; i < count && !feed.isOver(); ++i) {
        const AVFrame* frame = length > 0 ? film.frameAt(length * (i + 0.5) / count) : film.nextFrame();
        if (frame == nullptr) continue;
        const double seconds = film.secondsOf(*frame);
        const bool isAnother = stills.empty() || seconds > stills.back().seconds;
        if (!isAnother) continue;
        auto picture = pictureOf(av, *frame, limits, reason);
        if (picture) stills.push_back({turnedUpright(std::move(*picture), orientation), seconds});
        if (length <= 0) break; // nobody knows where the others are
    }
    return stills;
}

} // namespace

bool looksLikeFilm(std::string_view head) {
    if (head.size() < 12 || pictureFormat(head) != PictureFormat::Unknown) return false;
    if (head.starts_with("\x1A\x45\xDF\xA3")) return true;
    if (head.starts_with("RIFF")) return head.substr(8, 4) == "AVI ";
    for (const std::string_view box : {"ftyp", "moov", "mdat", "wide"})
        if (head.substr(4, 4) == box) return true;
    return false;
}

namespace {

// What the source throws goes on to the caller; what does not fit into memory gives nothing.
template <typename Use>
auto withFeed(base::SeekableSource& source, const FilmLimits& limits, Use use)
    -> decltype(use(std::declval<Feed&>())) {
    source.seek(0);
    Feed feed{source, limits.mostBytes, std::chrono::steady_clock::now() + limits.mostTime, 0, {}};
    decltype(use(feed)) found{};
    try {
        found = use(feed);
    } catch (const std::bad_alloc&) {
        found = {};
    }
    if (feed.error) std::rethrow_exception(feed.error);
    return found;
}

} // namespace

std::optional<Picture> filmFrame(base::SeekableSource& source, int orientation, const FilmLimits& limits,
                                 std::string* reason) {
    std::string why = "the libraries for films are missing";
    std::optional<Picture> picture;
    if (const AvLibrary* av = avLibrary()) {
        why = "out of memory"; // until it is known better
        picture = withFeed(source, limits, [&](Feed& feed) {
            std::string known;
            auto first = decodeFirst(*av, feed, limits, known);
            if (first) first = turnedUpright(std::move(*first), orientation);
            why = known;
            return first;
        });
    }
    if (reason != nullptr) *reason = why;
    return picture;
}

std::vector<FilmStill> filmStills(base::SeekableSource& source, int orientation, int count,
                                  const FilmLimits& limits) {
    const AvLibrary* av = avLibrary();
    if (av == nullptr) return {};
    return withFeed(source, limits,
                    [&](Feed& feed) { return decodeStills(*av, feed, orientation, count, limits); });
}

} // namespace core::image
