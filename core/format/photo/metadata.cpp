// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/metadata.h"

#include "core/base/utf8.h"
#include "core/format/photo/heif_items.h"
#include "core/format/photo/heif_size.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <mutex>

#include <exiv2/exiv2.hpp>

namespace core::format::photo {

namespace {

std::once_flag preparedOnce;
std::mutex xmpMutex; // of the XMP toolkit, which keeps process-wide state

void prepare() {
    std::call_once(preparedOnce, [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::XmpParser::initialize(
            [](void* mutex, bool lock) {
                auto* held = static_cast<std::mutex*>(mutex);
                lock ? held->lock() : held->unlock();
            },
            &xmpMutex);
    });
}

std::string clean(std::string text) {
    const std::size_t end = text.find('\0');
    if (end != std::string::npos) text.resize(end);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    constexpr std::size_t longest = 1024;
    if (text.size() > longest) text.resize(longest);
    return base::repairUtf8(text);
}

std::string exifText(const Exiv2::ExifData& exif, const char* key) {
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() ? std::string() : clean(found->toString());
}

// Between the beginning and the end of a packet, for the kinds of file in which the library looks for none.
std::string packetIn(std::string_view bytes) {
    constexpr std::string_view ending = "</x:xmpmeta>";
    const std::size_t begin = bytes.find("<x:xmpmeta");
    const std::size_t end = begin == std::string_view::npos ? begin : bytes.find(ending, begin);
    if (end == std::string_view::npos) return {};
    return std::string(bytes.substr(begin, end + ending.size() - begin));
}

std::string firstXmp(const Exiv2::XmpData& xmp, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const auto found = xmp.findKey(Exiv2::XmpKey(key));
        if (found == xmp.end()) continue;
        std::string text = clean(found->toString());
        if (!text.empty()) return text;
    }
    return {};
}

std::optional<double> rational(const Exiv2::Exifdatum& datum, long index) {
    if (index >= datum.count()) return std::nullopt;
    const Exiv2::Rational value = datum.toRational(index);
    if (value.second == 0) return std::nullopt;
    // Unsigned in the file; the library hands both kinds over as signed.
    return static_cast<double>(static_cast<std::uint32_t>(value.first)) /
           static_cast<double>(static_cast<std::uint32_t>(value.second));
}

// Degrees, minutes and seconds with their hemisphere as degrees. None where one of them is missing.
std::optional<double> coordinate(const Exiv2::ExifData& exif, const char* key, const char* refKey,
                                 char negative, char positive, double limit) {
    const auto value = exif.findKey(Exiv2::ExifKey(key));
    const std::string ref = exifText(exif, refKey);
    if (value == exif.end() || ref.empty() || (ref[0] != negative && ref[0] != positive)) return std::nullopt;
    const auto degrees = rational(*value, 0);
    if (!degrees) return std::nullopt;
    const double all =
        *degrees + rational(*value, 1).value_or(0) / 60 + rational(*value, 2).value_or(0) / 3600;
    if (!std::isfinite(all) || all > limit) return std::nullopt;
    return ref[0] == negative ? -all : all;
}

void readPlace(const Exiv2::ExifData& exif, Metadata& out) {
    const bool hasAny = exif.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSLatitude")) != exif.end() ||
                        exif.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSLongitude")) != exif.end();
    if (!hasAny) return;
    const auto latitude =
        coordinate(exif, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'S', 'N', 90);
    const auto longitude =
        coordinate(exif, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'W', 'E', 180);
    if (!latitude || !longitude)
        out.strangeGps = "incomplete";
    else if (*latitude == 0 && *longitude == 0)
        out.strangeGps = "0,0"; // in the sea off Africa: what is written where nothing is known
    else
        out.info.gps = model::Gps{*latitude, *longitude};
}

void readGpsTime(const Exiv2::ExifData& exif, Metadata& out) {
    out.gpsDate = exifText(exif, "Exif.GPSInfo.GPSDateStamp");
    const auto time = exif.findKey(Exiv2::ExifKey("Exif.GPSInfo.GPSTimeStamp"));
    if (time == exif.end()) return;
    std::array<double, 3> parts{};
    for (long i = 0; i < 3; ++i) {
        const auto part = rational(*time, i);
        if (!part || *part < 0 || *part >= 60 || (i == 0 && *part >= 24)) return;
        parts.at(static_cast<std::size_t>(i)) = *part;
    }
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(parts[0]),
                  static_cast<int>(parts[1]), static_cast<int>(parts[2]));
    out.gpsTime = text.data();
}

