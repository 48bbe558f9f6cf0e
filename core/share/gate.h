// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// "Må udøver se dette?": looks for protected terms in what is about to leave the case, in the words of items
// and in the raw bytes of originals and attachments. Not the striking out in the PDF: core/report does that.

#include "core/base/progress.h"
#include "core/query/case_reader.h"
#include "core/report/redactor.h"
#include "core/share/export.h"
#include "core/share/shown.h"
#include "core/share/term_scan.h"

#include <string>
#include <vector>

namespace core::share {

class Gate {
public:
    Gate(const query::CaseReader& reader, report::Redactor redactor, const base::Catalog& catalog)
        : reader_(reader), redactor_(std::move(redactor)), catalog_(catalog) {}

    // Everything in one source that must not leave: a term in its name, in the words of its items, in the
    // bytes of the file or of an attachment, as UTF-8, UTF-16 or a single-byte charset; words that are packed
    // (PDF, zip, office files) and so cannot be searched; the place where a picture or a film was made.
    // Files inside it are looked at as it is; an attachment in a file of its own is a source by itself.
    // One finding a reason.
    std::vector<GateFinding> checkSource(const query::SourceRow& source, base::Progress& progress) const;
    // The same of one record of it, cut out of the file.
    // `original`: of the source, opened once for all its records.
    bool mayLeave(const query::SourceRow& source, base::SeekableSource& original, const ShownRecord& record,
                  base::Progress& progress) const;
    bool finds(std::string_view text) const { return redactor_.finds(text); }
    std::string redacted(std::string text) const;

private:
    struct Seen {
        bool inWords = false, inAttachment = false;
        bool packed = false;
        bool place = false;
    };
    void lookAtSource(const query::SourceRow& source, base::Progress& progress, Seen& seen) const;
    void lookAtItem(const query::ItemDetail& item, base::Progress& progress, Seen& seen) const;
    void lookAtBytes(const query::SourceRow& source, base::SeekableSource& original, std::uint64_t begin,
                     std::uint64_t end, base::Progress& progress, Seen& seen) const;
    static void feed(TermScan& scan, std::string_view piece, bool first, Seen& seen);

    const query::CaseReader& reader_;
    report::Redactor redactor_;
    const base::Catalog& catalog_;
};

} // namespace core::share
