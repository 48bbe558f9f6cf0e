// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said in a recording, written down by the exposed person: a field, and where it is asked for. Not
// the recording: nothing is played.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"

class wxTextCtrl;

namespace ui::detail {

// A recording, a film, a call, or a message that one of these came with.
bool mayHaveTranscript(const core::query::ItemDetail& item);

class TranscriptDialog : public common::DialogBase {
public:
    TranscriptDialog(wxWindow* parent, const common::SessionPtr& session,
                     const core::query::ItemDetail& item);
    wxTextCtrl* field() const { return text_; }
    bool save(); // false: it could not be, and she was told why

private:
    common::SessionPtr session_;
    core::model::Id item_;
    wxTextCtrl* text_;
};

} // namespace ui::detail
