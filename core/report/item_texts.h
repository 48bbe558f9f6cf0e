// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is said of one item in an exhibit, whatever kind of exhibit: its times, its place in the source, what
// is odd about it. Internal to this folder.

#include "core/report/log_build.h"

namespace core::report {

// What a conversation of several people is called, where a message was written to all of them; the exports of
// an iPhone have in its place a subject that was written. Empty for all other items.
std::string groupOf(const query::ItemDetail& item);

std::string duration(const Build& build, std::int64_t seconds); // "2 min 5 s"
std::string timeWithSource(const Build& build, const base::Timestamp& time, model::TimeSource source);
// A line for each of its times, named by where it comes from: the one that the log uses first, then those
// that say something else.
std::vector<NamedValue> allTimes(const Build& build, const query::ItemDetail& item);
std::string sourceNote(Build& build, const query::ItemDetail& item); // "K1, record 12"
// What of its attachments is shown: pictures beside its words, other files on pages of their own.
struct Attached {
    std::vector<PictureRef> pictures;
    ExhibitPart* filesTo = nullptr; // none: they are only named
};
// Emoji, attachments, other times, what is odd. Adds the attachments that can be shown.
std::vector<std::string> itemNotes(Build& build, const query::ItemDetail& item, Attached& attached);

// What is said of any of them: whose it is, its size and code.
FileView attachedView(Build& build, const query::ItemDetail& item, const query::AttachmentRow& attachment);
// The attachment as a file of the exhibit; none where there is nothing to be shown but its name.
std::optional<FileView> attachedFile(Build& build, const query::ItemDetail& item,
                                     const query::AttachmentRow& attachment);

} // namespace core::report
