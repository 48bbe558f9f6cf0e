// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pictures of a document: fetched from the caller, measured for the layout, put into the PDF once,
// without their metadata. A picture that cannot be shown is no error: the page says so.

#include "core/pdf/canvas.h"
#include "core/report/log_document.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace core::pdf::pages {

// The bytes of an item or attachment. May throw base::Error (a damaged original): then it is not shown.
using PictureLoader = std::function<std::string(const report::PictureRef&)>;

class Pictures {
public:
    Pictures(Canvas& canvas, const PictureLoader& loader) : canvas_(canvas), loader_(loader) {}

    struct Size { // upright, in pixels
        double width = 0, height = 0;
    };
    // None where the picture cannot be shown.
    std::optional<Size> size(const report::PictureRef& ref);
    void draw(const report::PictureRef& ref, double x, double y, double w, double h); // page millimetres

private:
    struct Entry {
        std::optional<Size> size;
        std::optional<ImageId> image;
        int orientation = 1;
    };
    using Key = std::pair<bool, model::Id>;
    std::string load(const report::PictureRef& ref) const; // empty where it fails
    Entry& entry(const report::PictureRef& ref);

    Canvas& canvas_;
    const PictureLoader& loader_;
    std::map<Key, Entry> entries_;
};

} // namespace core::pdf::pages
