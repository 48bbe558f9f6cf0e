// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/why_not.h"

#include "core/base/error.h"
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"

#include <wx/intl.h>

namespace ui::import {

using common::toWx;

namespace {

// Why it stays, and what can be done about it.
wxString whyNot(const core::base::Error& error) {
    if (error.code() == core::base::ErrorCode::Cancelled) return _("Stopped. Nothing has been removed.");
    if (error.code() == core::base::ErrorCode::NotFound) return _("This file has been removed already.");
    if (error.code() != core::base::ErrorCode::Exists) return common::errorText(error);
    if (error.subject() == "incident")
        return _("Nothing has been removed: an item of this file belongs to an incident. Take it out of the "
                 "incident first.");
    if (error.subject() == "milestone")
        return _(
            "Nothing has been removed: an item of this file is the ground of a step. Change the step first.");
    if (error.subject() == "exhibit")
        return _("Nothing has been removed: an item of this file is an exhibit of a log form. What has been "
                 "given a number stays in the case.");
    if (error.subject() == "attachment")
        return _("Nothing has been removed: messages of another file show it. Remove that one first.");
    return wxString::Format(
        _("Nothing has been removed: the file \"%s\" has some of the same items. Remove that one "
          "first, and import it again afterwards."),
        toWx(error.subject()));
}

wxString whyNotRead(const core::base::Error& error) {
    if (error.code() == core::base::ErrorCode::Cancelled) return _("Stopped. Nothing has been changed.");
    if (error.code() == core::base::ErrorCode::NotFound) return _("This file is not in the case any more.");
    if (error.code() == core::base::ErrorCode::InvalidInput)
        return _("Nothing has been changed: not one row can be read like this.");
    if (error.code() != core::base::ErrorCode::Exists) return common::errorText(error);
    if (error.subject() == "incident" || error.subject() == "milestone")
        return _("Nothing has been changed: what was read from this file belongs to an incident or a step. "
                 "Take it "
                 "out of there first.");
    if (error.subject() == "exhibit")
        return _(
            "Nothing has been changed: what was read from this file is an exhibit of a log form. What has "
            "been given a number stays in the case as it is.");
    return wxString::Format(
        _("Nothing has been changed: the file \"%s\" has some of the same items. Remove that one first, and "
          "import it again afterwards."),
        toWx(error.subject()));
}

template <typename Words>
wxString inWords(const std::exception_ptr& error, Words words) {
    try {
        std::rethrow_exception(error);
    } catch (const core::base::Error& known) {
        return words(known);
    } catch (...) {
        return common::errorText(error);
    }
}

} // namespace

wxString whyNotRemoved(const std::exception_ptr& error) {
    return inWords(error, [](const core::base::Error& known) { return whyNot(known); });
}

wxString whyNotRead(const std::exception_ptr& error) {
    return inWords(error, [](const core::base::Error& known) { return whyNotRead(known); });
}

} // namespace ui::import
