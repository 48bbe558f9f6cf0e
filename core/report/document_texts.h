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

    void operator()(const LogDocument& d) {
        const auto& [language, words, caseLabel, madeShort, madeMs, madeOffset, code, codeExplanation, isFull,
                     front, contents, overview, parties, examples, steps, patterns, columns, rows, logOrder,
                     columnNote, logNote, listNote, exhibits, about, files, incidents, contacts, redactions,
                     empty, guard, protectedTerms] = d;
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

    void part(const ExhibitPart& e) {
        const auto& [number, withdrawn, kind, title, intro, incidentLabel, incident, milestone, listDate,
                     listType, listText, listFile, listIncidents, sha256, messages, mails, fileViews, sources,
                     items, sourceRemark, redactions, redactionNote, asTable] = e;
        texts(title, intro, incidentLabel, listDate, listType, listText, listFile, listIncidents,
              sourceRemark, redactionNote);
        each(messages);
        each(mails);
        each(fileViews);
        each(sources);
    }

private:
    template <typename... Text>
    void texts(const Text&... text) {
        (visit_(text), ...);
    }
    template <typename Parts>
    void each(const Parts& parts) {
        for (const auto& p : parts) part(p);
    }
    void part(const std::string& text) { visit_(text); }
    void part(const Run& r) { visit_(r.text); }
    void part(const Line& l) { each(l.runs); }
    void part(const Cell& c) { each(c); }
    void part(const NamedValue& v) { texts(v.name, v.value); }
    void part(const NamedCount& v) { texts(v.name); }
    void part(const Content& c) { texts(c.title, c.note); }
    void part(const Figure& f) { texts(f.number, f.caption, f.text); }
    void part(const ChartBar& b) { texts(b.label); }
    void part(const MarkerLine& m) { texts(m.label); }
    void part(const DotRow& r) { texts(r.label); }
    void part(const SourceNote& s) {
        const auto& [key, name, text, sha256, source] = s;
        texts(name, text);
    }
    void part(const LogRow& r) {
        const auto& [isMilestone, label, incident, cells, strip, afterOrder, exhibits, when] = r;
        texts(label);
        for (const Cell& cell : cells) part(cell);
        if (strip) each(strip->labels);
    }
    void part(const Message& m) {
        const auto& [label, day, clock, zoneNote, sourceNote, sender, text, notes, fromOffender, isContext,
                     isNotice, pictures, incidents] = m;
        texts(day, clock, zoneNote, sourceNote, sender, text);
        each(notes);
    }
    void part(const Mail& m) {
        const auto& [label, headers, text, notes, pictures, sourceNote, incidents] = m;
        texts(text, sourceNote);
        each(headers);
        each(notes);
    }
    void part(const FileView& f) {
        const auto& [isPicture, picture, label, fileName, facts, sourceKey, incidents, isPdf, isFilm, size,
                     heldBack, text, textTitle, textNote] = f;
        texts(fileName, heldBack, text, textTitle, textNote);
        each(facts);
    }
    void part(const TextSection& s) {
        const auto& [heading, paragraphs, table, wide, after] = s;
        texts(heading, after);
        each(paragraphs);
        each(table);
    }
    void part(const Overview& o) {
        const auto& [subtitle, figures, bars, markers, markerNote, dotRows, barHeading, barUnit, barNote,
                     squareNote, barTotal, afterOrderTitle, afterOrderText, weekdayHour, weekdays, hourNote,
                     channels, targets, targetNote, beforeAfter, boldRow, beforeAfterNote, foot] = o;
        texts(markerNote, beforeAfterNote, squareNote);
        texts(subtitle, barHeading, barUnit, barNote, afterOrderTitle, afterOrderText, hourNote, targetNote,
              foot);
        each(figures);
        each(bars);
        each(markers);
        each(dotRows);
        each(weekdays);
        each(channels);
        each(targets);
        for (const auto& row : beforeAfter) each(row);
    }

    void part(const EmptyForm& f) {
        const auto& [head, guidanceHeading, guidance, exhibitNote, handedIn] = f;
        each(head);
        each(guidance);
        texts(guidanceHeading, exhibitNote, handedIn);
    }
    void part(const Patterns& p) {
        const auto& [intro, figures] = p;
        each(intro);
        each(figures);
    }
    void part(const PatternFigure& f) {
        const auto& [kind, heading, counted, pairs, periodLabels, series, markers, shares, years, names,
                     legend, table] = f;
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
    void part(const PairRow& r) { texts(r.name, r.window); }
    void part(const SeriesRow& r) { texts(r.name); }
    void part(const ShareRow& r) { texts(r.name); }
    void part(const FigureTable& t) {
        const auto& [headings, rows, hasSum, boldRow, note] = t;
        each(headings);
        for (const auto& row : rows) each(row);
        texts(note);
    }

    Visit visit_;
};

template <typename Visit>
void eachText(const LogDocument& document, Visit visit) {
    TextVisitor<Visit> visitor(visit);
    visitor(document);
}

template <typename Visit>
void eachText(const ExhibitPart& exhibit, Visit visit) {
    TextVisitor<Visit> visitor(visit);
    visitor.part(exhibit);
}

} // namespace core::report
