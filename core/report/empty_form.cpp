// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/empty_form.h"

namespace core::report {

namespace {

// What the guidance of Danish advisers asks of a log, for whoever holds the pen.
std::vector<std::string> guidance(const base::Catalog& c, const Form& form) {
    std::vector<std::string> lines{
        c.tr("Always write the real date, never \"yesterday\" or \"last week\". If the time of day is not "
             "known, write "
             "\"approx.\" or \"in the afternoon\"."),
        form.newestFirst ? c.tr("Newest on top: lay each new sheet on top of the others.")
                         : c.tr("Oldest first: write from the top, and lay each new sheet under the others."),
        c.tr(
            "Give every exhibit (message, picture, letter) a number, write it on the exhibit and in the last "
            "column, and never use a number again."),
        c.tr("Write briefly what happened, word for word what was said or written, and how you know who it "
             "was."),
        c.tr("The log can be shown to the other party: write no new address, number, workplace or routine."),
    };
    if (!form.has("exhibit"))
        lines[2] =
            c.tr("Give every exhibit (message, picture, letter) a number, write it on the exhibit and in the "
                 "row, and never use a number again.");
    for (const BothLanguages& note : form.notes) lines.push_back(note.in(c.language()));
    return lines;
}

} // namespace

LogDocument emptyForm(const base::Catalog& catalog, const Form& form, const std::string& label) {
    LogDocument d;
    d.language = catalog.language();
    d.words = makeWords(catalog);
    if (!form.title.in(d.language).empty()) d.words.logForm = form.title.in(d.language);
    d.caseLabel = label;
    for (const FormColumn& column : form.columns)
        d.columns.push_back({column.key, column.heading.in(d.language), column.widthMm});
    EmptyForm empty;
    empty.head = {catalog.tr("Name or alias"),
                  catalog.tr("Case number with the police"),
                  catalog.tr("Log begun on (date)"),
                  catalog.tr("Offender (name, known numbers and profiles)"),
                  catalog.tr("Order (kind, date, valid until)"),
                  catalog.tr("Sheet no.")};
    empty.guidance = guidance(catalog, form);
    empty.guidanceHeading = catalog.tr("How to fill in the form");
    empty.exhibitNote = catalog.tr("One row for each exhibit, in the order in which they are numbered.");
    d.empty = std::move(empty);
    return d;
}

} // namespace core::report
