// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pictures of a document: fetched from the caller, measured for the layout, put into the PDF once,
// without their metadata. A picture that cannot be shown is no error: the page says so.

#include "core/base/byte_source.h"
#include "core/base/progress.h"
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

// Where the bytes of items and attachments come from, again when the PDF is saved: it must live until then.
// Both may throw base::Error (a damaged original): then
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
    Open open;  // for films, which are never read whole
    Bytes name; // the same for the same bytes alone, as their hash is; empty where that is not known
};

struct PictureSize { // upright, in pixels
    double width = 0, height = 0;
};

// A screenshot of a whole conversation: on one page nobody could read it.
inline bool isStrip(const PictureSize& size) {
    constexpr double kSteepest = 3.6, kLeastWidth = 200; // a telephone's screen is twice as high as wide
    return size.width >= kLeastWidth && size.height > kSteepest * size.width;
}

// All pictures that the pages of an exhibit show, but those of its films.
std::vector<report::PictureRef> picturesOf(const report::ExhibitPart& exhibit);

struct SoundPhoto; // sound_photos.h

// What has been found out about the pictures of a document: every one is fetched and decoded for this once,
// whatever number of drafts and parts there is.
class PictureFacts {
public:
    explicit PictureFacts(const PictureLoader& loader) : loader_(loader) {}

    struct Fact {
        std::optional<PictureSize> size;   // none where it cannot be shown
        std::optional<JpegFacts> jpeg;     // as it goes into the file; none for one that stays exact
        std::function<std::string()> load; // gives that JPEG
        int orientation = 1;               // to be drawn with
        bool isDamaged = false;            // shown as far as it could be read
    };
    const PictureLoader& loader() const { return loader_; }
    // Looks at the photos among them on all cores, ahead of of(); at the others when they are asked for: some
    // need much memory.
    void prepare(const std::vector<report::PictureRef>& refs, const base::Progress& progress);
    const Fact& of(const report::PictureRef& ref);
    // The pixels of one that stays exact.
    std::optional<image::Picture> pixels(const report::PictureRef& ref) const;

private:
    using Key = std::pair<bool, model::Id>;
    std::optional<Fact> remembered(const report::PictureRef& ref) const;
    Fact found(const report::PictureRef& ref) const;
    Fact handedOn(const report::PictureRef& ref, const SoundPhoto& photo) const;

    const PictureLoader& loader_;
    std::map<Key, Fact> facts_;
};

// Those on one canvas.
class Pictures {
public:
    Pictures(Canvas& canvas, PictureFacts& facts) : canvas_(canvas), facts_(facts) {}
    Pictures(Canvas& canvas, const PictureLoader& loader)
        : own_(std::make_unique<PictureFacts>(loader)), canvas_(canvas), facts_(*own_) {}

    std::optional<PictureSize> size(const report::PictureRef& ref) { return facts_.of(ref).size; }
    bool isDamaged(const report::PictureRef& ref) { return facts_.of(ref).isDamaged; } // and yet shown
    void draw(const report::PictureRef& ref, double x, double y, double w, double h);  // page millimetres
    // Only what lies between two heights of the page.
    void drawStrip(const report::PictureRef& ref, double x, double y, double w, double h, double top,
                   double bottom);

    using Size = PictureSize;
    struct Still {
        ImageId image = 0;
        Size size;
        double seconds = 0; // into the film
    };
    const std::vector<Still>& stills(const report::PictureRef& film); // empty where there are none

    Canvas& canvas() { return canvas_; }
    std::string load(const report::PictureRef& ref) const; // empty where it fails

private:
    std::optional<ImageId> placed(const report::PictureRef& ref);

    std::unique_ptr<PictureFacts> own_;
    Canvas& canvas_;
    PictureFacts& facts_;
    std::map<std::pair<bool, model::Id>, std::optional<ImageId>> images_;
    std::map<std::pair<bool, model::Id>, std::vector<Still>> stills_;
};

} // namespace core::pdf::pages
