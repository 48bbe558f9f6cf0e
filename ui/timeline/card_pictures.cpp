// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/card_pictures.h"

#include <algorithm>

namespace ui::timeline {

namespace {
constexpr std::size_t kMostFitted = 200; // cards in view are fewer
}

const wxBitmap& FittedPictures::fitted(const core::timeline::EntryRef& entry, const wxImage& image,
                                       const wxSize& room, double scale) {
    if (room != room_ || scale != scale_ || bitmaps_.size() > kMostFitted) bitmaps_.clear();
    room_ = room;
    scale_ = scale;
    const auto known = bitmaps_.find(entry);
    if (known != bitmaps_.end()) return known->second;
    const double factor =
        std::min({1.0, room.x * scale / image.GetWidth(), room.y * scale / image.GetHeight()});
    const auto side = [&](int length) { return std::max(1, static_cast<int>(length * factor)); };
    const wxImage fit =
        factor < 1 ? image.Scale(side(image.GetWidth()), side(image.GetHeight()), wxIMAGE_QUALITY_HIGH)
                   : image;
    return bitmaps_[entry] = wxBitmap(fit, wxBITMAP_SCREEN_DEPTH, scale);
}

} // namespace ui::timeline
