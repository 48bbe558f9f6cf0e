// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The small pictures of the time line, read from the encrypted originals by a worker and held in memory while
// they are open. Nothing of them is written to the disk. Made when she opens them and dropped when she closes
// them: then all are gone. Main thread, but for what the worker does.

#include "ui/common/case_session.h"
#include "ui/common/job.h"
#include "ui/timeline/card_pictures.h"

#include <functional>
#include <map>
#include <memory>

namespace ui::shell {

class SmallPictures : public timeline::CardPictures, public std::enable_shared_from_this<SmallPictures> {
public:
    // `owner` is the window that jobs report to. `ready` is called when some have come, while this lives.
    SmallPictures(wxWindow* owner, common::SessionPtr session, std::function<void()> ready);
    ~SmallPictures() override; // what is being read is given up

    void want(const std::vector<EntryRef>& entries, int longest) override;
    const wxImage* find(const EntryRef& entry) const override;

    bool isWorking() const { return job_.isRunning(); }
    std::size_t heldBytes() const { return heldBytes_; }
    static constexpr std::size_t kMostHeld = 24U << 20U; // bytes, beyond which those out of view are dropped

private:
    struct Batch; // what a worker has read so far

    std::vector<core::model::Id> missing() const;
    void start();
    void take(Batch& batch);
    void makeRoom();

    wxWindow* owner_;
    common::SessionPtr session_;
    std::function<void()> ready_;
    std::map<core::model::Id, wxImage> images_; // one that is not IsOk(): there is none
    std::size_t heldBytes_ = 0;
    std::vector<core::model::Id> wanted_, reading_;
    int longest_ = 0;
    common::Job job_;
};

} // namespace ui::shell
