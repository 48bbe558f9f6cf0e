// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A photo, or one picture of a film, that stays closed until it is asked for; then it is decoded by a worker
// from the encrypted original. Nothing is written to the disk, and it is closed again with the next item.

#include "ui/common/case_session.h"
#include "ui/common/job.h"

#include <functional>

#include <wx/bitmap.h>
#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace ui::detail {

// The bytes of a picture and how it is to be turned; called on a worker.
struct PictureSource {
    core::model::Id item = 0;       // the item's own bytes, or
    core::model::Id attachment = 0; // those of an attachment
    int orientation = 0;            // EXIF 1 to 8; 0 = as a JPEG says itself
    wxString name;
    bool isFilm = false;            // one picture of it
    core::model::Id filmSource = 0; // that has the film in a file of its own; 0: it is an attachment inside
};

class PictureBox : public wxPanel {
public:
    PictureBox(wxWindow* parent, common::SessionPtr session, PictureSource source);

    void open();
    bool isOpen() const { return bitmap_.IsOk(); }
    bool isWorking() const { return job_.isRunning(); }

private:
    void showBitmap(const wxBitmap& bitmap);
    void OnPaint(wxPaintEvent& event);

    common::SessionPtr session_;
    PictureSource source_;
    wxStaticText* text_;
    wxButton* button_;
    wxBitmap bitmap_;
    common::Job job_;
};

} // namespace ui::detail
