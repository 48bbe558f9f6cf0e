// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what is protected out of the whole document, and says on the pages how often that was.
#include "core/report/document_texts.h"
#include "core/report/log_build.h"
#include "core/report/protected_terms.h"

namespace core::report {

namespace {

// Where nothing is named as protected, nothing was looked for: the front page must not claim a check.
std::string howFarChecked(const Build& build, bool looked) {
    const LogDocument& d = build.document;
    if (!looked) return build.tr("No – nothing is entered as protected");
    if (d.redactions == 0) return build.tr("Yes – nothing is struck out");
    return build.say.trn("Yes – struck out in %1 place", "Yes – struck out in %1 places", d.redactions);
}

void sayHowOften(Build& build, bool looked) {
    LogDocument& d = build.document;
    d.front.push_back({build.tr("Checked for sensitive content"), howFarChecked(build, looked), false});
    if (!d.isFull) return;
    d.front.push_back(
        {build.tr("About persons"), build.tr("Stands on page {page:parties}, not on this page"), false});
    TextSection section;
    section.heading = build.tr("Struck out");
    section.paragraphs.push_back(
        d.redactions == 0 ? build.tr("Nothing is struck out in this edition.")
                          : build.say.trn("In %1 place text has been removed because it could harm the "
                                          "exposed person or others. It is "
                                          "marked in the document. The original files are whole.",
                                          "In %1 places text has been removed because it could harm the "
                                          "exposed person or others. Each "
                                          "is marked in the document. The original files are whole.",
                                          d.redactions));
    d.about.insert(d.about.end() - 1, std::move(section)); // the last one is how to check
}

} // namespace

void redact(Build& build) {
    LogDocument& d = build.document;
    Redactor redactor = redactorFor(protectedTerms(build.reader, build.say.catalog()), build.say.catalog());
    const auto apply = [&](std::string& text) { redactor.apply(text); };
    for (ExhibitPart& exhibit : d.exhibits) { // on its own first, to know the count of each
        const int before = redactor.count();
        eachText(exhibit, apply);
        exhibit.redactions = redactor.count() - before;
        if (exhibit.redactions > 0)
            exhibit.redactionNote = build.say.trn("%1 place in this exhibit. The text has been removed from "
                                                  "this edition; the original file is unchanged.",
                                                  "%1 places in this exhibit. The text has been removed from "
                                                  "this edition; the original file is unchanged.",
                                                  exhibit.redactions);
    }
    eachText(d, apply);
    d.redactions = redactor.count();
    sayHowOften(build, !redactor.isEmpty());
}

} // namespace core::report
