// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/transform.h"

#include <algorithm>
#include <cmath>

namespace core::image {

namespace {

// Which source pixels, and how much of each, make one pixel of the result along one axis.
struct Span {
    int first = 0;
    std::vector<float> weights; // their sum is 1
};

std::vector<Span> spansOf(int from, int to) {
    std::vector<Span> spans(static_cast<std::size_t>(to));
    const double ratio = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * ratio;
        const double end = std::min((i + 1) * ratio, static_cast<double>(from));
        Span& span = spans[static_cast<std::size_t>(i)];
        span.first = static_cast<int>(begin);
        for (int p = span.first; p < from && p < end; ++p) {
            const double covered = std::min(end, p + 1.0) - std::max(begin, static_cast<double>(p));
            span.weights.push_back(static_cast<float>(covered / ratio));
        }
    }
    return spans;
}

void shrinkRow(const std::uint8_t* row, const std::vector<Span>& columns, std::vector<float>& out) {
    for (std::size_t x = 0; x < columns.size(); ++x) {
        const Span& span = columns[x];
        float sum[3] = {0, 0, 0};
        const std::uint8_t* pixel = row + static_cast<std::size_t>(span.first) * 3;
        for (const float weight : span.weights)
            for (float& channel : sum) channel += weight * *pixel++;
        std::copy(sum, sum + 3, out.begin() + static_cast<std::ptrdiff_t>(x * 3));
    }
}

} // namespace

Picture turnedUpright(Picture picture, int orientation) {
    if (orientation < 2 || orientation > 8) return picture;
    const bool swaps = orientation >= 5;
    const bool mirrorsX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirrorsY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    Picture out{swaps ? picture.height : picture.width, swaps ? picture.width : picture.height, {}};
    out.rgb.resize(picture.rgb.size());
    std::uint8_t* to = out.rgb.data();
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            int sourceX = swaps ? y : x;
            int sourceY = swaps ? x : y;
            if (mirrorsX) sourceX = picture.width - 1 - sourceX;
            if (mirrorsY) sourceY = picture.height - 1 - sourceY;
            const std::size_t at =
                (static_cast<std::size_t>(sourceY) * static_cast<std::size_t>(picture.width) +
                 static_cast<std::size_t>(sourceX)) *
                3;
            to = std::copy_n(picture.rgb.data() + at, 3, to);
        }
    return out;
}

Picture shrunkToFit(Picture picture, int fitWithin) {
    const int longest = std::max(picture.width, picture.height);
    if (fitWithin <= 0 || longest <= fitWithin) return picture;
    const auto scaled = [&](int side) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(side) * fitWithin / longest)));
    };
    Picture out{scaled(picture.width), scaled(picture.height), {}};
    const std::vector<Span> columns = spansOf(picture.width, out.width);
    const std::vector<Span> lines = spansOf(picture.height, out.height);
    const std::size_t values = static_cast<std::size_t>(out.width) * 3;
    const std::size_t stride = static_cast<std::size_t>(picture.width) * 3;
    out.rgb.resize(values * static_cast<std::size_t>(out.height));
    std::vector<float> row(values);
    std::vector<float> sum(values);
    int held = -1; // the source line that `row` was made of: neighbours share one
    for (std::size_t y = 0; y < lines.size(); ++y) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        int source = lines[y].first;
        for (const float weight : lines[y].weights) {
            if (source != held)
                shrinkRow(picture.rgb.data() + static_cast<std::size_t>(source) * stride, columns, row);
            held = source++;
            for (std::size_t i = 0; i < values; ++i) sum[i] += weight * row[i];
        }
        for (std::size_t i = 0; i < values; ++i)
            out.rgb[y * values + i] = static_cast<std::uint8_t>(std::clamp(std::lround(sum[i]), 0L, 255L));
    }
    return out;
}

} // namespace core::image
