// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Recordings and films that are no ISO base media: each read from its head, and from its tail where the
// length stands there. Never their sound or frames.

#include "core/format/film/media_info.h"
#include "core/format/film/window.h"

#include <string_view>

namespace core::format::film {

enum class Container { None, Iso, Matroska, Avi, Asf, Transport, Wav, Mp3, Amr, Ogg, Caf, Flac, Aac };

// By the first bytes. `sure` is false where they only look like it (MP3 and AAC have no signature).
struct Recognized {
    Container container = Container::None;
    bool sure = false;
};
Recognized recognize(std::string_view head);

MediaInfo readMatroska(Window& file);
MediaInfo readAvi(Window& file);
MediaInfo readAsf(Window& file);
MediaInfo readWav(Window& file);
MediaInfo readMp3(Window& file);
MediaInfo readAmr(Window& file);
MediaInfo readOgg(Window& file);
MediaInfo readCaf(Window& file);
MediaInfo readFlac(Window& file);
MediaInfo readAac(Window& file);

bool isAsf(std::string_view head);

// Where the first frame of an MP3 or AAC begins: behind the ID3v2 tag.
std::size_t behindId3(std::string_view head);

// The length of the ADTS or MPEG audio frame that begins there; 0 where none does.
std::size_t adtsFrame(std::string_view bytes);
std::size_t mpegFrame(std::string_view bytes);

} // namespace core::format::film
