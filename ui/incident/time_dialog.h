// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The time of an item as she states it, with how she knows and why: for what came without a date, or with one
// that is wrong. Not a change of the original: the times that were read from it stay beside hers.

#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"

class wxChoice;
class wxTextCtrl;

namespace ui::form {
class NoticeBar;
class WhenRow;
} // namespace ui::form

namespace ui::incident {

class TimeDialog : public common::DialogBase {
public:
    TimeDialog(wxWindow* parent, const common::SessionPtr& session, const core::query::ItemDetail& item);
    form::WhenRow* when() const { return when_; }
    wxTextCtrl* reason() const { return reason_; }
    bool save(); // false: something is missing or could not be saved, and she was told what

private:
    common::SessionPtr session_;
    core::model::Id item_;
    form::WhenRow* when_;
    wxChoice* source_;
    wxTextCtrl* reason_;
    form::NoticeBar* missing_;
};

} // namespace ui::incident
