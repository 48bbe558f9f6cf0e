// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/job.h"

#include <atomic>
#include <map>
#include <thread>

#include <wx/app.h>
#include <wx/timer.h>
#include <wx/weakref.h>
#include <wx/window.h>

namespace ui::common {
namespace {

constexpr int kProgressMs = 50;

struct State {
    std::stop_source stop;
    core::base::Progress progress{stop.get_token()};
    wxWeakRef<wxWindow> owner; // main thread only
    std::function<void()> done;
    std::function<void(const core::base::Progress&)> show;
    std::atomic<bool> finished{false};
    std::jthread thread; // last: joined before the rest goes
};

// All jobs that have not been delivered yet. Main thread only, but for State::finished.
class Jobs : public wxTimer {
public:
    static Jobs& instance() {
        static Jobs* jobs = new Jobs; // outlives wx: never destroyed after its timer thread
        return *jobs;
    }
    State* find(int id) {
        const auto found = states_.find(id);
        return found == states_.end() ? nullptr : found->second.get();
    }
    int add(std::unique_ptr<State> state) {
        states_.emplace(++last_, std::move(state));
        return last_;
    }
    void deliver(int id) {
        const auto found = states_.find(id);
        if (found == states_.end()) return;
        const std::unique_ptr<State> state = std::move(found->second);
        states_.erase(found);
        if (states_.empty()) Stop();
        state->thread.join(); // its last act was to ask for this
        if (state->owner) state->done();
    }
    void Notify() override {
        std::vector<int> ids;
        for (const auto& [id, state] : states_) ids.push_back(id);
        for (const int id : ids) {
            State* state = find(id); // a callback may have ended others
            if (state && state->owner && state->show && !state->finished) state->show(state->progress);
        }
    }
    std::map<int, std::unique_ptr<State>>& states() { return states_; }

private:
    std::map<int, std::unique_ptr<State>> states_;
    int last_ = 0;
};

} // namespace

bool Job::isRunning() const { return id_ != 0 && Jobs::instance().find(id_) != nullptr; }

void Job::cancel() {
    if (State* state = Jobs::instance().find(id_)) state->stop.request_stop();
}

void Job::onProgress(std::function<void(const core::base::Progress&)> show) {
    State* state = Jobs::instance().find(id_);
    if (!state) return;
    state->show = std::move(show);
    if (!Jobs::instance().IsRunning()) Jobs::instance().Start(kProgressMs);
}

Job startJob(wxWindow* owner, std::function<void(core::base::Progress&)> work, std::function<void()> done) {
    auto made = std::make_unique<State>();
    State* state = made.get();
    state->owner = owner;
    state->done = std::move(done);
    Job job;
    job.id_ = Jobs::instance().add(std::move(made));
    state->thread = std::jthread([state, id = job.id_, work = std::move(work)]() mutable {
        work(state->progress);
        work = nullptr;
        state->finished = true;
        if (wxTheApp) wxTheApp->CallAfter([id] { Jobs::instance().deliver(id); });
    });
    return job;
}

void cancelJobs() {
    for (const auto& [id, state] : Jobs::instance().states()) state->stop.request_stop();
}

bool stopJobs(std::chrono::milliseconds limit) {
    cancelJobs();
    auto& states = Jobs::instance().states();
    const auto end = std::chrono::steady_clock::now() + limit;
    for (const auto& [id, state] : states)
        while (!state->finished && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
    bool all = true;
    for (const auto& [id, state] : states) all = all && state->finished;
    if (all) states.clear();
    return all;
}

} // namespace ui::common
