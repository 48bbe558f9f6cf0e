// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/log_words.h"

#include "core/report/marks.h"

namespace core::report {

namespace {

void headings(Words& w, const base::Catalog& c) {
    w.logForm = c.tr("Log form");
    w.contents = c.tr("Contents");
    w.page = c.tr("Page");
    w.pageOf = c.tr("Page %1 of %2");
    w.edition = c.tr("Edition %1 · code %2");
    w.overview = c.tr("Overview");
    w.parties = c.tr("Parties and background");
    w.examples = c.tr("Typical examples");
    w.steps = c.tr("Official and own steps");
    w.patterns = c.tr("Patterns");
    w.log = c.tr("Log");
    w.exhibitList = c.tr("List of exhibits");
    w.exhibits = c.tr("Exhibits");
    w.about = c.tr("About this document");
    w.files = c.tr("Files and codes");
    w.aboutNote = c.tr("How the information came about, and how it can be checked.");
    w.filesNote = c.tr("SHA-256 of each file that an exhibit was made from, as received.");
    w.listNote = c.tr("Numbers never change; an exhibit that was taken out stands as \"withdrawn\".");
    w.examplesNote = c.tr("Chosen by the exposed person. All incidents are in the log.");
    w.stepsNote = c.tr("Steps by authorities and by the exposed person, oldest first.");
    w.partiesNote = c.tr("Identifiers are printed as they stand in the evidence.");
}

void logAndExhibits(Words& w, const base::Catalog& c) {
    w.numbers = c.tr("no. %1–%2");
    w.number = c.tr("no. %1");
    w.continued = c.tr("(continued)");
    w.continues = c.tr("continued");
    w.toBeContinued = c.tr("continues on the next page");
    w.exhibit = c.tr("Exhibit %1");
    w.exhibitStamp = c.tr("Exhibit %1 – page %2 of %3 – %4");
    w.exhibitIncidents = c.tr("incident no. %1");
    w.moreSources = withPageSigns(c.tr("%1: page {page:files}"));
    w.withdrawn = c.tr("withdrawn");
    w.withdrawnNote =
        c.tr("This exhibit was taken out after it had got its number. The number is not used again.");
    w.sourcesHere = c.tr("Sources on this page");
    w.redactedHere = c.tr("Redacted");
    w.hashNote = withPageSigns(c.tr("Right: start of SHA-256; whole code: p. {page:files}."));
    w.none = c.tr("–");
    w.listNumber = c.tr("No.");
    w.listDate = c.tr("Date");
    w.listType = c.tr("Type");
    w.listText = c.tr("Description and file name");
    w.listIncident = c.tr("Incident");
    w.listPage = c.tr("Page");
    w.listHash = c.tr("SHA-256\nfirst 16 characters");
    w.fileName = c.tr("File");
    w.pictureDamaged = c.tr("The picture cannot be shown here: the file is damaged or of an unknown kind. "
                            "The original is kept unchanged in the case.");
    w.pictureCut = c.tr("The picture is damaged. It is shown as far as it could be read.");
    w.remark = c.tr("Remark");
    w.shortPage = c.tr("p. %1");
    w.continuesOn = c.tr("Continues on page %1.");
    w.emptyLines = c.tr("[%1 empty lines]");
    w.onlyBlanks = c.tr("[only blanks]");
    w.messageRange = c.tr("This page: message %1–%2.");
    w.incidentHere = c.tr("1 incident");
    w.incidentsHere = c.tr("%1 incidents");
    w.emptyLog = c.tr("There are no incidents in the log yet.");
    w.emptyExhibits = c.tr("There are no exhibits.");
    w.emptyPart = c.tr("Nothing is written here.");
}

void documents(Words& w, const base::Catalog& c) {
    w.documentPage = c.tr("%1 – page %2 of %3, shown at %4 %");
    w.documentFacts = c.tr("About the files");
    w.documentDamaged = c.tr("The file is damaged. It is shown as far as it could be read.");
    w.pagesAsPictures =
        c.tr("The pages are shown as pictures, since the file holds more outside of what they "
             "show.");
    w.notShown = c.tr("Not shown");
    w.heldTerm = c.tr("The file holds something that is entered as protected. Its pages are not shown here.");
    w.heldLetters =
        c.tr("The letters of the file cannot be read by a program, so nobody has looked for what is "
             "entered as protected. Its pages are not shown here.");
    w.troubleSealed = c.tr("The file is locked with a passphrase. Its pages cannot be shown here.");
    w.troubleDamaged = c.tr("The file is damaged. Its pages cannot be shown here.");
    w.troublePages = c.tr("The file has %1 pages. They are not shown here, since they are so many.");
    w.heldDamaged =
        c.tr("The file is damaged, so that nobody could look for what is entered as protected. Its "
             "pages are not shown here.");
    w.troubleSize = c.tr("The file is too large to be shown here.");
    w.troublePacked = c.tr("The file unpacks to too much to be shown here.");
    w.troubleDeep = c.tr("The file is built too deeply to be shown here.");
    w.troubleHeavy = c.tr("The pages of the file take too long to draw. They are not shown here.");
    w.troubleOutside = c.tr("Outside of what its pages show, the file holds more. The pages are not shown "
                            "here, since that would go along.");
    w.troubleLayers =
        c.tr("The file has layers that are hidden. Its pages are not shown here, since the hidden "
             "would go along.");
    w.troubleDynamic =
        c.tr("The pages of the file are made by a program when it is opened. They cannot be shown "
             "here.");
    w.troubleArchive =
        c.tr("An edition for archives cannot hold the pages of other files. They are in the usual "
             "edition.");
    w.strip = c.tr("%1 – section %2 of %3");
    w.stripMark = c.tr("What stands above the line is on the page before too.");
    w.stripElsewhere = c.tr("The whole picture, to be read: page %1.");
    w.stillAt = c.tr("%1 into the film");
    w.noStills = c.tr("No still picture could be taken out of the film.");
    w.tableWhen = c.tr("Time");
    w.tableFrom = c.tr("From");
    w.tableText = c.tr("Message");
    w.tableSource = c.tr("Source");
}

void frontAndOverview(Words& w, const base::Catalog& c) {
    w.receipt = c.tr("Receipt");
    w.receiptNote = c.tr("To be filled in by adviser or police. The receipt only says that the document with "
                         "the code above was received on that day.");
    w.receiptDate = c.tr("Date and time");
    w.receiptBy = c.tr("Received by (name and position)");
    w.receiptPhone = c.tr("Telephone");
    w.receiptPlace = c.tr("Office or municipality");
    w.receiptNumber = c.tr("Case number");
    w.receiptSignature = c.tr("Signature and stamp");
    w.codeHeading = c.tr("Code of the case");
    w.callsAndMessages = c.tr("Calls and\nmessages");
    w.weekdayClock = c.tr("Weekday and time of day");
    w.channel = c.tr("Channel");
    w.directedAt = c.tr("Directed at");
    w.beforeAfter = c.tr("Before and after");
    w.total = c.tr("Total");
    w.night = c.tr("night");
    w.count = c.tr("Number");
}

} // namespace

Words makeWords(const base::Catalog& catalog) {
    Words words;
    headings(words, catalog);
    logAndExhibits(words, catalog);
    documents(words, catalog);
    frontAndOverview(words, catalog);
    return words;
}

} // namespace core::report