void readExif(const Exiv2::ExifData& exif, Metadata& out) {
    out.original = exifText(exif, "Exif.Photo.DateTimeOriginal");
    out.originalOffset = exifText(exif, "Exif.Photo.OffsetTimeOriginal");
    out.originalFraction = exifText(exif, "Exif.Photo.SubSecTimeOriginal");
    out.digitized = exifText(exif, "Exif.Photo.DateTimeDigitized");
    out.digitizedOffset = exifText(exif, "Exif.Photo.OffsetTimeDigitized");
    out.digitizedFraction = exifText(exif, "Exif.Photo.SubSecTimeDigitized");
    out.modified = exifText(exif, "Exif.Image.DateTime");
    out.modifiedOffset = exifText(exif, "Exif.Photo.OffsetTime");
    const auto orientation = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    if (orientation != exif.end() && orientation->count() > 0) {
        const long value = orientation->toLong();
        if (value >= 1 && value <= 8) out.info.orientation = static_cast<int>(value);
    }
    const std::string make = exifText(exif, "Exif.Image.Make");
    const std::string model = exifText(exif, "Exif.Image.Model");
    out.info.camera = make.empty() || model.starts_with(make) ? model : make + " " + model;
    while (!out.info.camera.empty() && out.info.camera.back() == ' ') out.info.camera.pop_back();
    if (exifText(exif, "Exif.Photo.UserComment").find("Screenshot") != std::string::npos)
        out.info.isScreenshot = true;
    readPlace(exif, out);
    readGpsTime(exif, out);
}

std::uint32_t bigEndian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

} // namespace

// https://www.w3.org/TR/png/#11tEXt
std::string pngCreationTime(std::string_view png) {
    constexpr std::string_view keyword{"Creation Time\0", 14};
    std::size_t at = 8;
    while (at + 12 <= png.size()) {
        const std::size_t length = bigEndian(png, at);
        const std::string_view type = png.substr(at + 4, 4);
        if (length > png.size() - at - 12 || type == "IEND") break;
        std::string_view data = png.substr(at + 8, length);
        if (type == "tEXt" && data.starts_with(keyword)) return clean(std::string(data.substr(14)));
        if (type == "iTXt" && data.starts_with(keyword) && data.size() > 16 && data[14] == 0) {
            data.remove_prefix(16); // not compressed; then language and translated keyword, each with a zero
            for (int i = 0; i < 2; ++i) {
                const std::size_t zero = data.find('\0');
                if (zero == std::string_view::npos) return {};
                data.remove_prefix(zero + 1);
            }
            return clean(std::string(data));
        }
        at += 12 + length;
    }
    return {};
}

namespace {

void readXmp(const Exiv2::XmpData& xmp, Metadata& out) {
    out.xmpCreated =
        firstXmp(xmp, {"Xmp.photoshop.DateCreated", "Xmp.exif.DateTimeOriginal", "Xmp.xmp.CreateDate"});
}

void decodeXmp(Metadata& out) {
    Exiv2::XmpData xmp;
    if (!out.xmpPacket.empty() && Exiv2::XmpParser::decode(xmp, out.xmpPacket) == 0) readXmp(xmp, out);
}

// Where its EXIF and XMP stand we find ourselves: the library knows fewer of the ways.
void readHeif(std::string_view bytes, Metadata& out) {
    const HeifItems items = readHeifItems(bytes);
    if (!items.hasTable) out.damage = "no list of items";
    // Its size is that of the picture; what EXIF says editors forget to change.
    readHeifSize(bytes, out.info);
    if (!items.exif.empty()) {
        Exiv2::ExifData exif;
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte*>(items.exif.data()),
                                  static_cast<std::uint32_t>(items.exif.size()));
        readExif(exif, out);
    }
    out.xmpPacket = items.xmp;
    decodeXmp(out);
}

void readImage(std::string_view bytes, Metadata& out) {
    const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                                                 static_cast<long>(bytes.size()));
    image->readMetadata();
    out.info.width = image->pixelWidth();
    out.info.height = image->pixelHeight();
    readExif(image->exifData(), out);
    readXmp(image->xmpData(), out);
    out.xmpPacket = image->xmpPacket();
    if (!bytes.starts_with("GIF8")) return;
    out.xmpPacket = packetIn(bytes);
    decodeXmp(out);
}

} // namespace

Metadata readMetadata(std::string_view bytes) {
    Metadata out;
    try {
        prepare();
        if (bytes.starts_with("\x89PNG")) out.pngCreated = pngCreationTime(bytes);
        if (bytes.substr(0, 8).ends_with("ftyp"))
            readHeif(bytes, out);
        else
            readImage(bytes, out);
    } catch (const std::exception& error) {
        // Everything the library throws, out-of-memory for a claimed size among it: the file is damaged.
        out.damage = error.what();
        if (out.damage.empty()) out.damage = "unreadable";
    }
    return out;
}

} // namespace core::format::photo
