// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The finished pages of a PDF of ours as pixels and as text, for whoever shows or prints them. Read from
// memory, drawn into memory. Not for files from outside, and nothing about a window.

#include "core/base/progress.h"
#include "core/pdf/output_file.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core::pdf::view {

struct PageSize { // points
    double width = 0, height = 0;
};

struct PagePixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb; // three bytes a pixel, rows without gaps
};

struct PageHit { // points from the top left corner
    int page = 0;
    double x = 0, y = 0, width = 0, height = 0;
};

// Any thread; it does one thing at a time. Pages are counted from 0.
class PdfPages {
public:
    // What was written to the file, which lives on in this object. Throws Error(Damaged, Unsupported, Io).
    explicit PdfPages(OutputFile file);
    ~PdfPages();

    int count() const;
    const std::vector<PageSize>& sizes() const;
    const OutputFile& file() const;

    // That many pixels wide, or fewer where the picture would be larger than 24 million pixels. A page that
    // cannot be drawn is white.
    PagePixels draw(int page, int widthPx) const;
    std::string text(int page) const; // in the order of reading
    // Where the words stand, in any case of letters.
    std::vector<PageHit> find(int page, const std::string& words) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::pdf::view
