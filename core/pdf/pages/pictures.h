// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pictures of a document: fetched from the caller, measured for the layout, put into the PDF once,
// without their metadata. A picture that cannot be shown is no error: the page says so.

#include "core/base/byte_source.h"
#include "core/pdf/canvas.h"
#include "core/report/log_document.h"

#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::pdf::pages {

// Where the bytes of items and attachments come from. Both may throw base::Error (a damaged original): then
// it is not shown.
struct PictureLoader {
    using Bytes = std::function<std::string(const report::PictureRef&)>;
    using Open = std::function<std::unique_ptr<base::SeekableSource>(const report::PictureRef&)>;

    PictureLoader() = default;
    template <typename Function>
    requires std::convertible_to<Function, Bytes>
    PictureLoader(Function whole, Open seekable = {}) // NOLINT: pictures alone need no more than a function
        : bytes(std::move(whole)), open(std::move(seekable)) {}

    Bytes bytes;
    Open open; // for films, which are never read whole
};

class Pictures {
public:
    Pictures(Canvas& canvas, const PictureLoader& loader) : canvas_(canvas), loader_(loader) {}

    struct Size { // upright, in pixels
        double width = 0, height = 0;
    };
    // None where the picture cannot be shown.
    std::optional<Size> size(const report::PictureRef& ref);
    void draw(const report::PictureRef& ref, double x, double y, double w, double h); // page millimetres

    struct Still {
        ImageId image = 0;
        Size size;
        double seconds = 0; // into the film
    };
    const std::vector<Still>& stills(const report::PictureRef& film); // empty where there are none

    Canvas& canvas() { return canvas_; }
    std::string load(const report::PictureRef& ref) const; // empty where it fails

private:
    struct Entry {
        std::optional<Size> size;
        std::optional<ImageId> image;
        int orientation = 1;
    };
    using Key = std::pair<bool, model::Id>;
    Entry& entry(const report::PictureRef& ref);

    Canvas& canvas_;
    const PictureLoader& loader_;
    std::map<Key, Entry> entries_;
    std::map<Key, std::vector<Still>> stills_;
};

} // namespace core::pdf::pages
