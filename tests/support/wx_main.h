// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// For tests with windows: a main() that runs Catch2 inside a wxApp, and helpers that wait for an effect
// instead of a time. An assertion of wx fails the test that caused it. Not for tests of core.

#include <functional>
#include <string>

#include <wx/bitmap.h>
#include <wx/gdicmn.h>

class wxFrame;
class wxWindow;

namespace tests {

// Runs events until the condition holds; false after the time (ms).
bool waitFor(const std::function<bool()>& condition, int timeoutMs = 1500);

// Runs what is pending.
void pump();

// A shown frame of that client size, destroyed with the object.
class TestFrame {
public:
    explicit TestFrame(wxSize client = {900, 400});
    ~TestFrame();
    TestFrame(const TestFrame&) = delete;
    TestFrame& operator=(const TestFrame&) = delete;

    wxFrame* get() const { return frame_; }
    // Fills the frame with the window and waits until it has its size.
    void fill(wxWindow* window) const;

private:
    wxFrame* frame_;
};

// Written as <name>.png into the folder LOGBOG_TEST_PICTURES, to be looked at; nothing without it.
void keepPicture(const wxBitmap& bitmap, const std::string& name);

} // namespace tests
