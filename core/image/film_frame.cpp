// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/film_frame.h"

#include "core/image/av_library.h"
#include "core/image/codecs.h"
#include "core/image/transform.h"

#include <algorithm>
#include <exception>
#include <new>

namespace core::image {

namespace {

// No other demuxer and decoder of the library's hundreds is let near the bytes; none of these opens files.
constexpr const char* kFormats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi";
constexpr const char* kCodecs =
    "h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,h263,mjpeg,msmpeg4,msmpeg4v2,mpeg2video";
constexpr int kMostPackets = 2000; // of all streams, until the first picture must have come
constexpr int kPiece = 64 * 1024;

// Bytes for the library. What the source throws is kept and thrown on: nothing passes through C.
struct Feed {
    base::SeekableSource& source;
    std::uint64_t left;
    std::chrono::steady_clock::time_point end;
    std::uint64_t at = 0;
    std::exception_ptr error;

    bool isOver() const { return error || std::chrono::steady_clock::now() >= end; }
};

int readPiece(void* opaque, std::uint8_t* target, int wanted) {
    auto* feed = static_cast<Feed*>(opaque);
    if (feed->isOver() || feed->left == 0) return AVERROR_EXIT;
    try {
        const std::size_t most = static_cast<std::size_t>(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(std::max(wanted, 0)), feed->left));
        const std::size_t n = feed->source.read(reinterpret_cast<char*>(target), most);
        feed->left -= n;
        feed->at += n;
        return n == 0 ? AVERROR_EOF : static_cast<int>(n);
    } catch (...) {
        feed->error = std::current_exception();
        return AVERROR_EXIT;
    }
}

std::int64_t seekTo(void* opaque, std::int64_t offset, int whence) {
    auto* feed = static_cast<Feed*>(opaque);
    const auto size = static_cast<std::int64_t>(feed->source.size());
    if ((whence & AVSEEK_SIZE) != 0) return size;
    const int from = whence & 3;
    const std::int64_t base = from == SEEK_CUR   ? static_cast<std::int64_t>(feed->at)
                              : from == SEEK_END ? size
                                                 : 0;
    if (offset < -base || offset > size - base) return AVERROR(EINVAL);
    try {
        feed->at = static_cast<std::uint64_t>(base + offset);
        feed->source.seek(feed->at);
    } catch (...) {
        feed->error = std::current_exception();
        return AVERROR_EXIT;
    }
    return base + offset;
}

// Everything of one film that the library holds, let go of in its order.
class Film {
public:
    Film(const AvLibrary& av, Feed& feed, const FilmLimits& limits) : av_(av), feed_(feed), limits_(limits) {}
    ~Film() {
        av_.av_frame_free(&frame_);
        av_.av_packet_free(&packet_);
        av_.avcodec_free_context(&decoder_);
        av_.avformat_close_input(&format_);
        if (io_ != nullptr) av_.av_freep(&io_->buffer);
        av_.avio_context_free(&io_);
    }
    Film(const Film&) = delete;
    Film& operator=(const Film&) = delete;

    bool open() {
        auto* buffer = static_cast<unsigned char*>(av_.av_malloc(kPiece));
        if (buffer == nullptr) throw std::bad_alloc();
        io_ = av_.avio_alloc_context(buffer, kPiece, 0, &feed_, readPiece, nullptr, seekTo);
        format_ = av_.avformat_alloc_context();
        if (io_ == nullptr || format_ == nullptr) throw std::bad_alloc();
        format_->pb = io_;
        format_->interrupt_callback = {[](void* feed) { return static_cast<Feed*>(feed)->isOver() ? 1 : 0; },
                                       &feed_};
        AVDictionary* options = nullptr;
        av_.av_dict_set(&options, "format_whitelist", kFormats, 0);
        av_.av_dict_set(&options, "codec_whitelist", kCodecs, 0);
        av_.av_dict_set(&options, "protocol_whitelist", "none", 0);
        const int opened = av_.avformat_open_input(&format_, nullptr, nullptr, &options);
        av_.av_dict_free(&options);
        return opened == 0 && openDecoder();
    }

    // The next picture; null where none comes.
    const AVFrame* nextFrame() {
        if (packet_ == nullptr) packet_ = av_.av_packet_alloc();
        if (frame_ == nullptr) frame_ = av_.av_frame_alloc();
        if (packet_ == nullptr || frame_ == nullptr) throw std::bad_alloc();
        for (int packets = 0; packets < kMostPackets && !feed_.isOver(); ++packets) {
            if (av_.av_read_frame(format_, packet_) < 0) break;
            const bool isOurs = packet_->stream_index == stream_;
            if (isOurs) av_.avcodec_send_packet(decoder_, packet_); // a damaged one is passed over
            av_.av_packet_unref(packet_);
            if (isOurs && av_.avcodec_receive_frame(decoder_, frame_) == 0) return frame_;
        }
        if (feed_.isOver()) return nullptr;
        // What the decoder still holds back: a film of one picture.
        av_.avcodec_send_packet(decoder_, nullptr);
        return av_.avcodec_receive_frame(decoder_, frame_) == 0 ? frame_ : nullptr;
    }

