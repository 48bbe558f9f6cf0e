// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log form as data: every part, row and exhibit with its words in the chosen language, redacted, ready to
// be set. No drawing and no page numbers here: core/pdf/pages does that. Built by log_builder.h.
//
// A text holds the signs of marks.h: around what was struck out, and around the key of a section whose pages
// are filled in when they are made ("overview", "parties", "examples", "steps", "patterns", "log", "list",
// "exhibits", "about", "files"; "total" for the number of pages).

#include "core/base/catalog.h"
#include "core/model/exhibit.h"
#include "core/model/item.h"
#include "core/report/log_row.h"
#include "core/report/log_words.h"
#include "core/report/message.h"
#include "core/report/pattern_document.h"
#include "core/report/redactor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::report {

struct Column {
    std::string key; // of the form (form_file.h); "blank" is white
    std::string heading;
    double widthMm = 0;
};

struct NamedValue {
    std::string name, value;
    bool bold = false;
    std::vector<int> incidents = {}; // numbers that end the value, as listedNumbers writes them
};

struct Mail {
    std::string label;               // "45.4"
    std::vector<NamedValue> headers; // From, To, Subject, times (with zone and source)
    std::string text;
    std::vector<std::string> notes;
    std::vector<PictureRef> pictures;
    std::string sourceNote = {};     // "K1, post 12"
    std::vector<int> incidents = {}; // numbers
};

struct FileView { // what it shows on pages of their own, or the card of a file that cannot be shown on paper
    bool isPicture = false;
    PictureRef picture;
    std::string label; // "45.1"
    std::string fileName;
    std::vector<NamedValue> facts;   // taken, source of the time, size, SHA-256
    std::string sourceKey = {};      // "K1"
    std::vector<int> incidents = {}; // numbers
    bool isPdf = false;              // shown page by page, unless it is held back or cannot be read
    bool isFilm = false;             // shown as stills
    std::uint64_t size = 0;          // bytes
    std::string heldBack = {};       // why the pages of a PDF are not shown
    std::string text = {};           // of a document whose pages are not shown; of a recording, what is said
    std::string textTitle = {};
    std::string textNote = {}; // what that text is not
};

struct SourceNote {
    std::string key;  // "K1"
    std::string name; // of the file
    std::string text; // "SMS-eksport, lagt i sagen 05.05.2025 kl. 10.14"
    std::string sha256;
    model::Id source = 0;
};

struct ExhibitPart {
    int number = 0;
    bool withdrawn = false;
    model::ExhibitKind kind = model::ExhibitKind::Conversation;
    std::string title, intro;  // over the first page
    std::string incidentLabel; // "hændelse nr. 45"
    int incident = 0;          // number; 0 for a milestone's
    std::string milestone;     // "M5"
    // Of the exhibit list:
    std::string listDate, listType, listText, listFile, listIncidents, sha256;
    Messages messages;
    std::vector<Mail> mails;
    std::vector<FileView> files;
    std::vector<SourceNote> sources;
    std::vector<model::Id> items = {}; // what it shows, context too
    std::string sourceRemark;
    int redactions = 0;
    std::string redactionNote; // empty where nothing is struck out
    bool asTable = false;      // the messages: a row each, not bubbles
};

struct Figure { // one of the big numbers of the overview
    std::string number, caption, text;
    std::string row = {}; // "124" or "M5": of the log, that it tells of first
};

struct ChartBar {
    std::string label; // month and year where a month begins, else empty
    int contacts = 0;
};
struct Dot {
    double position = 0;
    bool fromMemory = false;
};
struct DotRow {
    std::string label;
    std::vector<Dot> dots;
};
struct NamedCount {
    std::string name;
    int count = 0;
};

struct Overview {
    std::string subtitle;
    std::vector<Figure> figures;
    std::vector<ChartBar> bars; // one a week; one a month where there are more than 60 weeks
    std::vector<MarkerLine> markers;
    std::string markerNote; // where the short labels stand in full
    std::vector<DotRow> dotRows;
    std::string barHeading; // "Kontakter uge for uge"
    std::string barUnit;    // "pr. uge"
    std::string barNote;
    std::string squareNote; // where squares stand so close that one is drawn for several
    int barTotal = 0;
    std::string afterOrderTitle, afterOrderText; // in the chart; empty without an order
    std::vector<std::vector<int>> weekdayHour;   // 7 x 24
    std::vector<std::string> weekdays;
    std::string hourNote;
    std::vector<NamedCount> channels, targets;
    std::string targetNote;
    std::vector<std::vector<std::string>> beforeAfter; // [0] headings; the first cell of a row is its name
    std::size_t boldRow = 0;                           // of beforeAfter: the order; 0 = none
    std::string beforeAfterNote;                       // about steps that are not in the table
    std::string foot;
};

struct TextSection { // heading and paragraphs and a table of two columns
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<NamedValue> table;
    bool wide = false; // across both columns, at the end
    std::string after; // a paragraph under the table
};

struct Content {
    std::string key, title, note; // of the table of contents, in order
};

struct EmptyForm {                 // to be filled in by hand: columns and words, and no rows
    std::vector<std::string> head; // names of the fields above the log
    std::string guidanceHeading;
    std::vector<std::string> guidance; // at the foot of every page
    std::string exhibitNote;
    std::string handedIn; // heading of the last column of the list of exhibits
};

struct LogDocument {
    base::Language language = base::Language::Danish;
    Words words;
    std::string caseLabel;
    std::string madeShort; // "30.09.2025 kl. 14.12", for the footer
    std::int64_t madeMs = 0;
    int madeOffsetSeconds = 0;
    std::string code; // 64 hexadecimal digits: what the document rests on
    std::string codeExplanation;
    bool isFull = true;
    std::vector<NamedValue> front;
    std::vector<Content> contents;
    Overview overview;
    std::vector<TextSection> parties;
    std::vector<LogRow> examples; // cells as in the log
    std::vector<LogRow> steps;    // milestones only
    Patterns patterns;            // no figures: nothing to count
    std::vector<Column> columns;
    LogRows rows;
    std::string logOrder;   // "nyeste først"
    std::string columnNote; // under the head of the first log page; empty: every column says something
    std::string logNote;    // at the foot of every log page
    std::string listNote;   // under the exhibit list
    std::vector<ExhibitPart> exhibits;
    std::vector<TextSection> about;
    std::vector<SourceNote> files; // full hashes
    int incidents = 0, contacts = 0, redactions = 0;
    std::optional<EmptyForm> empty; // then nothing else is set
    Redactor guard; // finds nothing in any of these texts, and may find nothing in what is drawn from them
    Redactor protectedTerms; // all of them: for files that are shown as they are
};

} // namespace core::report
