// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/film_reader.h"

#include "core/base/error.h"
#include "core/base/seekable.h"
#include "core/base/sha256.h"
#include "core/format/film/containers.h"
#include "core/format/film/iso_media.h"
#include "core/format/film/media_times.h"
#include "core/format/film/transport.h"

#include <algorithm>

namespace core::format {

namespace {

using film::Container;
using film::MediaInfo;
using film::Window;

constexpr std::uint64_t kBudget = 96 * 1024 * 1024; // bytes that are looked into
constexpr std::uint64_t kHashedWhole = 16 * 1024 * 1024;
constexpr std::uint64_t kEnd = 1024 * 1024;
constexpr std::uint64_t kSample = 64 * 1024;
constexpr std::uint64_t kSamples = 128;
constexpr std::size_t kLargestHeld = 256 * 1024 * 1024; // of a source that cannot be sought in

MediaInfo readContainer(Container container, Window& file) {
    switch (container) {
    case Container::Iso:
        return film::readIsoMedia(file);
    case Container::Matroska:
        return film::readMatroska(file);
    case Container::Avi:
        return film::readAvi(file);
    case Container::Asf:
        return film::readAsf(file);
    case Container::Transport:
        return film::readTransport(file);
    case Container::Wav:
        return film::readWav(file);
    case Container::Mp3:
        return film::readMp3(file);
    case Container::Amr:
        return film::readAmr(file);
    case Container::Ogg:
        return film::readOgg(file);
    case Container::Caf:
        return film::readCaf(file);
    case Container::Flac:
        return film::readFlac(file);
    case Container::Aac:
        return film::readAac(file);
    case Container::None:
        break;
    }
    MediaInfo info;
    info.damage = "not known";
    return info;
}

class Hasher {
public:
    Hasher(base::SeekableSource& source, RecordSink& sink) : source_(source), sink_(sink) {}

    void add(std::uint64_t offset, std::uint64_t length) {
        std::string piece(kSample, '\0');
        source_.seek(offset);
        while (length > 0) {
            const std::size_t wanted =
                static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), length));
            const std::size_t n = source_.read(piece.data(), wanted);
            if (n == 0) return;
            hash_.update({piece.data(), n});
            length -= n;
            offset += n;
            sink_.position(offset);
        }
    }
    std::string finish() {
        const base::Digest digest = hash_.finish();
        return {digest.begin(), digest.end()};
    }

private:
    base::SeekableSource& source_;
    RecordSink& sink_;
    base::Sha256 hash_;
};

// The same file gives the same; who stores it has the hash of the whole, and a preview takes both ends with
// the tables of their frames, and evenly spread samples between.
std::string identityOf(base::SeekableSource& source, RecordSink& sink) {
    const std::uint64_t size = source.size();
    Hasher hasher(source, sink);
    if (size <= kHashedWhole) {
        hasher.add(0, size);
        return hasher.finish();
    }
    hasher.add(0, kEnd);
    const std::uint64_t step = (size - 2 * kEnd) / kSamples;
    for (std::uint64_t i = 0; i < kSamples; ++i) hasher.add(kEnd + i * step, std::min(step, kSample));
    hasher.add(size - kEnd, kEnd);
    return hasher.finish() + std::to_string(size);
}

model::ItemKind kindOf(const MediaInfo& info, Container container, const std::string& head) {
    if (info.hasPictures) return model::ItemKind::Video;
    if (info.hasSound) return model::ItemKind::Audio;
    if (container == Container::Iso)
        return head.size() >= 11 && head.compare(8, 3, "M4A") == 0 ? model::ItemKind::Audio
                                                                   : model::ItemKind::Video;
    const bool isOfFilms = container == Container::Matroska || container == Container::Avi ||
                           container == Container::Asf || container == Container::Transport;
    return isOfFilms ? model::ItemKind::Video : model::ItemKind::Audio;
}

void readSeekable(base::SeekableSource& source, const ReadContext& context, RecordSink& sink) {
    Window file(source, kBudget);
    const std::string head = file.range(0, 65536);
    const Container container = film::recognize(head).container;
    const MediaInfo info = readContainer(container, file);

    ItemRecord record;
    record.kind = kindOf(info, container, head);
    record.index = 1;
    record.length = source.size();
    const auto whole = base::digestFromHex(context.sha256);
    record.identity = whole ? std::string(whole->begin(), whole->end()) : identityOf(source, sink);
    if (info.durationMs) record.durationSeconds = (*info.durationMs + 500) / 1000;
    const bool hasFacts = info.hasPictures || info.frame.gps || !info.frame.camera.empty();
    const auto side = photo::sideFileOf(context);
    if (hasFacts || (side && side->gps)) {
        record.photo = info.frame;
        if (side && !record.photo->gps) record.photo->gps = side->gps;
    }
    if (!info.damage.empty())
        record.issues.push_back(
            {model::IssueCode::DamagedMetadata, model::IssueSeverity::Odd, info.damage, 0});
    if (info.isShort)
        record.issues.push_back({model::IssueCode::Truncated, model::IssueSeverity::Odd, {}, source.size()});
    film::addMediaTimes(record, info, context, side);
    sink.position(source.size());
    sink.item(std::move(record));
}

} // namespace

Confidence FilmReader::probe(const ProbeInput& input) const {
    const film::Recognized found = film::recognize(input.head);
    if (found.container == Container::None) return Confidence::No;
    return found.sure ? Confidence::Certain : Confidence::Maybe;
}

void FilmReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    base::Seekable seekable(source, kLargestHeld);
    readSeekable(*seekable, context, sink);
}

} // namespace core::format
