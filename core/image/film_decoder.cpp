// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/film_decoder.h"

#include <algorithm>
#include <new>

namespace core::image {

namespace {

// No other demuxer and decoder of the library's hundreds is let near the bytes; none of these opens files.
constexpr const char* kFormats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,mpegts";
constexpr const char* kCodecs = "h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,h263,mjpeg,msmpeg4,msmpeg4v2,"
                                "mpeg1video,mpeg2video,wmv1,wmv2,wmv3,vc1";
constexpr int kMostPackets = 2000; // of all streams, until the first picture must have come
constexpr int kPiece = 64 * 1024;

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

} // namespace

Film::~Film() {
    av_.av_frame_free(&frame_);
    av_.av_packet_free(&packet_);
    av_.avcodec_free_context(&decoder_);
    av_.avformat_close_input(&format_);
    if (io_ != nullptr) av_.av_freep(&io_->buffer);
    av_.avio_context_free(&io_);
}

bool Film::open() {
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

const AVFrame* Film::nextFrame() {
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

double Film::length() const {
    return format_->duration > 0 ? static_cast<double>(format_->duration) / AV_TIME_BASE : 0;
}

const AVFrame* Film::frameAt(double seconds) {
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

double Film::secondsOf(const AVFrame& frame) const {
    const AVStream& stream = *format_->streams[stream_];
    if (frame.best_effort_timestamp == AV_NOPTS_VALUE || stream.time_base.den == 0) return 0;
    const std::int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    return static_cast<double>(frame.best_effort_timestamp - start) * stream.time_base.num /
           stream.time_base.den;
}

bool Film::openDecoder() {
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

} // namespace core::image
