// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/small_pictures.h"

#include "core/image/small_picture.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <optional>

namespace ui::shell {

using core::image::Picture;
using core::model::Id;

struct SmallPictures::Batch {
    std::mutex mutex;
    std::vector<std::pair<Id, std::optional<Picture>>> read;

    void add(Id id, std::optional<Picture> picture) {
        const std::lock_guard lock(mutex);
        read.emplace_back(id, std::move(picture));
    }
};

namespace {

std::optional<Picture> smallOf(core::base::SeekableSource& source, int orientation, int longest) {
    auto small = core::image::smallPicture(source, orientation, longest);
    if (!small) return std::nullopt;
    return std::move(small->picture);
}

// On a worker. Damage is told where the item is looked at, not here.
std::optional<Picture> read(const core::query::CaseReader& reader, Id id, int longest) {
    try {
        const auto item = reader.item(id);
        if (!item) return std::nullopt;
        const int orientation = item->photo ? item->photo->orientation : 1;
        const bool isWholeFile = item->recordOffset == 0 && item->recordLength >= item->source.size;
        if (isWholeFile || item->kind == core::model::ItemKind::Video) {
            const auto source = reader.openSource(item->source.id);
            return smallOf(*source, orientation, longest);
        }
        const std::string bytes = reader.itemBytes(id);
        core::base::MemorySource source(bytes);
        return smallOf(source, orientation, longest);
    } catch (const core::base::Error&) {
        return std::nullopt;
    }
}

wxImage toImage(const std::optional<Picture>& picture) {
    if (!picture) return {};
    wxImage image(picture->width, picture->height, false);
    std::memcpy(image.GetData(), picture->rgb.data(), picture->rgb.size());
    return image;
}

std::size_t bytesOf(const wxImage& image) {
    if (!image.IsOk()) return 0;
    return static_cast<std::size_t>(image.GetWidth()) * static_cast<std::size_t>(image.GetHeight()) * 3;
}

} // namespace

SmallPictures::SmallPictures(wxWindow* owner, common::SessionPtr session, std::function<void()> ready)
    : owner_(owner), session_(std::move(session)), ready_(std::move(ready)) {}

SmallPictures::~SmallPictures() { job_.cancel(); }

std::vector<Id> SmallPictures::missing() const {
    std::vector<Id> ids;
    for (const Id id : wanted_)
        if (!images_.contains(id)) ids.push_back(id);
    return ids;
}

void SmallPictures::want(const std::vector<EntryRef>& entries, int longest) {
    if (longest > longest_) { // a screen with finer pixels
        images_.clear();
        heldBytes_ = 0;
    }
    longest_ = std::max(longest, longest_);
    wanted_.clear();
    for (const EntryRef& entry : entries)
        if (!entry.incident) wanted_.push_back(entry.id);
    if (!job_.isRunning()) return start();
    // What the worker still has before it is what is seen: let it go on. Else it is asked to stop, and what
    // is seen now is begun when it has.
    std::erase_if(reading_, [this](Id id) { return images_.contains(id); });
    if (reading_ != missing()) job_.cancel();
}

const wxImage* SmallPictures::find(const EntryRef& entry) const {
    const auto found = images_.find(entry.id);
    return entry.incident || found == images_.end() || !found->second.IsOk() ? nullptr : &found->second;
}

void SmallPictures::start() {
    reading_ = missing();
    if (reading_.empty()) return;
    auto batch = std::make_shared<Batch>();
    job_ = common::runJob(
        owner_,
        [session = session_, ids = reading_, longest = longest_, batch](core::base::Progress& progress) {
            const auto reader = session->openReader();
            for (const Id id : ids) {
                if (progress.isCancelled()) return;
                batch->add(id, read(*reader, id, longest));
            }
        },
        [weak = weak_from_this(), batch](const common::Outcome<void>& outcome) {
            const auto self = weak.lock();
            if (!self) return;
            if (!outcome.ok()) // the case cannot be read now: not to be tried again and again
                for (const Id id : self->reading_) self->images_.try_emplace(id);
            self->take(*batch);
            if (!self->job_.isRunning()) self->start();
        });
    job_.onProgress([weak = weak_from_this(), batch](const core::base::Progress&) {
        if (const auto self = weak.lock()) self->take(*batch);
    });
}

void SmallPictures::take(Batch& batch) {
    std::vector<std::pair<Id, std::optional<Picture>>> come;
    {
        const std::lock_guard lock(batch.mutex);
        come.swap(batch.read);
    }
    if (come.empty()) return;
    for (const auto& [id, picture] : come) {
        wxImage& held = images_[id];
        heldBytes_ -= bytesOf(held);
        held = toImage(picture);
        heldBytes_ += bytesOf(held);
    }
    makeRoom();
    ready_();
}

void SmallPictures::makeRoom() {
    if (heldBytes_ <= kMostHeld) return;
    std::erase_if(images_, [this](const auto& held) {
        if (std::find(wanted_.begin(), wanted_.end(), held.first) != wanted_.end()) return false;
        heldBytes_ -= bytesOf(held.second);
        return true;
    });
}

} // namespace ui::shell
