// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/photo_reader.h"

#include "core/format/photo/embedded_film.h"
#include "core/format/photo/file_name_time.h"
#include "core/format/photo/live_pair.h"
#include "core/format/photo/photo_times.h"
#include "core/format/photo/whole_file.h"

#include <algorithm>
#include <array>

namespace core::format {

namespace {

// Brands of still pictures in an ISO base media file; those of films are other readers' business.
bool isStillBrand(std::string_view brand) {
    constexpr std::array<std::string_view, 10> brands{"heic", "heix", "heim", "heis", "mif1",
                                                      "msf1", "hevc", "hevx", "avif", "avis"};
    return std::find(brands.begin(), brands.end(), brand) != brands.end();
}

std::string filmName(const std::string& picture) { return picture.substr(0, picture.rfind('.')) + ".mp4"; }

// The seconds of film that belong to the picture: behind it in the same file, or in a file beside it.
void addFilms(std::string_view bytes, const std::string& xmp, const ReadContext& context,
              ItemRecord& record) {
    if (const auto place = photo::embeddedFilm(bytes, xmp)) {
        model::Attachment film;
        film.name = filmName(context.fileName);
        film.type = "video/mp4";
        film.size = film.encodedLength = place->length;
        film.offset = place->offset;
        base::Sha256 hash;
        hash.update(bytes.substr(place->offset, place->length));
        film.sha256 = hash.finish();
        record.attachments.push_back(std::move(film));
    }
    if (const auto name = photo::livePair(bytes, context)) {
        model::Attachment film;
        film.name = film.path = *name;
        film.type = "video/quicktime";
        record.attachments.push_back(std::move(film));
    }
}

} // namespace

Confidence PhotoReader::probe(const ProbeInput& input) const {
    using namespace std::string_view_literals;
    const std::string_view head = input.head;
    if (head.starts_with("\xFF\xD8\xFF")) return Confidence::Certain;
    if (head.starts_with("\x89PNG\r\n\x1A\n")) return Confidence::Certain;
    if (head.size() >= 12 && head.substr(4, 4) == "ftyp" && isStillBrand(head.substr(8, 4)))
        return Confidence::Certain;
    if (head.starts_with("GIF87a") || head.starts_with("GIF89a")) return Confidence::Likely;
    if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv)) return Confidence::Likely;
    if (head.size() >= 12 && head.starts_with("RIFF") && head.substr(8, 4) == "WEBP")
        return Confidence::Likely;
    return Confidence::No;
}

void PhotoReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    const photo::WholeFile file = photo::readWhole(source, context, sink);
    ItemRecord record;
    record.kind = model::ItemKind::Photo;
    record.index = 1;
    record.length = file.size;
    record.identity.assign(file.digest.begin(), file.digest.end());

    photo::Metadata metadata;
    if (file.isTooLarge())
        record.issues.push_back(
            {model::IssueCode::TooLarge, model::IssueSeverity::Odd, std::to_string(file.size), 0});
    else
        metadata = photo::readMetadata(file.bytes);
    if (!metadata.damage.empty())
        record.issues.push_back(
            {model::IssueCode::DamagedMetadata, model::IssueSeverity::Odd, metadata.damage, 0});
    if (!metadata.strangeGps.empty())
        record.issues.push_back(
            {model::IssueCode::DamagedMetadata, model::IssueSeverity::Note, "gps=" + metadata.strangeGps, 0});
    const auto side = photo::sideFileOf(context);
    photo::addPhotoTimes(record, metadata, context, side);
    record.photo = metadata.info;
    if (side && !record.photo->gps) record.photo->gps = side->gps;
    addFilms(file.bytes, metadata.xmpPacket, context, record);
    record.photo->isScreenshot = record.photo->isScreenshot || photo::isScreenshotName(context.fileName);
    sink.item(std::move(record));
}

} // namespace core::format
