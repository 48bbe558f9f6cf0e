// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What leaves the case: the log form as PDF, and the package for an adviser (PDF, originals, manifest,
// LÆSMIG.txt). Every export passes the gate "Må udøver se dette?" first: protected terms are taken out of the
// PDF, and originals that hold one, or more than the exhibits show, stay behind unless they are asked for by
// name; what is shown of them goes along, cut out of the file.

#include "core/base/catalog.h"
#include "core/base/progress.h"
#include "core/model/item.h"
#include "core/pdf/output_form.h"
#include "core/report/log_builder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace core::store {
class CaseStore;
}

namespace core::share {

using pdf::Archive;
using report::Audience;
using report::Variant;

struct ReportOptions {
    Variant variant = Variant::Full;
    Audience audience = Audience::Adviser;
    base::Language language = base::Language::Danish;
    std::filesystem::path localeFolder;    // of the translations
    std::filesystem::path assetsFolder;    // logskema/*.json
    std::string form = report::kUsualForm; // of report::listForms
    std::optional<bool> newestFirst;       // else as the form says
    report::ExhibitForm exhibitForm;
    bool reviewed = false;          // a person has gone through it for what must not be seen
    pdf::OutputForm output = {};    // a password, or an archive; never both
    std::uint64_t maxPartBytes = 0; // parts that each stand alone, "… Del 1 af 3.pdf"; 0: one file
};

struct ReportPart {
    std::filesystem::path path;
    std::string sha256;
    int pages = 0;
};

struct ReportResult {
    std::filesystem::path path;         // of the first part
    std::string sha256;                 // of the first part
    std::vector<ReportPart> parts = {}; // one, unless it was split
    int pages = 0, incidents = 0, contacts = 0, exhibits = 0, redactions = 0;
};

// Where something protected would have left the case.
struct GateFinding {
    std::string label;           // what kind of thing it is ("adresse"); never the term itself
    std::string where;           // file name of an original, "incident 7", "message 1204"
    bool isOriginal = false;     // true: the file stays behind; false: taken out of the text
    model::Id source = 0;        // of an original
    bool isOther = false;        // nothing protected: the file holds more than the exhibits show
    bool recordsGoAlong = false; // what is shown of the file goes along, cut out of it
};

// What the gate would take out or hold back. Reads all text of the log and all originals behind its exhibits.
std::vector<GateFinding> checkGate(store::CaseStore& store, const ReportOptions& options,
                                   base::Progress& progress);

// Freezes the exhibit numbers and enters the export in the history. An earlier file at `out` is replaced only
// when the new one is complete; parts take the place of nothing (part_set.h).
ReportResult writeReport(store::CaseStore& store, const ReportOptions& options,
                         const std::filesystem::path& out, base::Progress& progress);

// The form to be filled in by hand, of options.form and options.language. Needs no case and enters
// nothing; of a case only its name is used, without what is protected.
ReportResult writeEmptyForm(const store::CaseStore* store, const ReportOptions& options,
                            const std::filesystem::path& out, base::Progress& progress);

struct PackageOptions {
    ReportOptions report;
    bool withOriginals = true;
    std::vector<model::Id>
        heldBackButWanted; // sources that the gate holds back and that go along all the same
};

struct PackageResult {
    ReportResult report;
    std::filesystem::path path;
    std::string manifestSha256;
    int originals = 0;                 // whole files
    int extracts = 0;                  // records cut out of others
    int texts = 0;                     // records that cannot be cut out, as text
    int missing = 0;                   // attachments that the exports did not hold
    int heldBackOriginals = 0;         // files
    std::vector<GateFinding> heldBack; // a reason each
};

// A folder, or a zip where `out` ends in .zip.
PackageResult writePackage(store::CaseStore& store, const PackageOptions& options,
                           const std::filesystem::path& out, base::Progress& progress);

struct PackageFinding {
    std::string file;
    std::string what; // "missing", "changed", "extra", "manifest"
};

// Checks a package (folder or zip) against its own manifest. Empty = everything is as it was made.
std::vector<PackageFinding> verifyPackage(const std::filesystem::path& package, base::Progress& progress);

} // namespace core::share
