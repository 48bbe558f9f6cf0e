// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/thumbnail.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace core::image {

namespace {

// Rows of pixels counted from one side of the picture, so that the four sides are one.
class Side {
public:
    Side(const Picture& picture, bool columns, bool fromEnd)
        : picture_(picture), columns_(columns), fromEnd_(fromEnd) {}

    int length() const { return columns_ ? picture_.height : picture_.width; }
    // Share of the pixels of that row that are not black, 0 to 1.
    double bright(int row) const {
        constexpr int kBlack = 40; // of 255: black as JPEG leaves it beside a picture
        int count = 0;
        for (int i = 0; i < length(); ++i) {
            const std::uint8_t* p = pixel(row, i);
            if (std::max({p[0], p[1], p[2]}) > kBlack) ++count;
        }
        return static_cast<double>(count) / length();
    }

private:
    const std::uint8_t* pixel(int row, int i) const {
        const int depth = columns_ ? picture_.width : picture_.height;
        const int at = fromEnd_ ? depth - 1 - row : row;
        const int x = columns_ ? at : i;
        const int y = columns_ ? i : at;
        return picture_.rgb.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) +
                                      static_cast<std::size_t>(x)) *
                                         3;
    }

    const Picture& picture_;
    bool columns_, fromEnd_;
};

// Black up to where it has to end, and not beyond: a dark picture has no such edge, and is no bar.
bool isBar(const Side& side, int rows) {
    constexpr double kFew = 0.02, kMany = 0.2;
    for (int row = 0; row + 1 < rows; ++row) // the last one may hold half of each
        if (side.bright(row) > kFew) return false;
    double most = 0;
    for (int row = rows + 1; row < rows + 4; ++row) most = std::max(most, side.bright(row));
    return most >= kMany;
}

Picture cut(const Picture& from, int x, int y, int width, int height) {
    Picture out{width, height, {}};
    out.rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int row = y; row < y + height; ++row) {
        const auto begin = from.rgb.begin() + (static_cast<std::ptrdiff_t>(row) * from.width + x) * 3;
        out.rgb.insert(out.rgb.end(), begin, begin + static_cast<std::ptrdiff_t>(width) * 3);
    }
    return out;
}

// What a side of the thumbnail may be off by where nothing was added: a rounded number of pixels.
int slack(int side) { return std::max(2, side / 50); }

} // namespace

std::optional<Picture> withoutBars(Picture thumbnail, PictureSize of) {
    if (thumbnail.width <= 0 || thumbnail.height <= 0 || of.width <= 0 || of.height <= 0) return std::nullopt;
    const double ratio = static_cast<double>(of.width) / of.height;
    const double width = std::min<double>(thumbnail.width, thumbnail.height * ratio);
    const double height = std::min<double>(thumbnail.height, thumbnail.width / ratio);
    const double besides = thumbnail.width - width;
    const double above = thumbnail.height - height;
    if (besides <= slack(thumbnail.width) && above <= slack(thumbnail.height)) return thumbnail;
    const bool columns = besides > above;
    // Of each of the two; a pixel more is cut away than there is of them, so that none of the edge stays.
    const int bar = static_cast<int>(std::floor((columns ? besides : above) / 2));
    const int depth = columns ? thumbnail.width : thumbnail.height;
    const int left = depth - 2 * (bar + 2);
    if (left < 8) return std::nullopt;
    for (const bool fromEnd : {false, true})
        if (!isBar(Side(thumbnail, columns, fromEnd), bar)) return std::nullopt;
    return columns ? cut(thumbnail, bar + 2, 0, left, thumbnail.height)
                   : cut(thumbnail, 0, bar + 2, thumbnail.width, left);
}

} // namespace core::image
