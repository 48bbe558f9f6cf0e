// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/empty_form.h"

#include <algorithm>
#include <map>

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
        c.tr("Do not answer and do not talk with the offender. Keep everything: messages, lists of calls, "
             "letters, things."),
        c.tr(
            "Ask for a receipt for what you hand in, and write its case number in the row and in the list of "
            "exhibits."),
        c.tr("The log can be shown to the other party: write no new address, number, workplace or routine."),
    };
    if (!form.has("exhibit"))
        lines[2] =
            c.tr("Give every exhibit (message, picture, letter) a number, write it on the exhibit and in the "
                 "row, and never use a number again.");
    for (const BothLanguages& note : form.notes) lines.push_back(note.in(c.language()));
    return lines;
}

// What a hand needs in a column, in millimetres.
double leastByHand(const std::string& key) {
    static const std::map<std::string, double> kLeast{
        {"number", 12},   {"when", 28},     {"date", 24},   {"time", 20},   {"type", 26},
        {"what", 50},     {"place", 26},    {"who", 29},    {"police", 25}, {"witnesses", 23},
        {"reaction", 30}, {"reported", 21}, {"exhibit", 14}};
    const auto found = kLeast.find(key);
    return found == kLeast.end() ? 22 : found->second;
}

// The form's widths are for print: where a hand needs more the wider columns give it, if they have it.
void widenForHand(std::vector<Column>& columns) {
    double all = 0, least = 0, spare = 0;
    for (const Column& column : columns) {
        all += column.widthMm;
        least += leastByHand(column.key);
        spare += std::max(0.0, column.widthMm - leastByHand(column.key));
    }
    if (least > all || spare <= 0) return;
    for (Column& column : columns) {
        const double own = leastByHand(column.key);
        column.widthMm = own + (all - least) * std::max(0.0, column.widthMm - own) / spare;
    }
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
    widenForHand(d.columns);
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
    empty.handedIn = catalog.tr("Handed in to (date, case no.)");
    d.empty = std::move(empty);
    return d;
}

} // namespace core::report
