// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An open case as the windows see it, over a store. Lives as long as any window or worker holds it; then the
// case is closed. A sample's folder goes with it.

#include "core/store/case_store.h"
#include "ui/common/case_session.h"

#include <atomic>
#include <mutex>

namespace app {

class StoreSession : public ui::common::CaseSession, public std::enable_shared_from_this<StoreSession> {
public:
    // On any thread. `sample`: what the invented case lies in, let go of after the case was closed; none for
    // any other case.
    static std::shared_ptr<StoreSession> make(std::unique_ptr<core::store::CaseStore> store,
                                              std::shared_ptr<const void> sample = {});
    ~StoreSession() override;

    core::store::CaseStore& store() { return *store_; }
    core::query::CaseReader& reader() override { return *reader_; }
    core::edit::Editor& editor() override { return *editor_; }
    std::filesystem::path folder() const override { return store_->folder(); }
    std::string zone() const override { return zone_; }
    bool isSample() const override { return sample_ != nullptr; }
    std::vector<ui::common::OpeningFinding> openingFindings() const override;
    void markFindingsSeen() override { store_->markFindingsSeen(); }
    ui::common::CopyState copyState() const override;
    void setCopyReminder(int days) override { store_->setCopyReminderDays(days); }
    std::string exportChoices() const override;
    void keepExportChoices(const std::string& choices) override;
    std::unique_ptr<core::query::CaseReader> openReader() override;

    std::vector<core::import::FoundFile> scan(const std::vector<std::filesystem::path>& paths,
                                              const core::import::ImportOptions& options,
                                              core::base::Progress& progress) override;
    core::import::ImportReport importFiles(const std::vector<std::filesystem::path>& paths,
                                           const core::import::ImportOptions& options,
                                           core::base::Progress& progress) override;
    std::optional<core::import::TableSample> sampleTable(core::model::Id source) override;
    core::import::ImportReport readTable(core::model::Id source, const core::import::TableMapping& mapping,
                                         const std::string& zone, core::base::Progress& progress) override;
    std::vector<core::import::LogIncident> logRows(core::model::Id source) override;
    void removeSource(core::model::Id source, core::base::Progress& progress) override;
    std::vector<core::share::GateFinding> checkGate(const core::share::ReportOptions& options,
                                                    core::base::Progress& progress) override;
    core::share::ReportResult writeReport(const core::share::ReportOptions& options,
                                          const std::filesystem::path& out,
                                          core::base::Progress& progress) override;
    core::share::ReportResult writeEmptyForm(const core::share::ReportOptions& options,
                                             const std::filesystem::path& out,
                                             core::base::Progress& progress) override;
    core::share::ReportResult writeLog(const core::share::ReportOptions& options,
                                       core::share::LogFormat format, const std::filesystem::path& out,
                                       core::base::Progress& progress) override;
    std::shared_ptr<const core::share::PdfPages> previewReport(const core::share::ReportOptions& options,
                                                               core::base::Progress& progress) override;
    core::share::PrintReport printReport(const core::share::ReportOptions& options,
                                         const std::vector<core::share::PageRange>& ranges,
                                         core::base::Progress& progress) override;
    void printFailed(const core::share::PrintReport& print) override;
    core::share::PackageResult writePackage(const core::share::PackageOptions& options,
                                            const std::filesystem::path& out,
                                            core::base::Progress& progress) override;
    ui::common::CopyPlace copyPlace(const std::filesystem::path& target) override;
    ui::common::SavedCopy saveCopy(const std::filesystem::path& target,
                                   core::base::Progress& progress) override;

private:
    StoreSession(std::unique_ptr<core::store::CaseStore> store, std::shared_ptr<const void> sample);
    void listen();
    void announceFinal();

    std::shared_ptr<const void> sample_;
    std::unique_ptr<core::store::CaseStore> store_;
    std::unique_ptr<core::query::CaseReader> reader_;
    std::unique_ptr<core::edit::Editor> editor_;
    std::string zone_;
    std::mutex importing_;
    std::atomic<bool> announced_{false};
};

} // namespace app
