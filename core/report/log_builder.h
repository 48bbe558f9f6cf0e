// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes the log document of a case: reads, counts, words, redacts. Not pages (core/pdf/pages) and no changes
// to the case: the exhibits have their numbers already.

#include "core/base/byte_source.h"
#include "core/base/catalog.h"
#include "core/model/exhibit.h"
#include "core/query/case_reader.h"
#include "core/report/form_data.h"
#include "core/report/log_document.h"
#include "core/report/text_lines.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::report {

enum class Variant { Short, Full };
enum class Audience { Adviser, Police }; // decides which fields go along (domain.md 7.2)

// How exhibits are shown; nothing of it changes what is counted.
struct ExhibitForm {
    bool asTable = false;     // conversations: a row a message with its time, zone and source; else bubbles
    int contextMessages = 2;  // before and after each that counts
    bool mailHeaders = false; // the technical ones too: ids, return path, the first server
};

// What can be known of a file that is attached to a message: the case has no item of it.
struct FileReading {
    enum class Kind { Document, Film, Sound };
    Kind kind = Kind::Document;
    std::string title; // that the file says of itself
    std::string text;
    bool isWhole = true; // all of the text was read
    bool isSealed = false;
    std::int64_t seconds = 0; // 0: not known
    int orientation = 0;      // EXIF 1 to 8
};
// None: nothing of it can be shown.
using FileReader = std::function<std::optional<FileReading>(base::SeekableSource&, const std::string& name)>;

// The text of a PDF as far as its pages show it; none where it cannot be read.
using ShownReader = std::function<std::optional<std::string>(base::SeekableSource&)>;

// The words of a PDF; none where not all can be read.
using WordReader = std::function<std::optional<std::vector<LaidWord>>(base::SeekableSource&)>;

struct LogOptions {
    Variant variant = Variant::Full;
    Audience audience = Audience::Adviser;
    std::optional<bool> newestFirst; // else as the form says
    ExhibitForm exhibitForm;
    bool reviewed = false;                // somebody says to have gone through it for sensitive content
    std::vector<model::Exhibit> exhibits; // as planExhibits gave them and core/edit numbered them
    bool isArchive = false;               // an edition that holds no pages of other PDFs
    std::int64_t nowMs = 0;
    FileReader readFile;         // empty: attachments that are no pictures are only named
    ShownReader readShown;       // empty: text of a PDF is printed only line by line
    WordReader readWords;        // empty: text of a PDF is shown as it is read, not line by line
    std::string code;            // 64 hexadecimal digits; empty: the head of the case's history
    std::string codeExplanation; // of `code`; empty with it
};

// Throws base::Error: InvalidInput where an exhibit has no number; what the reader throws. Odd content of the
// case never throws.
LogDocument buildLog(const query::CaseReader& reader, const LogOptions& options, const base::Catalog& catalog,
                     const FormData& form);

} // namespace core::report
