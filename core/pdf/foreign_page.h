// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of somebody else's PDF made fit to stand on pages of ours: what a reader sees of them, as
// drawings. Scripts, links, attachments, form fields, structure and metadata stay behind, what fields and
// stamps look like is drawn. Nothing is fetched and no input makes it throw; what it costs is bounded, here
// and for whoever draws its pages later.

#include "core/base/progress.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf {

enum class ForeignTrouble {
    None,
    Sealed,  // encrypted: not to be opened without its passphrase
    Damaged, // no pages can be read
    TooManyPages,
    TooLarge, // the file
    Packed,   // what is packed in it
    Deep,     // objects within objects
    Heavy,    // too many objects, or too much work to draw a page
    Layers,   // holds layers that readers are told to hide
    Dynamic,  // its pages are made by a program when it is opened
};

struct ForeignLimits {
    std::size_t mostPages = 300;
    std::size_t mostBytes = 64U << 20U;        // of the file
    std::size_t mostUnpacked = 256U << 20U;    // of its streams
    std::size_t mostObjects = 100'000;         // that its pages use
    double mostWork = 10e6;                    // steps of drawing one page, forms within forms counted out
    bool wholeSheets = false;                  // what crop boxes hide too
    std::chrono::milliseconds mostTime{5'000}; // of the processor, looked at wherever bytes are read
};

struct ForeignPages {
    struct Size {
        double widthPt = 0, heightPt = 0; // upright, of what a reader shows
        // Upright, of its sheet: what a reader does not show on each side.
        double hiddenLeft = 0, hiddenTop = 0, hiddenRight = 0, hiddenBottom = 0;
        bool isCut() const { return hiddenLeft + hiddenTop + hiddenRight + hiddenBottom > 0; }
    };
    ForeignTrouble trouble = ForeignTrouble::None;
    std::size_t pageCount = 0; // as far as it is known, in trouble too
    std::vector<Size> pages;   // empty in trouble
    bool isDamaged = false;    // shown as far as it could be read
    // Every text in what is drawn, seen or not, in the order of drawing: to be searched, not to be read.
    std::string text;
    bool hasUnknownLetters = false; // too many signs of the text cannot be told
    double heaviest = 0;            // steps of drawing the page that takes most
    std::string pdf;                // for the canvas; a PDF of these pages too
};

// Throws only base::Error(Cancelled), soon after `progress` says so.
ForeignPages readForeignPages(std::string_view bytes, const ForeignLimits& limits = {},
                              const base::Progress* progress = nullptr);

} // namespace core::pdf
