// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcript_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/detail/media_box.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::detail {

using core::model::ItemKind;

namespace {

bool isRecording(ItemKind kind) { return kind == ItemKind::Audio || kind == ItemKind::Video; }

} // namespace

bool mayHaveTranscript(const core::query::ItemDetail& item) {
    using core::model::CallType;
    const bool isUnheard = item.call.type == CallType::Missed || item.call.type == CallType::Rejected ||
                           item.call.type == CallType::Blocked; // nothing was said
    return isRecording(item.kind) || (item.kind == ItemKind::Call && !isUnheard) ||
           !item.transcript.empty() ||
           std::any_of(item.attachmentList.begin(), item.attachmentList.end(),
                       [](const auto& one) { return isRecording(kindOfType(one.type)); });
}

TranscriptDialog::TranscriptDialog(wxWindow* parent, const common::SessionPtr& session,
                                   const core::query::ItemDetail& item)
    : DialogBase(parent, "Logbog", _("What is said")), session_(session), item_(item.id) {
    setSubheading(_("As exactly as you can. The recording itself is kept as it is."));
    text_ = new wxTextCtrl(this, wxID_ANY, common::toWx(item.transcript), wxDefaultPosition, wxDefaultSize,
                           wxTE_MULTILINE);
    text_->SetName(_("What is said"));
    content()->Add(text_, wxSizerFlags(1).Expand());
    content()->Add(
        new common::WrappedText(
            this,
            _("Write who says what where there are several, and the minute where it matters. It is searched "
              "like the texts, and marked as written down by you."),
            common::TextStyle::Small, common::Color::Muted),
        wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
    addButton(wxID_CANCEL, _("Cancel"));
    addButton(wxID_OK, _("Save"), true)->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (save()) EndModal(wxID_OK);
    });
    finish({620, 440}, text_);
}

bool TranscriptDialog::save() {
    try {
        session_->editor().setTranscript(item_, common::toUtf8(text_->GetValue()));
        return true;
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
        return false;
    }
}

} // namespace ui::detail
