// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/quick_exit.h"

#include "ui/common/clipboard.h"
#include "ui/common/job.h"

#include <chrono>
#include <memory>
#include <vector>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/event.h>
#include <wx/eventfilter.h>
#include <wx/intl.h>
#include <wx/timer.h>
#include <wx/toplevel.h>

namespace ui::common {
namespace {

constexpr std::int64_t kPressGapMs = 700;
constexpr int kTrialMs = 1500;

using SteadyClock = std::chrono::steady_clock;

std::int64_t nowMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now().time_since_epoch())
        .count();
}

// Sees each key before any window does. The same press arrives once for the hook and once for the control.
class KeyWatch : public wxEventFilter {
public:
    explicit KeyWatch(std::function<void()> leave) : leave_(std::move(leave)) {
        wxEvtHandler::AddFilter(this);
    }
    ~KeyWatch() override { wxEvtHandler::RemoveFilter(this); }
    KeyWatch(const KeyWatch&) = delete;
    KeyWatch& operator=(const KeyWatch&) = delete;

    int FilterEvent(wxEvent& event) override {
        const wxEventType type = event.GetEventType();
        if (type != wxEVT_KEY_DOWN && type != wxEVT_CHAR_HOOK) return Event_Skip;
        const auto& key = static_cast<const wxKeyEvent&>(event);
        pressed(key.GetKeyCode() == WXK_SHIFT, key.GetTimestamp());
        return Event_Skip;
    }
    void pressed(bool isShift, long stamp) {
        if (!isShift) return shift_.otherKey();
        if (stamp == lastStamp_ && lastStamp_ != 0) return;
        lastStamp_ = stamp;
        if (shift_.shiftPressed(nowMs())) quickExit();
    }
    void leave() const {
        if (leave_) leave_();
    }

private:
    std::function<void()> leave_;
    TripleShift shift_;
    long lastStamp_ = 0;
};

std::unique_ptr<KeyWatch>& watch() {
    static std::unique_ptr<KeyWatch> w;
    return w;
}

std::vector<wxTopLevelWindow*> shownWindows() {
    std::vector<wxTopLevelWindow*> out;
    for (wxWindow* window : wxTopLevelWindows)
        if (auto* top = wxDynamicCast(window, wxTopLevelWindow); top && top->IsShown()) out.push_back(top);
    return out;
}

// Dialogs are hidden without ending their modal loop: that would run their code, which could ask something.
void hideAll() {
    for (wxTopLevelWindow* window : shownWindows()) window->wxWindow::Show(false);
}

class Trial : public wxTimer {
public:
    explicit Trial(std::vector<wxTopLevelWindow*> windows) : windows_(std::move(windows)) {
        for (auto* window : windows_) window->Hide();
        StartOnce(kTrialMs);
    }
    void Notify() override {
        for (auto* window : windows_) window->Show();
        wxTheApp->CallAfter([this] { delete this; });
    }

private:
    std::vector<wxTopLevelWindow*> windows_;
};

} // namespace

bool TripleShift::shiftPressed(std::int64_t ms) {
    presses_ = ms - lastMs_ <= kPressGapMs ? presses_ + 1 : 1;
    lastMs_ = ms;
    if (presses_ < 3) return false;
    presses_ = 0;
    return true;
}

wxButton* makeQuickExitButton(wxWindow* parent) {
    auto* button = new wxButton(parent, wxID_ANY, _("Close quickly") + wxString::FromUTF8("   Shift × 3"));
    button->SetName(_("Close quickly"));
    button->SetToolTip(
        _("Hides and locks everything at once. Nothing is lost. The same: press Shift three times."));
    button->Bind(wxEVT_BUTTON, [](wxCommandEvent&) { quickExit(); });
    return button;
}

void installQuickExit(std::function<void()> leave) { watch() = std::make_unique<KeyWatch>(std::move(leave)); }
void removeQuickExit() { watch().reset(); }

void quickExitKey(bool isShift, long time) {
    if (watch()) watch()->pressed(isShift, time);
}

double quickExit() {
    static bool leaving = false;
    if (leaving) return 0;
    leaving = true;
    const auto begun = SteadyClock::now();
    hideAll();
    wxTheApp->ProcessPendingEvents();
    const double ms = std::chrono::duration<double, std::milli>(SteadyClock::now() - begun).count();
    cancelJobs();
    clearCopied();
    if (watch()) watch()->leave();
    return ms;
}

void tryQuickExit() { new Trial(shownWindows()); } // deletes itself

} // namespace ui::common
