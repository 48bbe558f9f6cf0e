// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the finished document for protected terms. The builder's texts come through RedactedReader,
// so there is nothing to find; this is the check that no part of it has found another way in.
#include "core/base/error.h"
#include "core/report/document_texts.h"
#include "core/report/log_build.h"

#include <set>

namespace core::report {

namespace {

void addTogether(const std::vector<std::string>& texts, std::vector<std::string>& all) {
    all.push_back(joined(texts, "\n"));
}

void addCells(const std::vector<LogRow>& rows, std::vector<std::string>& all) {
    for (const LogRow& row : rows)
        for (const Cell& cell : row.cells) {
            std::string text;
            for (const Line& line : cell) {
                for (const Run& run : line.runs) text += run.text;
                text += '\n';
            }
            all.push_back(std::move(text));
        }
}

std::set<std::size_t> termsIn(const Redactor& redactor, const std::vector<std::string>& texts) {
    std::set<std::size_t> found;
    for (const std::string& text : texts) found.merge(redactor.termsIn(text));
    return found;
}

// Words that come from the form's data by way of the case: the names of its types and of emoji.
void addFormData(const Build& build, std::vector<std::string>& all) {
    const bool danish = build.danish();
    for (const TypeGroup& group : build.form.groups) all.push_back(danish ? group.danish : group.english);
    for (const model::IncidentType& type : build.form.types)
        all.push_back(build.form.typeName(type.code, build.say.language()));
    for (const LadderRung& rung : build.form.ladder) all.push_back(danish ? rung.danish : rung.english);
    std::string emoji;
    for (const EmojiName& name : build.form.emoji) emoji += (danish ? name.danish : name.english) + ", ";
    all.push_back(std::move(emoji));
    all.push_back(build.tr("[redacted: %1]"));
}

} // namespace

std::vector<std::string> spokenTexts(LogDocument d) {
    std::vector<std::string> all;
    eachText(d, [&](std::string& text) { all.push_back(text); });
    for (const auto* rows : {&d.rows, &d.examples, &d.steps}) addCells(*rows, all);
    for (const ExhibitPart& exhibit : d.exhibits) {
        for (const Message& m : exhibit.messages) addTogether({m.sender, m.text, joined(m.notes, "\n")}, all);
        for (const Mail& m : exhibit.mails) {
            std::vector<std::string> values;
            for (const NamedValue& header : m.headers) values.push_back(header.value);
            addTogether({joined(values, "\n"), m.text, joined(m.notes, "\n")}, all);
        }
    }
    const Words& w = d.words;
    for (const std::string* word : {&w.logForm,
                                    &w.contents,
                                    &w.overview,
                                    &w.parties,
                                    &w.examples,
                                    &w.steps,
                                    &w.patterns,
                                    &w.log,
                                    &w.exhibitList,
                                    &w.exhibits,
                                    &w.about,
                                    &w.files,
                                    &w.aboutNote,
                                    &w.filesNote,
                                    &w.listNote,
                                    &w.examplesNote,
                                    &w.stepsNote,
                                    &w.partiesNote,
                                    &w.numbers,
                                    &w.number,
                                    &w.continued,
                                    &w.continues,
                                    &w.toBeContinued,
                                    &w.exhibit,
                                    &w.exhibitStamp,
                                    &w.exhibitIncidents,
                                    &w.withdrawn,
                                    &w.withdrawnNote,
                                    &w.receipt,
                                    &w.receiptNote,
                                    &w.receiptDate,
                                    &w.receiptBy,
                                    &w.receiptPhone,
                                    &w.receiptPlace,
                                    &w.receiptNumber,
                                    &w.receiptSignature,
                                    &w.codeHeading,
                                    &w.sourcesHere,
                                    &w.redactedHere,
                                    &w.hashNote,
                                    &w.callsAndMessages,
                                    &w.weekdayClock,
                                    &w.channel,
                                    &w.directedAt,
                                    &w.beforeAfter,
                                    &w.total,
                                    &w.night,
                                    &w.count,
                                    &w.listNumber,
                                    &w.listDate,
                                    &w.listType,
                                    &w.listText,
                                    &w.listIncident,
                                    &w.listPage,
                                    &w.listHash,
                                    &w.fileName,
                                    &w.pictureDamaged,
                                    &w.shortPage,
                                    &w.moreSources,
                                    &w.messagesFollow,
                                    &w.messageRange,
                                    &w.emptyLog,
                                    &w.emptyExhibits,
                                    &w.emptyPart,
                                    &w.documentPage,
                                    &w.documentFacts,
                                    &w.documentDamaged,
                                    &w.notShown,
                                    &w.heldTerm,
                                    &w.heldLetters,
                                    &w.troubleSealed,
                                    &w.troubleDamaged,
                                    &w.troublePages,
                                    &w.troubleSize,
                                    &w.troubleLayers,
                                    &w.troubleDynamic,
                                    &w.troubleArchive,
                                    &w.strip,
                                    &w.stripMark,
                                    &w.stripElsewhere,
                                    &w.stillAt,
                                    &w.noStills,
                                    &w.tableWhen,
                                    &w.tableFrom,
                                    &w.tableText,
                                    &w.tableSource,
                                    &w.page,
                                    &w.pageOf,
                                    &w.edition})
        all.push_back(*word);
    for (const Column& column : d.columns) all.push_back(column.heading);
    return all;
}

void prove(Build& build, const std::function<std::vector<std::string>()>& formWords) {
    const Redactor& redactor = build.reader.redactor();
    const std::set<std::size_t> found = termsIn(redactor, spokenTexts(build.document));
    std::set<std::size_t> own; // said by the form itself ("maj" for a child called Maj): nothing to prove
    if (!found.empty()) {
        std::vector<std::string> words = formWords();
        addFormData(build, words);
        own = termsIn(redactor, words);
        for (const std::size_t term : found)
            if (!own.contains(term))
                throw base::Error(base::ErrorCode::Internal, "a protected term is left in the document");
    }
    build.document.guard = redactor.without(own);
}

} // namespace core::report
