// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "core/base/utf8.h"
#include "ui/common/dialog_base.h"
#include "ui/common/error_text.h"
#include "ui/common/job.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/shell/small_dialogs.h"

#include <algorithm>
#include <array>
#include <utility>

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::shell {
namespace {

using common::toWx;

constexpr std::size_t kMostShown = 512 * 1024; // bytes; a text control slows down beyond

class OriginalDialog : public common::DialogBase {
public:
    OriginalDialog(wxWindow* parent, const common::SessionPtr& session, core::model::Id item)
        : DialogBase(parent, "Logbog", _("The original")) {
        setSubheading(_("The bytes as they were received. Nothing is written to the disk to show them."));
        text_ = new wxTextCtrl(this, wxID_ANY, _("Reading…"), wxDefaultPosition, wxDefaultSize,
                               wxTE_MULTILINE | wxTE_READONLY | wxTE_DONTWRAP);
        text_->SetName(_("The original"));
        text_->SetFont(common::font(common::TextStyle::Fixed));
        content()->Add(text_, wxSizerFlags(1).Expand());
        note_ = addLeftText(wxEmptyString);
        addButton(wxID_CANCEL, _("Close"), true);
        finish({820, 560}, text_);
        job_ = common::runJob(
            this, [session, item](core::base::Progress&) { return readBeginning(*session, item); },
            [this](common::Outcome<Beginning> read) { show(std::move(read)); });
    }

private:
    struct Beginning {
        std::string bytes;
        std::uint64_t size = 0; // of all
    };

    // A video may have more bytes than there is memory.
    static Beginning readBeginning(common::CaseSession& session, core::model::Id id) {
        const auto reader = session.openReader();
        const auto item = reader->item(id);
        if (!item)
            throw core::base::Error(core::base::ErrorCode::NotFound, "no such item", std::to_string(id));
        return {reader->sourceBytes(item->source.id, item->recordOffset,
                                    std::min<std::uint64_t>(item->recordLength, kMostShown)),
                item->recordLength};
    }

    void show(common::Outcome<Beginning> read) {
        if (!read.ok()) return text_->ChangeValue(common::errorText(read.error()));
        const auto& [head, size] = read.value();
        const bool isText = head.find('\0') == std::string::npos;
        note_->SetLabelText(toWx(core::base::formatBytes(size, common::language())) +
                            (size > kMostShown ? " " + _("(the beginning is shown)") : wxString()));
        text_->ChangeValue(isText
                               ? toWx(core::base::repairUtf8(head))
                               : _("This is not text. It is shown in the details, where that is possible."));
        Layout();
    }

    wxTextCtrl* text_;
    wxStaticText* note_;
    common::Job job_;
};

class KeysDialog : public common::DialogBase {
public:
    explicit KeysDialog(wxWindow* parent) : DialogBase(parent, "Logbog", _("Keys")) {
        const std::array<std::pair<wxString, wxString>, 17> keys{{
            {_("Shift three times"), _("Hide and lock everything at once")},
            {"F6, Shift+F6", _("Next region, previous region")},
            {"Ctrl+F", _("Search")},
            {"Ctrl+I", _("Import files")},
            {"Ctrl+Shift+N", _("New incident")},
            {_("T (in the list or the timeline)"), _("Tag")},
            {"I", _("Add to an incident")},
            {"X, Del", _("Leave out, or take back")},
            {"R", _("Reviewed, and the next")},
            {"Ctrl+Z, Ctrl+Shift+Z", _("Undo, redo")},
            {_("Arrow keys (in the timeline)"), _("Previous and next, lane above and below")},
            {_("+ and - (in the timeline)"), _("Zoom in, zoom out; 0 shows all")},
            {"Ctrl+1, Ctrl+2, Ctrl+3", _("Timeline and list, only the list, only the timeline")},
            {"F9, Shift+F9", _("Show or hide the filters, the details")},
            {"Ctrl+G", _("Go to a date")},
            {_("Esc"), _("Close the message, take back the choice")},
            {"Ctrl+P", _("Log form: look, print, save")},
        }};
        auto* grid = new wxFlexGridSizer(2, FromDIP(common::kGap), FromDIP(24));
        for (const auto& [key, what] : keys) {
            grid->Add(common::makeText(this, key, common::TextStyle::Strong));
            grid->Add(common::makeText(this, what));
        }
        content()->Add(grid);
        auto* close = addButton(wxID_CANCEL, _("Close"), true);
        finish({560, 460}, close);
    }
};

class AboutDialog : public common::DialogBase {
public:
    explicit AboutDialog(wxWindow* parent) : DialogBase(parent, "Logbog", "Logbog") {
        const auto add = [this](const wxString& text) {
            content()->Add(new common::WrappedText(this, text),
                           wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(common::kGap)));
        };
        add(_("Gathers messages, mails, pictures and your own notes in one place, in order, and makes a log "
              "form "
              "of them."));
        add(_("Originals are kept encrypted and are never changed. Logbog does not use the internet, keeps "
              "no list "
              "of your cases, and gives no verdicts and no scores."));
        add(_(
            "Free software under the GNU General Public License, version 3 or later. There is no warranty."));
        auto* close = addButton(wxID_CANCEL, _("Close"), true);
        finish({520, 320}, close);
    }
};

} // namespace

void showOriginal(wxWindow* parent, const common::SessionPtr& session, core::model::Id item) {
    OriginalDialog(parent, session, item).ShowModal();
}
void showKeys(wxWindow* parent) { KeysDialog(parent).ShowModal(); }
void showAbout(wxWindow* parent) { AboutDialog(parent).ShowModal(); }

} // namespace ui::shell
