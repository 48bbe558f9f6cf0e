// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Visits every text of a log document that can hold something of the case. Structured bindings name each
// member, so that a new one does not compile until it is visited here. Not visited: hashes, keys and the
// fixed words of the form.

#include "core/report/log_document.h"

namespace core::report {

template <typename Visit>
class TextVisitor {
public:
    explicit TextVisitor(Visit visit) : visit_(visit) {}

    void operator()(LogDocument& d) {
        auto& [language, words, caseLabel, madeShort, madeMs, madeOffset, code, codeExplanation, isFull,
               front, contents, overview, parties, examples, steps, patterns, columns, rows, logOrder,
               columnNote, logNote, listNote, exhibits, about, files, incidents, contacts, redactions, empty,
               guard, protectedTerms] = d;
        texts(caseLabel, codeExplanation, logOrder, columnNote, logNote, listNote);
        each(front);
        each(contents);
        part(overview);
        each(parties);
        each(examples);
        each(steps);
        part(patterns);
        each(rows);
        each(exhibits);
        each(about);
        each(files);
        if (empty) part(*empty);
    }

    void part(ExhibitPart& e) {
        auto& [number, withdrawn, kind, title, intro, incidentLabel, incident, milestone, listDate, listType,
               listText, listFile, listIncidents, sha256, messages, mails, fileViews, sources, items,
               sourceRemark, redactions, redactionNote, asTable] = e;
        texts(title, intro, incidentLabel, listDate, listType, listText, listFile, listIncidents,
              sourceRemark, redactionNote);
        each(messages);
        each(mails);
        each(fileViews);
        each(sources);
    }

private:
    template <typename... Text>
    void texts(Text&... text) {
        (visit_(text), ...);
    }
    template <typename Part>
    void each(std::vector<Part>& parts) {
        for (auto& p : parts) part(p);
    }
    void part(std::string& text) { visit_(text); }
    void part(Run& r) { visit_(r.text); }
    void part(Line& l) { each(l.runs); }
    void part(Cell& c) { each<Line>(c); }
    void part(NamedValue& v) { texts(v.name, v.value); }
    void part(NamedCount& v) { texts(v.name); }
    void part(Content& c) { texts(c.title, c.note); }
    void part(Figure& f) { texts(f.number, f.caption, f.text); }
    void part(ChartBar& b) { texts(b.label); }
    void part(MarkerLine& m) { texts(m.label); }
    void part(DotRow& r) { texts(r.label); }
    void part(SourceNote& s) {
        auto& [key, name, text, sha256, source] = s;
        texts(name, text);
    }
    void part(LogRow& r) {
        auto& [isMilestone, label, incident, cells, strip, afterOrder, exhibits] = r;
        texts(label);
        for (Cell& cell : cells) part(cell);
        if (strip) each(strip->labels);
    }
    void part(Message& m) {
        auto& [label, day, clock, zoneNote, sourceNote, sender, text, notes, fromOffender, isContext,
               isNotice, pictures, incidents] = m;
        texts(day, clock, zoneNote, sourceNote, sender, text);
        each(notes);
    }
    void part(Mail& m) {
        auto& [label, headers, text, notes, pictures, sourceNote, incidents] = m;
        texts(text, sourceNote);
        each(headers);
        each(notes);
    }
    void part(FileView& f) {
        auto& [isPicture, picture, label, fileName, facts, sourceKey, incidents, isPdf, isFilm, size,
               heldBack, text, textTitle, textNote] = f;
        texts(fileName, heldBack, text, textTitle, textNote);
        each(facts);
    }
    void part(TextSection& s) {
        auto& [heading, paragraphs, table, wide, after] = s;
        texts(heading, after);
        each(paragraphs);
        each(table);
    }
    void part(Overview& o) {
        auto& [subtitle, figures, bars, markers, markerNote, dotRows, barHeading, barUnit, barNote, barTotal,
               afterOrderTitle, afterOrderText, weekdayHour, weekdays, hourNote, channels, targets,
               targetNote, beforeAfter, boldRow, beforeAfterNote, foot] = o;
        texts(markerNote, beforeAfterNote);
        texts(subtitle, barHeading, barUnit, barNote, afterOrderTitle, afterOrderText, hourNote, targetNote,
              foot);
        each(figures);
        each(bars);
        each(markers);
        each(dotRows);
        each(weekdays);
        each(channels);
        each(targets);
        for (auto& row : beforeAfter) each(row);
    }

    void part(EmptyForm& f) {
        auto& [head, guidanceHeading, guidance, exhibitNote] = f;
        each(head);
        each(guidance);
        texts(guidanceHeading, exhibitNote);
    }
    void part(Patterns& p) {
        auto& [intro, figures] = p;
        each(intro);
        each(figures);
    }
    void part(PatternFigure& f) {
        auto& [kind, heading, counted, pairs, periodLabels, series, markers, shares, years, names, legend,
               table] = f;
        texts(heading, counted);
        each(pairs);
        each(periodLabels);
        each(series);
        each(markers);
        each(shares);
        each(names);
        each(legend);
        part(table);
    }
    void part(PairRow& r) { texts(r.name, r.window); }
    void part(SeriesRow& r) { texts(r.name); }
    void part(ShareRow& r) { texts(r.name); }
    void part(FigureTable& t) {
        auto& [headings, rows, hasSum, boldRow, note] = t;
        each(headings);
        for (auto& row : rows) each(row);
        texts(note);
    }

    Visit visit_;
};

template <typename Visit>
void eachText(LogDocument& document, Visit visit) {
    TextVisitor<Visit> visitor(visit);
    visitor(document);
}

template <typename Visit>
void eachText(ExhibitPart& exhibit, Visit visit) {
    TextVisitor<Visit> visitor(visit);
    visitor.part(exhibit);
}

} // namespace core::report
