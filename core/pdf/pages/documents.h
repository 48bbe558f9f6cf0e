// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The PDFs among the exhibits: fetched, made harmless, searched for what is protected, put onto the canvas
// once. What cannot be shown is no error: the page says why. Not their place on the page.

#include "core/base/progress.h"
#include "core/base/sha256.h"
#include "core/pdf/foreign_page.h"
#include "core/pdf/pages/pictures.h"

#include <map>
#include <string>
#include <vector>

namespace core::pdf::pages {

class Documents {
public:
    Documents(Pictures& pictures, const report::LogDocument& document, const base::Progress& progress)
        : pictures_(pictures), document_(document), progress_(progress) {}

    struct Shown {
        ForeignId id = -1;
        std::vector<ForeignPages::Size> pages; // empty where it is not shown
        bool isDamaged = false;
        bool isPictures = false; // of its pages, since more would have gone along with them
        bool isTooLong = false;  // neither its pages nor its words are shown
        std::string trouble;     // why it is not shown
    };
    const Shown& show(const report::FileView& file);

private:
    Shown read(const std::string& bytes);
    std::string troubleOf(const ForeignPages& pages) const;
    std::string heldBack(const ForeignPages& pages) const;
    std::string whyUnread(const std::string& bytes) const;

    Pictures& pictures_;
    const report::LogDocument& document_;
    const base::Progress& progress_;
    std::map<std::pair<bool, model::Id>, Shown> shown_; // attachments and items
    std::map<base::Digest, Shown> byContent_;           // the same file twice is one
};

} // namespace core::pdf::pages
