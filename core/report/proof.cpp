// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the finished document for protected terms. The builder's texts come through RedactedReader,
// so there is nothing to find; this is the check that no part of it has found another way in.
#include "core/base/error.h"
#include "core/report/document_texts.h"
#include "core/report/log_build.h"

#include <set>

namespace core::report {

namespace {

using Visit = std::function<void(const std::string&)>;

template <typename Rows>
void visitCells(const Rows& rows, const Visit& visit) {
    for (const LogRow& row : rows)
        for (const Cell& cell : row.cells) {
            std::string text;
            for (const Line& line : cell) {
                for (const Run& run : line.runs) text += run.text;
                text += '\n';
            }
            visit(text);
        }
}

// Words that come from the form's data by way of the case: the names of its types and of emoji.
void visitFormData(const Build& build, const Visit& visit) {
    const bool danish = build.danish();
    for (const TypeGroup& group : build.form.groups) visit(danish ? group.danish : group.english);
    for (const model::IncidentType& type : build.form.types)
        visit(build.form.typeName(type.code, build.say.language()));
    for (const LadderRung& rung : build.form.ladder) visit(danish ? rung.danish : rung.english);
    std::string emoji;
    for (const EmojiName& name : build.form.emoji) emoji += (danish ? name.danish : name.english) + ", ";
    visit(emoji);
    visit(build.tr("[redacted: %1]"));
}

// What the whole document says, one text after another: each its texts and those that stand under one another
// in a cell or message as one.
void visitSpoken(const LogDocument& d, const Visit& visit) {
    eachText(d, visit);
    visitCells(d.rows, visit);
    visitCells(d.examples, visit);
    visitCells(d.steps, visit);
    for (const ExhibitPart& exhibit : d.exhibits) {
        for (const Message& m : exhibit.messages)
            visit(joined({m.sender, m.text, joined(m.notes, "\n")}, "\n"));
        for (const Mail& m : exhibit.mails) {
            std::vector<std::string> values;
            for (const NamedValue& header : m.headers) values.push_back(header.value);
            visit(joined({joined(values, "\n"), m.text, joined(m.notes, "\n")}, "\n"));
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
                                    &w.pictureCut,
                                    &w.remark,
                                    &w.shortPage,
                                    &w.moreSources,
                                    &w.continuesOn,
                                    &w.emptyLines,
                                    &w.onlyBlanks,
                                    &w.messageRange,
                                    &w.emptyLog,
                                    &w.emptyExhibits,
                                    &w.emptyPart,
                                    &w.documentPage,
                                    &w.documentFacts,
                                    &w.documentDamaged,
                                    &w.pagesAsPictures,
                                    &w.notShown,
                                    &w.heldTerm,
                                    &w.heldLetters,
                                    &w.heldDamaged,
                                    &w.troubleSealed,
                                    &w.troubleDamaged,
                                    &w.troublePages,
                                    &w.troubleSize,
                                    &w.troublePacked,
                                    &w.troubleDeep,
                                    &w.troubleHeavy,
                                    &w.troubleOutside,
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
        visit(*word);
    for (const Column& column : d.columns) visit(column.heading);
}

} // namespace

void prove(Build& build, const std::function<LogDocument()>& formWords) {
    const Redactor& redactor = build.reader.redactor();
    std::set<std::size_t> found, own;
    const auto collect = [&](std::set<std::size_t>& terms) {
        return [&](const std::string& text) { terms.merge(redactor.termsIn(text)); };
    };
    visitSpoken(build.document, collect(found));
    if (!found.empty()) { // said by the form itself ("maj" for a child called Maj): nothing to prove
        visitSpoken(formWords(), collect(own));
        visitFormData(build, collect(own));
        for (const std::size_t term : found)
            if (!own.contains(term))
                throw base::Error(base::ErrorCode::Internal, "a protected term is left in the document");
    }
    build.document.guard = redactor.without(own);
}

} // namespace core::report
