// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview/page_store.h"

#include <algorithm>
#include <cstring>

#include <wx/image.h>
#include <wx/window.h>

namespace ui::report {

using core::share::PagePixels;

PageStore::PageStore(wxWindow* owner, std::shared_ptr<const core::share::PdfPages> pages,
                     std::size_t mostBytes)
    : owner_(owner), pages_(std::move(pages)), mostBytes_(mostBytes) {}

PageStore::~PageStore() { job_.cancel(); }

const wxBitmap& PageStore::bitmap(const Wanted& wanted) {
    auto found = entries_.end();
    for (auto it = entries_.begin(); it != entries_.end(); ++it) {
        if (it->key.page != wanted.page) continue;
        if (found == entries_.end()) found = it;
        if (it->key.width == wanted.width) {
            found = it;
            break;
        }
    }
    static const wxBitmap kNone;
    if (found == entries_.end()) return kNone;
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().bitmap;
}

bool PageStore::has(const Wanted& wanted) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.key.page == wanted.page && entry.key.width == wanted.width;
    });
}

void PageStore::want(int control, std::vector<Wanted> wanted) {
    wanted_[control] = std::move(wanted);
    drawNext();
}

void PageStore::drawNext() {
    if (isDrawing_) return;
    for (auto& [control, list] : wanted_) {
        std::erase_if(list, [this](const Wanted& wanted) { return has(wanted); });
        if (list.empty()) continue;
        const Wanted next = list.front();
        list.erase(list.begin());
        isDrawing_ = true;
        job_ = common::runJob(
            owner_,
            [pages = pages_, next](core::base::Progress&) { return pages->draw(next.page, next.width); },
            [this, next, alive = std::weak_ptr(alive_)](common::Outcome<PagePixels> outcome) {
                if (alive.expired()) return;
                isDrawing_ = false;
                if (outcome.ok()) {
                    keep(next, outcome.value());
                    for (const auto& tell : drawn_) tell(next.page);
                }
                drawNext();
            });
        return;
    }
}

void PageStore::keep(const Wanted& key, const PagePixels& pixels) {
    wxImage image(pixels.width, pixels.height, false);
    std::memcpy(image.GetData(), pixels.rgb.data(), pixels.rgb.size());
    const std::size_t size =
        static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
    entries_.push_front({key, wxBitmap(image), size});
    bytes_ += size;
    while (bytes_ > mostBytes_ && entries_.size() > 1) {
        bytes_ -= entries_.back().bytes;
        entries_.pop_back();
    }
}

} // namespace ui::report
