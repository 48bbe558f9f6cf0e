// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The library's decoder over a source, under limits: one picture of a film after another. Internal to this
// folder. What becomes of the pictures: film_frame.h.

#include "core/image/av_library.h"
#include "core/image/film_frame.h"

#include <exception>

namespace core::image {

// Bytes for the library. What the source throws is kept and thrown on: nothing passes through C.
struct Feed {
    base::SeekableSource& source;
    std::uint64_t left;
    std::chrono::steady_clock::time_point end;
    std::uint64_t at = 0;
    std::exception_ptr error;

    bool isOver() const { return error || std::chrono::steady_clock::now() >= end; }
};

// Everything of one film that the library holds, let go of in its order. Throws std::bad_alloc.
class Film {
public:
    Film(const AvLibrary& av, Feed& feed, const FilmLimits& limits) : av_(av), feed_(feed), limits_(limits) {}
    ~Film();
    Film(const Film&) = delete;
    Film& operator=(const Film&) = delete;

    bool open();
    const AVFrame* nextFrame(); // the next picture; null where none comes
    double length() const;      // seconds; 0 where the file does not say
    // The first picture at or after that moment; null where none comes.
    const AVFrame* frameAt(double seconds);
    double secondsOf(const AVFrame& frame) const;

private:
    bool openDecoder();

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

} // namespace core::image