    // Seconds; 0 where the file does not say.
    double length() const {
        return format_->duration > 0 ? static_cast<double>(format_->duration) / AV_TIME_BASE : 0;
    }

    // The first picture at or after that moment; null where none comes.
    const AVFrame* frameAt(double seconds) {
        constexpr int kMostPictures = 400; // from the one that can be decoded alone to the one that is wanted
        const auto at = static_cast<std::int64_t>(seconds * AV_TIME_BASE);
        const std::int64_t start = format_->start_time == AV_NOPTS_VALUE ? 0 : format_->start_time;
        if (av_.av_seek_frame(format_, -1, start + at, AVSEEK_FLAG_BACKWARD) < 0) return nullptr;
        av_.avcodec_flush_buffers(decoder_);
        const AVFrame* frame = nextFrame();
        for (int i = 0; i < kMostPictures && frame != nullptr && secondsOf(*frame) < seconds; ++i)
            frame = nextFrame();
        return frame;
    }

    double secondsOf(const AVFrame& frame) const {
        const AVStream& stream = *format_->streams[stream_];
        if (frame.best_effort_timestamp == AV_NOPTS_VALUE || stream.time_base.den == 0) return 0;
        const std::int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
        return static_cast<double>(frame.best_effort_timestamp - start) * stream.time_base.num /
               stream.time_base.den;
    }

private:
    bool openDecoder() {
        stream_ = av_.av_find_best_stream(format_, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
        if (stream_ < 0) return false;
        const AVCodecParameters* parameters = format_->streams[stream_]->codecpar;
        const AVCodec* codec = av_.avcodec_find_decoder(parameters->codec_id);
        if (codec == nullptr) return false;
        decoder_ = av_.avcodec_alloc_context3(codec);
        if (decoder_ == nullptr) throw std::bad_alloc();
        if (av_.avcodec_parameters_to_context(decoder_, parameters) < 0) return false;
        decoder_->thread_count = 1;
        decoder_->max_pixels = static_cast<std::int64_t>(limits_.picture.maxPixels);
        AVDictionary* options = nullptr;
        av_.av_dict_set(&options, "codec_whitelist", kCodecs, 0);
        const int opened = av_.avcodec_open2(decoder_, codec, &options);
        av_.av_dict_free(&options);
        return opened == 0;
    }

    const AvLibrary& av_;
    Feed& feed_;
    const FilmLimits& limits_;
    AVIOContext* io_ = nullptr;
    AVFormatContext* format_ = nullptr;
    AVCodecContext* decoder_ = nullptr;
    AVPacket* packet_ = nullptr;
    AVFrame* frame_ = nullptr;
    int stream_ = -1;
};

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

std::optional<Picture> filmFrame(base::SeekableSource& source, int orientation, const FilmLimits& limits,
                                 std::string* reason) {
    std::string why;
    std::optional<Picture> picture;
    const AvLibrary* av = avLibrary();
    if (av == nullptr) {
        why = "the libraries for films are missing";
    } else {
        source.seek(0);
        Feed feed{source, limits.mostBytes, std::chrono::steady_clock::now() + limits.mostTime, 0, {}};
        try {
            picture = decodeFirst(*av, feed, limits, why);
            if (picture) picture = turnedUpright(std::move(*picture), orientation);
        } catch (const std::bad_alloc&) {
            picture.reset();
            why = "out of memory";
        }
        if (feed.error) std::rethrow_exception(feed.error);
    }
    if (reason != nullptr) *reason = why;
    return picture;
}

std::vector<FilmStill> filmStills(base::SeekableSource& source, int orientation, int count,
                                  const FilmLimits& limits) {
    std::vector<FilmStill> stills;
    const AvLibrary* av = avLibrary();
    if (av == nullptr) return stills;
    source.seek(0);
    Feed feed{source, limits.mostBytes, std::chrono::steady_clock::now() + limits.mostTime, 0, {}};
    try {
        stills = decodeStills(*av, feed, orientation, count, limits);
    } catch (const std::bad_alloc&) {
        stills.clear();
    }
    if (feed.error) std::rethrow_exception(feed.error);
    return stills;
}

} // namespace core::image
