// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a window needs of an open case. Made by app/services; windows and their workers share it, so that the
// case stays open until the last worker has ended. Not the store: ui never sees core/store.

#include "core/edit/editor.h"
#include "core/import/importer.h"
#include "core/import/log_rows.h"
#include "core/import/read_table.h"
#include "core/query/case_reader.h"
#include "core/share/export.h"
#include "core/share/log/log_file.h"
#include "core/share/preview.h"
#include "ui/common/observers.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui::common {

// What was wrong with the case when it was opened: a fixed word and English, for the log.
struct OpeningFinding {
    std::string what; // "custody", "orphan", "database", ...
    std::string subject, detail;
};

// Where a copy of the case may go, and why not.
enum class CopyPlace { New, Earlier, InsideCase, OtherCase, NotEmpty, NotThere };

struct SavedCopy {
    std::size_t originals = 0, copied = 0; // all in it; those that were not there before
    int faults = 0;                        // of the case itself, and so of the copy
};

struct CopyState {
    std::optional<std::int64_t> lastMs; // none: never
    int reminderDays = 0;               // 0: no reminder
    bool isDue = false;
};

class CaseSession {
public:
    virtual ~CaseSession() = default;

    // Main thread.
    virtual core::query::CaseReader& reader() = 0;
    virtual core::edit::Editor& editor() = 0;
    virtual std::filesystem::path folder() const = 0;
    virtual std::string zone() const = 0; // IANA
    virtual bool isSample() const = 0;
    virtual std::vector<OpeningFinding>
    openingFindings() const = 0; // those that she has not said to have seen
    virtual void markFindingsSeen() = 0;
    virtual CopyState copyState() const = 0;
    virtual void setCopyReminder(int days) = 0;
    // What was chosen for the last export, as its window wrote it; kept in the case. Nothing secret.
    virtual std::string exportChoices() const = 0;
    virtual void keepExportChoices(const std::string& choices) = 0;
    // Called on the main thread after every edit, undo and import.
    [[nodiscard]] Subscription onChange(std::function<void()> callback) {
        return changes_.add(std::move(callback));
    }
    void notifyChanged() { changes_.notify(); }

    // Any thread; one reader a thread.
    virtual std::unique_ptr<core::query::CaseReader> openReader() = 0;

    // For workers; they throw core::base::Error. Imports are taken one at a time. While an export is being
    // written nothing else may change the case: run it under a modal window.
    virtual std::vector<core::import::FoundFile> scan(const std::vector<std::filesystem::path>& paths,
                                                      const core::import::ImportOptions& options,
                                                      core::base::Progress& progress) = 0;
    virtual core::import::ImportReport importFiles(const std::vector<std::filesystem::path>& paths,
                                                   const core::import::ImportOptions& options,
                                                   core::base::Progress& progress) = 0;
    // A table that is in the case, and reading it with other columns: core/import/read_table.h.
    virtual std::optional<core::import::TableSample> sampleTable(core::model::Id source) = 0;
    virtual core::import::ImportReport readTable(core::model::Id source,
                                                 const core::import::TableMapping& mapping,
                                                 const std::string& zone, core::base::Progress& progress) = 0;
    // Rows of her own log in a file of the case: core/import/log_rows.h.
    virtual std::vector<core::import::LogIncident> logRows(core::model::Id source) = 0;
    // Takes a file out of the case for good; see core/edit Editor::removeSource.
    virtual void removeSource(core::model::Id source, core::base::Progress& progress) = 0;
    virtual std::vector<core::share::GateFinding> checkGate(const core::share::ReportOptions& options,
                                                            core::base::Progress& progress) = 0;
    virtual core::share::ReportResult writeReport(const core::share::ReportOptions& options,
                                                  const std::filesystem::path& out,
                                                  core::base::Progress& progress) = 0;
    virtual core::share::ReportResult writeEmptyForm(const core::share::ReportOptions& options,
                                                     const std::filesystem::path& out,
                                                     core::base::Progress& progress) = 0;
    virtual core::share::ReportResult writeLog(const core::share::ReportOptions& options,
                                               core::share::LogFormat format,
                                               const std::filesystem::path& out,
                                               core::base::Progress& progress) = 0;
    virtual std::shared_ptr<const core::share::PdfPages>
    previewReport(const core::share::ReportOptions& options, core::base::Progress& progress) = 0;
    virtual core::share::PrintReport printReport(const core::share::ReportOptions& options,
                                                 const std::vector<core::share::PageRange>& ranges,
                                                 core::base::Progress& progress) = 0;
    virtual void printFailed(const core::share::PrintReport& print) = 0;
    virtual core::share::PackageResult writePackage(const core::share::PackageOptions& options,
                                                    const std::filesystem::path& out,
                                                    core::base::Progress& progress) = 0;
    virtual CopyPlace copyPlace(const std::filesystem::path& target) = 0;
    // The case may be changed and imported into meanwhile. Its stages: "database", "copy", "check".
    virtual SavedCopy saveCopy(const std::filesystem::path& target, core::base::Progress& progress) = 0;

private:
    Observers changes_;
};

using SessionPtr = std::shared_ptr<CaseSession>;

} // namespace ui::common
