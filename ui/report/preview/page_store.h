// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Drawn pages for the controls that show them: drawn one after another on a worker, kept up to a limit of
// memory, in memory only. Not what is in view: each control says so again whenever that changes.

#include "core/share/preview.h"
#include "ui/common/job.h"

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <vector>

#include <wx/bitmap.h>

namespace ui::report {

class PageStore {
public:
    struct Wanted {
        int page = 0;
        int width = 0; // pixels of the screen
    };

    // Main thread. `owner`: when it goes, nothing comes back.
    PageStore(wxWindow* owner, std::shared_ptr<const core::share::PdfPages> pages,
              std::size_t mostBytes = kMostBytes);
    ~PageStore();

    const core::share::PdfPages& pages() const { return *pages_; }
    // Of exactly that width, or of another width of the same page until it is there; else invalid.
    const wxBitmap& bitmap(const Wanted& wanted);
    bool has(const Wanted& wanted) const;
    // What a control needs, most needed first; instead of what it needed before. The control of the lowest
    // number is served first.
    void want(int control, std::vector<Wanted> wanted);
    void onDrawn(std::function<void(int page)> callback) { drawn_.push_back(std::move(callback)); }
    std::size_t bytes() const { return bytes_; }

private:
    static constexpr std::size_t kMostBytes = 128U << 20U;
    struct Entry {
        Wanted key;
        wxBitmap bitmap;
        std::size_t bytes = 0;
    };
    void drawNext();
    void keep(const Wanted& key, const core::share::PagePixels& pixels);

    wxWindow* owner_;
    std::shared_ptr<const core::share::PdfPages> pages_;
    std::size_t mostBytes_, bytes_ = 0;
    std::list<Entry> entries_; // the last used first
    std::map<int, std::vector<Wanted>> wanted_;
    std::vector<std::function<void(int)>> drawn_;
    common::Job job_;
    bool isDrawing_ = false;
    std::shared_ptr<const bool> alive_ = std::make_shared<bool>(true); // what comes back asks for it
};

} // namespace ui::report
