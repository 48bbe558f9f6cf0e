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

// The lines of one span, weighed into one. Lines first: that leaves the fewer rows to be gone through by
// columns, and this loop, which sees every value, is the plain one.
void sumLines(const std::uint8_t* rgb, std::size_t stride, const Span& span, std::vector<float>& sum) {
    std::fill(sum.begin(), sum.end(), 0.0F);
    const std::uint8_t* line = rgb + static_cast<std::size_t>(span.first) * stride;
    for (const float weight : span.weights) {
        for (std::size_t i = 0; i < stride; ++i) sum[i] += weight * line[i];
        line += stride;
    }
}

std::uint8_t* shrinkLine(const std::vector<float>& line, const std::vector<Span>& columns,
                         std::uint8_t* out) {
    for (const Span& span : columns) {
        float sum[3] = {0.5F, 0.5F, 0.5F}; // rounds; the weights are a mean, so none is below 0
        const float* pixel = line.data() + static_cast<std::size_t>(span.first) * 3;
        for (const float weight : span.weights)
            for (float& channel : sum) channel += weight * *pixel++;
        for (const float channel : sum) *out++ = static_cast<std::uint8_t>(std::min(channel, 255.0F));
    }
    return out;
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
    const std::size_t stride = static_cast<std::size_t>(picture.width) * 3;
    out.rgb.resize(static_cast<std::size_t>(out.width) * 3 * static_cast<std::size_t>(out.height));
    std::vector<float> line(stride);
    std::uint8_t* to = out.rgb.data();
    for (const Span& span : lines) {
        sumLines(picture.rgb.data(), stride, span, line);
        to = shrinkLine(line, columns, to);
    }
    return out;
}

} // namespace core::image
