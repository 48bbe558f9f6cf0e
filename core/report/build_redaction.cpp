// SPDX-License-Identifier: GPL-3.0-or-later
// Says on the pages how often something was struck out. Not the striking out: redacted_reader.h.
#include "core/report/document_texts.h"
#include "core/report/log_build.h"
#include "core/report/text_lines.h"

namespace core::report {

namespace {

// Two things that must not be taken for one another: whether a person has gone through it, and what the
// search for protected words did. Pictures are never searched.
std::string howFarChecked(const Build& build, bool looked) {
    const LogDocument& d = build.document;
    const std::string person =
        build.options.reviewed
            ? base::fill(build.tr("Read through by a person on %1."), {build.say.date(d.madeMs)})
            : build.tr("Not read through by a person.");
    const std::string search =
        !looked ? build.tr("Nothing is entered as protected.")
        : d.redactions == 0
            ? build.tr("Searched for what is protected: nothing found.")
            : build.say.trn("Searched for what is protected: redacted in %1 place.",
                            "Searched for what is protected: redacted in %1 places.", d.redactions);
    return person + " " + search;
}

void sayHowOften(Build& build, bool looked) {
    LogDocument& d = build.document;
    d.front.push_back({build.tr("Checked for sensitive content"), howFarChecked(build, looked), false});
    if (!d.isFull) return;
    d.front.push_back({build.tr("About persons"), build.tr("Given on page {page:parties}, not here"), false});
    TextSection section;
    section.heading = build.tr("Redacted text");
    section.paragraphs.push_back(
        d.redactions == 0 ? build.tr("Nothing is redacted in this edition.")
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

void countRedactions(Build& build) {
    LogDocument& d = build.document;
    for (ExhibitPart& exhibit : d.exhibits) {
        eachText(exhibit, [&](const std::string& text) { exhibit.redactions += placesStruck(text); });
        if (exhibit.redactions > 0)
            exhibit.redactionNote = build.say.trn("%1 place in this exhibit. The text has been removed from "
                                                  "this edition; the original file is unchanged.",
                                                  "%1 places in this exhibit. The text has been removed from "
                                                  "this edition; the original file is unchanged.",
                                                  exhibit.redactions);
    }
    eachText(d, [&](const std::string& text) { d.redactions += placesStruck(text); });
    sayHowOften(build, !build.reader.redactor().isEmpty());
}

} // namespace core::report
