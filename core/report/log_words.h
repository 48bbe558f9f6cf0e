// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fixed words of the printed log form in one language, so that core/pdf has none of its own.
// Not the words of a case: log_document.h.

#include "core/base/catalog.h"

#include <string>

namespace core::report {

struct Words {
    std::string logForm, contents, page;
    std::string pageOf;  // "Side %1 af %2"
    std::string edition; // "Udgave %1 · kode %2"
    std::string overview, parties, examples, steps, patterns, log, exhibitList, exhibits, about, files;
    std::string aboutNote, filesNote, listNote, examplesNote, stepsNote, partiesNote; // under the headings
    std::string numbers;                                                              // "nr. %1–%2"
    std::string number;                                                               // "nr. %1"
    std::string continued, continues, toBeContinued; // "(fortsat)", "fortsat", "fortsættes"
    std::string exhibit;                             // "Bilag %1"
    std::string exhibitStamp;                        // "Bilag %1 – side %2 af %3 – %4"
    std::string exhibitIncidents;                    // "hændelse nr. %1"
    std::string withdrawn, withdrawnNote;
    std::string receipt, receiptNote, receiptDate, receiptBy, receiptPhone, receiptPlace, receiptNumber,
        receiptSignature;
    std::string codeHeading, sourcesHere, redactedHere, hashNote, none;
    std::string callsAndMessages, weekdayClock, channel, directedAt, beforeAfter, total, night, count;
    std::string listNumber, listDate, listType, listText, listIncident, listPage, listHash, fileName;
    std::string remark;         // "Bemærkning", of a file
    std::string pictureDamaged; // "Billedet kan ikke vises: %1"
    std::string pictureCut;     // shown as far as it could be read
    // Of documents, films and recordings in exhibits.
    std::string documentPage;    // "%1 – side %2 af %3, vist i %4 %"
    std::string documentFacts;   // "Om filerne"
    std::string documentDamaged; // shown as far as it could be read
    std::string pagesAsPictures; // of a PDF that holds more than its pages show
    std::string notShown;        // "Ikke vist"
    std::string heldTerm, heldLetters, heldDamaged;
    std::string troubleSealed, troubleDamaged, troublePages, troubleSize, troublePacked, troubleDeep,
        troubleHeavy, troubleLayers, troubleOutside, troubleDynamic, troubleArchive;
    std::string strip;                                        // "%1 – udsnit %2 af %3", of a tall picture
    std::string stripMark;                                    // beside the line on the later ones
    std::string stripElsewhere;                               // "Hele billedet: side %1."
    std::string stillAt;                                      // "%1 inde i filmen"
    std::string noStills;                                     // of a film
    std::string tableWhen, tableFrom, tableText, tableSource; // headings of a conversation as a table
    std::string shortPage;                                    // "s. %1"
    std::string moreSources;                                  // "%1: side …"
    std::string continuesOn;                                  // "Fortsættes på side %1."
    std::string emptyLines;                                   // "[%1 tomme linjer]", of a message
    std::string onlyBlanks;                                   // "[kun mellemrum]", likewise
    std::string messageRange;                                 // "Denne side: besked %1–%2."
    std::string incidentHere, incidentsHere;                  // "1 hændelse", "%1 hændelser": of a page
    std::string emptyLog;                                     // "Der er ingen hændelser i loggen endnu."
    std::string emptyExhibits;                                // "Der er ingen bilag."
    std::string emptyPart;                                    // "Intet er skrevet her."
};

Words makeWords(const base::Catalog& catalog);

} // namespace core::report
