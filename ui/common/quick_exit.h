// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// "Close quickly": the button of every window, and Shift three times. Hides all windows at once, then does
// what app registered (closes the case, ends the program). Nothing is lost: every change was written when it
// was made.

#include <cstdint>
#include <functional>
#include <optional>

class wxButton;
class wxWindow;

namespace ui::common {

wxButton* makeQuickExitButton(wxWindow* parent);

// Three presses of Shift alone, each at most 700 ms after the one before. Not a wx class: fed with times.
class TripleShift {
public:
    bool shiftPressed(std::int64_t ms); // true on the third
    void otherKey() { presses_ = 0; }

private:
    int presses_ = 0;
    std::int64_t lastMs_ = 0;
};

// Once, by app. `leave` runs after the windows are hidden.
void installQuickExit(std::function<void()> leave);
void removeQuickExit();

// A key that was pressed in a window wx sees no keys of. The same press may arrive twice; its time tells.
void quickExitKey(bool isShift, long time);

// Milliseconds until all windows were hidden. Further calls do nothing.
double quickExit();
// The welcome page's trial: hides for a moment and comes back.
void tryQuickExit();

} // namespace ui::common
