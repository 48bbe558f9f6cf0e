// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_session.h"

#include <wx/app.h>

namespace app {

using core::base::Progress;

StoreSession::StoreSession(std::unique_ptr<core::store::CaseStore> store, std::shared_ptr<const void> sample)
    : sample_(std::move(sample)), store_(std::move(store)),
      reader_(std::make_unique<core::query::CaseReader>(*store_)),
      editor_(std::make_unique<core::edit::Editor>(*store_)), zone_(store_->zone()) {}

std::shared_ptr<StoreSession> StoreSession::make(std::unique_ptr<core::store::CaseStore> store,
                                                 std::shared_ptr<const void> sample) {
    std::shared_ptr<StoreSession> session(new StoreSession(std::move(store), std::move(sample)));
    session->listen();
    return session;
}

StoreSession::~StoreSession() {
    editor_.reset();
    reader_.reset();
    store_.reset();
}

// Windows are told after the handler that made the change, and once for many changes.
void StoreSession::listen() {
    editor_->onChange([weak = weak_from_this()] {
        const auto session = weak.lock();
        if (!session || session->announced_.exchange(true) || !wxTheApp) return;
        wxTheApp->CallAfter([weak] {
            const auto living = weak.lock();
            if (!living) return;
            living->announced_ = false;
            living->notifyChanged();
        });
    });
}

// After what cannot be undone: what left the case, and what was taken out of it. On a worker: the editor is
// the main thread's.
void StoreSession::announceFinal() {
    if (!wxTheApp) return;
    wxTheApp->CallAfter([weak = weak_from_this()] {
        const auto living = weak.lock();
        if (!living) return;
        living->editor_->forgetSteps();
        living->notifyChanged();
    });
}

std::vector<ui::common::OpeningFinding> StoreSession::openingFindings() const {
    std::vector<ui::common::OpeningFinding> findings;
    for (const auto& finding : store_->openingFindings())
        findings.push_back({finding.what, finding.subject, finding.detail});
    return findings;
}

ui::common::CopyState StoreSession::copyState() const {
    return {store_->lastCopyMs(), store_->copyReminderDays(), !isSample() && store_->isCopyDue()};
}

namespace {
constexpr const char* kExportChoices = "export-choices";
}

std::string StoreSession::exportChoices() const { return store_->setting(kExportChoices); }
void StoreSession::keepExportChoices(const std::string& choices) {
    if (choices != exportChoices()) store_->setSetting(kExportChoices, choices);
}

std::unique_ptr<core::query::CaseReader> StoreSession::openReader() {
    return core::query::CaseReader::onOwnConnection(*store_);
}

std::vector<core::import::FoundFile> StoreSession::scan(const std::vector<std::filesystem::path>& paths,
                                                        const core::import::ImportOptions& options,
                                                        Progress& progress) {
    core::import::ImportOptions all = options;
    for (const auto& [name, mapping] : openReader()->tableTemplates()) all.mappings.push_back(mapping);
    return core::import::scan(paths, all, progress);
}

core::import::ImportReport StoreSession::importFiles(const std::vector<std::filesystem::path>& paths,
                                                     const core::import::ImportOptions& options,
                                                     Progress& progress) {
    const std::lock_guard one(importing_);
    return core::import::importFiles(*store_, paths, options, progress);
}

std::optional<core::import::TableSample> StoreSession::sampleTable(core::model::Id source) {
    return core::import::sampleTable(*store_, source);
}

core::import::ImportReport StoreSession::readTable(core::model::Id source,
                                                   const core::import::TableMapping& mapping,
                                                   const std::string& zone, Progress& progress) {
    const std::lock_guard one(importing_);
    auto report = core::import::readTable(*store_, source, mapping, zone, progress);
    announceFinal();
    return report;
}

std::vector<core::import::LogIncident> StoreSession::logRows(core::model::Id source) {
    return core::import::logIncidents(*store_, source);
}

void StoreSession::removeSource(core::model::Id source, Progress& progress) {
    const std::lock_guard one(importing_);
    core::edit::Editor(*store_, store_->connect()).removeSource(source, progress);
    announceFinal();
}

std::vector<core::share::GateFinding> StoreSession::checkGate(const core::share::ReportOptions& options,
                                                              Progress& progress) {
    return core::share::checkGate(*store_, options, progress);
}

core::share::ReportResult StoreSession::writeReport(const core::share::ReportOptions& options,
                                                    const std::filesystem::path& out, Progress& progress) {
    auto result = core::share::writeReport(*store_, options, out, progress);
    announceFinal();
    return result;
}

core::share::ReportResult StoreSession::writeEmptyForm(const core::share::ReportOptions& options,
                                                       const std::filesystem::path& out, Progress& progress) {
    return core::share::writeEmptyForm(store_.get(), options, out, progress);
}

core::share::ReportResult StoreSession::writeLog(const core::share::ReportOptions& options,
                                                 core::share::LogFormat format,
                                                 const std::filesystem::path& out, Progress& progress) {
    auto result = core::share::writeLog(*store_, options, format, out, progress);
    announceFinal();
    return result;
}

std::shared_ptr<const core::share::PdfPages>
StoreSession::previewReport(const core::share::ReportOptions& options, Progress& progress) {
    return core::share::previewReport(*store_, options, progress);
}

core::share::PrintReport StoreSession::printReport(const core::share::ReportOptions& options,
                                                   const std::vector<core::share::PageRange>& ranges,
                                                   Progress& progress) {
    auto print = core::share::printReport(*store_, options, ranges, progress);
    announceFinal();
    return print;
}

void StoreSession::printFailed(const core::share::PrintReport& print) {
    core::share::printFailed(*store_, print);
    announceFinal();
}

core::share::PackageResult StoreSession::writePackage(const core::share::PackageOptions& options,
                                                      const std::filesystem::path& out, Progress& progress) {
    auto result = core::share::writePackage(*store_, options, out, progress);
    announceFinal();
    return result;
}

ui::common::CopyPlace StoreSession::copyPlace(const std::filesystem::path& target) {
    using Place = core::store::CaseStore::CopyPlace;
    using ui::common::CopyPlace;
    switch (store_->copyPlace(target)) {
    case Place::New:
        return CopyPlace::New;
    case Place::Earlier:
        return CopyPlace::Earlier;
    case Place::InsideCase:
        return CopyPlace::InsideCase;
    case Place::OtherCase:
        return CopyPlace::OtherCase;
    case Place::NotEmpty:
        return CopyPlace::NotEmpty;
    case Place::NotThere:
        return CopyPlace::NotThere;
    }
    return CopyPlace::NotThere;
}

ui::common::SavedCopy StoreSession::saveCopy(const std::filesystem::path& target, Progress& progress) {
    const auto result = store_->saveCopy(target, progress);
    return {result.originals, result.copied, static_cast<int>(result.faults.size())};
}

} // namespace app
