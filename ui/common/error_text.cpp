// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"

#include "ui/common/to_wx.h"

#include <new>

#include <wx/intl.h>
#include <wx/msgdlg.h>

namespace ui::common {
namespace {

wxString sentence(core::base::ErrorCode code) {
    using core::base::ErrorCode;
    switch (code) {
    case ErrorCode::Io:
        return _("A file could not be read or written.");
    case ErrorCode::NotFound:
        return _("The file or folder is not there.");
    case ErrorCode::NoSpace:
        return _("The disk is full. Free some space and try again. What was there before is still there.");
    case ErrorCode::Permission:
        return _("This computer does not allow reading or writing there. Choose another folder.");
    case ErrorCode::WrongPassphrase:
        return _("The passphrase does not open this case. Nothing has been changed.");
    case ErrorCode::Damaged:
        return _("The file fails its own check: it is damaged. Use a copy of it, if you have one.");
    case ErrorCode::NewerVersion:
        return _("A newer version of Logbog made this. It needs that version to be opened.");
    case ErrorCode::InUse:
        return _("The case is open in another window already.");
    case ErrorCode::InvalidInput:
        return _("Something in the fields cannot be used as it is.");
    case ErrorCode::Exists:
        return _("There is something in that place already. Nothing has been overwritten.");
    case ErrorCode::Cancelled:
        return _("Stopped. What was done until then is kept.");
    case ErrorCode::Unsupported:
        return _("Logbog cannot do this with that kind of file.");
    case ErrorCode::Internal:
        return _("Something went wrong inside the program. Your case is saved.");
    }
    return {};
}

} // namespace

wxString errorText(const core::base::Error& error) {
    wxString text = sentence(error.code());
    if (!error.subject().empty()) text << "\n" << toWx(error.subject());
    return text;
}

wxString errorText(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const core::base::Error& known) {
        return errorText(known);
    } catch (const std::bad_alloc&) {
        return _("This computer is short of memory. Close other programs and try again.");
    } catch (...) {
        return sentence(core::base::ErrorCode::Internal);
    }
}

namespace {

bool isOf(core::base::ErrorCode code, const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const core::base::Error& known) {
        return known.code() == code;
    } catch (...) {
        return false;
    }
}

} // namespace

bool isCancelled(const std::exception_ptr& error) { return isOf(core::base::ErrorCode::Cancelled, error); }

bool isNotFound(const std::exception_ptr& error) { return isOf(core::base::ErrorCode::NotFound, error); }

bool isDamaged(const std::exception_ptr& error) { return isOf(core::base::ErrorCode::Damaged, error); }

void showError(wxWindow* parent, const std::exception_ptr& error) {
    if (!error || isCancelled(error)) return;
    showMessage(parent, errorText(error));
}

void showMessage(wxWindow* parent, const wxString& text) {
    wxMessageDialog dialog(parent, text.BeforeFirst('\n'), "Logbog", wxOK | wxCENTRE);
    dialog.SetExtendedMessage(text.AfterFirst('\n'));
    dialog.SetOKLabel(_("Close"));
    dialog.ShowModal();
}

bool askUser(wxWindow* parent, const wxString& question, const wxString& explanation, const wxString& yes) {
    wxMessageDialog dialog(parent, question, "Logbog", wxYES_NO | wxNO_DEFAULT | wxCENTRE);
    dialog.SetExtendedMessage(explanation);
    dialog.SetYesNoLabels(yes, _("Cancel"));
    return dialog.ShowModal() == wxID_YES;
}

} // namespace ui::common
