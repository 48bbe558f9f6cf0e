// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a picture says about itself, as text: EXIF, XMP, PNG texts. Damage never throws; it is told.
// Not judged here: which time is to be believed is photo_times.h.

#include "core/model/item.h"

#include <string>
#include <string_view>

namespace core::format::photo {

struct Metadata {
    model::PhotoInfo info;

    // As written; empty where absent.
    std::string original; // DateTimeOriginal
    std::string originalOffset;
    std::string originalFraction;
    std::string digitized; // CreateDate
    std::string digitizedOffset;
    std::string digitizedFraction;
    std::string modified; // DateTime
    std::string modifiedOffset;
    std::string gpsDate;
    std::string gpsTime; // "20:31:12", fractions resolved
    std::string xmpCreated;
    std::string pngCreated;
    std::string xmpPacket; // whole

    std::string damage;     // what could not be read; empty = all could
    std::string strangeGps; // coordinates that are none: "0,0", without a hemisphere
};

Metadata readMetadata(std::string_view bytes);

// The text chunk "Creation Time" of a PNG; empty where there is none.
std::string pngCreationTime(std::string_view png);

} // namespace core::format::photo
