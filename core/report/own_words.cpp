// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/own_words.h"

#include "core/base/ascii.h"
#include "core/base/visible_text.h"

#include <algorithm>

namespace core::report {

namespace {

using model::IssueCode;

// What the whole text is then: readers leave no words of the sender beside these. An edited message of which
// a part was taken back is a note, and has words.
bool standsForAll(const model::Issue& issue) {
    switch (issue.code) {
    case IssueCode::Withdrawn:
        return issue.severity != model::IssueSeverity::Note;
    case IssueCode::NotDownloaded: // of an MMS a part that is missing has its name in the detail
        return issue.detail.empty();
    case IssueCode::NotContained:
        return issue.detail == "view-once" || issue.detail == "content" ||
               issue.detail == "media-not-included";
    default:
        return false;
    }
}

std::string seen(const std::string& text) { return base::isBlank(text) ? std::string() : text; }

} // namespace

OwnWords ownWordsOf(const query::ItemDetail& item) {
    // The text of a call is the service's, but for what was spoken on a voicemail.
    if (item.kind == model::ItemKind::Call && item.call.type != model::CallType::Voicemail)
        return {{}, item.fullText};
    if (std::any_of(item.issues.begin(), item.issues.end(), standsForAll)) return {{}, item.fullText};
    const std::size_t end = item.fullText.find('\n');
    const std::string first(base::trim(std::string_view(item.fullText).substr(0, end)));
    for (const model::Issue& issue : item.issues)
        if (issue.code == IssueCode::MissingAttachment && !first.empty() && issue.detail == first)
            return {end == std::string::npos ? "" : seen(item.fullText.substr(end + 1)), first};
    return {seen(item.fullText), {}};
}

} // namespace core::report
