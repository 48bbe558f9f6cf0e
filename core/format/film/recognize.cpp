// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/containers.h"
#include "core/format/film/iso_media.h"
#include "core/format/film/transport.h"

namespace core::format::film {

namespace {

// Two frames in a row where the file goes on: one alone is a chance of a few thousand.
bool framesBegin(std::string_view bytes, std::size_t (*frame)(std::string_view)) {
    const std::size_t length = frame(bytes);
    if (length == 0) return false;
    if (length >= bytes.size()) return false;
    return frame(bytes.substr(length)) > 0;
}

} // namespace

Recognized recognize(std::string_view head) {
    if (isIsoMedia(head)) return {Container::Iso, true};
    if (head.starts_with("\x1A\x45\xDF\xA3")) return {Container::Matroska, true};
    if (head.size() >= 12 && head.starts_with("RIFF")) {
        if (head.substr(8, 4) == "AVI ") return {Container::Avi, true};
        if (head.substr(8, 4) == "WAVE") return {Container::Wav, true};
    }
    if (isAsf(head)) return {Container::Asf, true};
    if (transportPacket(head) > 0) return {Container::Transport, true};
    if (head.starts_with("RF64") && head.size() >= 12 && head.substr(8, 4) == "WAVE")
        return {Container::Wav, true};
    if (head.starts_with("#!AMR")) return {Container::Amr, true};
    if (head.starts_with("OggS")) return {Container::Ogg, true};
    if (head.starts_with("fLaC")) return {Container::Flac, true};
    if (head.starts_with("caff") && head.size() >= 8) return {Container::Caf, true};
    const bool tagged = head.starts_with("ID3") && head.size() >= 10;
    const std::size_t begin = behindId3(head);
    if (begin < head.size()) {
        const std::string_view frames = head.substr(begin);
        if (framesBegin(frames, adtsFrame)) return {Container::Aac, tagged};
        if (framesBegin(frames, mpegFrame)) return {Container::Mp3, tagged};
    }
    if (tagged) return {Container::Mp3, true}; // the tag alone is larger than what was looked at
    return {};
}

} // namespace core::format::film
