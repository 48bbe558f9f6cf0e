// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/draft.h"

#include "core/format/mail/ascii.h"
#include "core/format/mail/encoded_word.h"

#include <algorithm>
#include <array>

namespace core::format::mail {

namespace {

// As programs name them in English, Danish, and what stands in Danish accounts.
constexpr std::array<std::string_view, 6> kDraftNames{"drafts", "draft",  "kladder",
                                                      "kladde", "udkast", "[gmail]drafts"};
constexpr std::array<std::string_view, 3> kSentNames{"sent", "sendt", "sendte"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& names) {
    return std::any_of(names.begin(), names.end(), [&](auto name) { return equalsNoCase(name, word); });
}

template <typename Use>
void forEachWord(std::string_view text, char separator, Use use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        use(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Labels of Gmail's export; one mail may have several.
bool isGmailDraft(std::string_view raw) {
    bool isDraft = false;
    bool isSent = false;
    const std::string labels = decodeHeaderText(raw);
    forEachWord(labels, ',', [&](std::string_view label) {
        isDraft = isDraft || isOneOf(label, kDraftNames);
        isSent = isSent || isOneOf(label, kSentNames);
    });
    return isDraft && !isSent;
}

// "Kladder", "Drafts.mbox", ".INBOX.Drafts" (Maildir++).
bool isDraftFolder(std::string_view name) {
    for (const std::string_view ending : {".mbox", ".sbd"})
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) name.remove_prefix(dot + 1);
    return isOneOf(name, kDraftNames);
}

} // namespace

std::string_view maildirFlags(std::string_view fileName) {
    const std::size_t at = fileName.rfind("2,");
    if (at == std::string_view::npos || at == 0) return {};
    constexpr std::string_view kSigns = ":;!_";
    if (kSigns.find(fileName[at - 1]) == std::string_view::npos) return {};
    const std::string_view flags = fileName.substr(at + 2);
    return std::all_of(flags.begin(), flags.end(), isLetter) ? flags : std::string_view();
}

bool isDraft(const PartHeader& header, const ReadContext& context) {
    if (trim(header.raw(Field::Unsent)) == "1") return true;
    if (isGmailDraft(header.raw(Field::GmailLabels))) return true;
    if (maildirFlags(context.fileName).find('D') != std::string_view::npos) return true;
    // What has been under way was sent, wherever somebody put it.
    if (header.has(Field::Received)) return false;
    bool inFolder = isDraftFolder(context.fileName);
    forEachWord(context.folder, '/',
                [&](std::string_view name) { inFolder = inFolder || isDraftFolder(name); });
    return inFolder;
}

} // namespace core::format::mail
