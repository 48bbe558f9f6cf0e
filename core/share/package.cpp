// SPDX-License-Identifier: GPL-3.0-or-later
// The file for the adviser: PDF, originals, manifest, LÆSMIG.txt, in a folder or a zip.
#include "core/base/byte_source.h"
#include "core/report/protected_terms.h"
#include "core/share/export.h"
#include "core/share/manifest.h"
#include "core/share/originals.h"
#include "core/share/package_names.h"
#include "core/share/package_writer.h"
#include "core/share/read_me.h"
#include "core/share/record_text.h"
#include "core/share/report_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace core::share {

namespace fs = std::filesystem;

namespace {

// A stretch of an original, as it stands there.
class RecordBytes : public base::ByteSource {
public:
    RecordBytes(base::SeekableSource& original, const ShownRecord& record, base::Progress& progress)
        : original_(original), progress_(progress), left_(record.length) {
        original.seek(record.offset);
    }
    std::size_t read(char* buffer, std::size_t capacity) override {
        progress_.throwIfCancelled();
        const std::size_t got =
            original_.read(buffer, static_cast<std::size_t>(std::min<std::uint64_t>(capacity, left_)));
        left_ -= got;
        return got;
    }

private:
    base::SeekableSource& original_;
    base::Progress& progress_;
    std::uint64_t left_;
};

class SourceBytes : public base::ByteSource {
public:
    SourceBytes(const query::CaseReader& reader, model::Id source, base::Progress& progress)
        : original_(reader.openSource(source)), progress_(progress) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        progress_.throwIfCancelled();
        return original_->read(buffer, capacity);
    }

private:
    std::unique_ptr<base::ByteSource> original_;
    base::Progress& progress_;
};

std::string addText(PackageWriter& writer, const std::string& name, const std::string& text) {
    base::MemorySource source(text);
    return writer.add(name, source, text.size());
}

// Its SHA-256 and size.
std::pair<std::string, std::uint64_t> addLong(PackageWriter& writer, const std::string& name,
                                              const LongText& text) {
    LongTextSource source(text);
    const std::uint64_t size = text.size();
    return {writer.add(name, source, size), size};
}

// One package in the making.
class Package {
public:
    Package(const query::CaseReader& reader, const Gate& gate, const PackageOptions& options,
            PackageWriter& writer, base::Progress& progress, PackageResult& result)
        : reader_(reader), gate_(gate), language_(options.report.language), writer_(writer),
          progress_(progress), result_(result) {
        manifest_.audience = codeOf(options.report.audience);
        manifest_.language = codeOf(language_);
    }

    Manifest& manifest() { return manifest_; }

    void addReport(const MadeParts& made, bool isLocked) {
        for (std::size_t i = 0; i < made.files.size(); ++i) {
            base::FileSource source(made.files[i].file.readable());
            ManifestFile file;
            file.path = made.result.parts[i].path.filename().string();
            file.size = made.files[i].file.size();
            file.sha256 = writer_.add(file.path, source, file.size);
            file.kind = "report";
            file.isLocked = isLocked;
            manifest_.files.push_back(std::move(file));
        }
    }

    void addOriginals(const std::vector<OriginalPlan>& plans, const report::LogDocument& document) {
        const RecordTexts texts(document);
        for (const OriginalPlan& plan : plans) {
            if (plan.goesWhole)
                addWhole(plan.shown);
            else
                ++result_.heldBackOriginals;
            addExtracts(plan);
            for (const ShownRecord& record : plan.asText)
                addRecordText(plan.shown, record, texts.of(record.item));
            result_.heldBack.insert(result_.heldBack.end(), plan.findings.begin(), plan.findings.end());
        }
    }

    void addMissing(const std::vector<MissingFile>& files) {
        for (const MissingFile& file : files)
            manifest_.missing.push_back({gate_.redacted(file.name), file.item, file.exhibits});
        result_.missing = static_cast<int>(files.size());
    }

    // manifest.csv is listed in manifest.json, and the code of that one stands in the read-me.
    std::string addLists() {
        ManifestFile list;
        list.path = kCsvName;
        std::tie(list.sha256, list.size) = addLong(writer_, kCsvName, csvOf(manifest_));
        list.kind = "list";
        manifest_.files.push_back(std::move(list));
        const std::string hash = addLong(writer_, kManifestName, jsonOf(manifest_)).first;
        addLong(writer_, readMeName(manifest_), packageReadMe(manifest_, hash));
        return hash;
    }

private:
    ManifestFile fileOf(const ShownSource& shown) const {
        ManifestFile file;
        file.originalName = gate_.finds(shown.source.name) ? std::string() : shown.source.name;
        file.importedAt = base::toRfc3339(shown.source.importedMs);
        file.sourceKey = shown.key;
        file.sourceSha256 = shown.source.sha256;
        return file;
    }

    void addWhole(const ShownSource& shown) {
        ManifestFile file = fileOf(shown);
        file.path = originalName(shown, gate_, language_);
        SourceBytes bytes(reader_, shown.source.id, progress_);
        file.sha256 = writer_.add(file.path, bytes, shown.source.size);
        if (file.sha256 != shown.source.sha256)
            throw base::Error(base::ErrorCode::Damaged, "an original differs from its hash",
                              shown.source.name);
        file.size = shown.source.size;
        file.kind = "original";
        for (const ShownRecord& record : shown.records) file.items.push_back(record.item);
        file.items.insert(file.items.end(), shown.messages.begin(), shown.messages.end());
        file.exhibits = shown.exhibits;
        manifest_.files.push_back(std::move(file));
        ++result_.originals;
    }

    void addExtracts(const OriginalPlan& plan) {
        if (plan.cut.empty()) return;
        const auto original = reader_.openSource(plan.shown.source.id); // once for very many
        for (const ShownRecord& record : plan.cut) addExtract(plan.shown, record, *original);
    }

    void addExtract(const ShownSource& shown, const ShownRecord& record, base::SeekableSource& original) {
        ManifestFile file = fileOf(shown);
        file.path = extractName(shown, record, gate_, language_);
        RecordBytes bytes(original, record, progress_);
        file.sha256 = writer_.add(file.path, bytes, record.length);
        file.size = record.length;
        file.kind = "extract";
        file.offset = record.offset;
        file.items = {record.item};
        file.exhibits = record.exhibits;
        manifest_.files.push_back(std::move(file));
        ++result_.extracts;
    }

    void addRecordText(const ShownSource& shown, const ShownRecord& record, const std::string& text) {
        ManifestFile file = fileOf(shown);
        file.path = recordTextName(shown, record, language_);
        file.size = text.size();
        file.sha256 = addText(writer_, file.path, text);
        file.kind = "text";
        file.items = {record.item};
        file.exhibits = record.exhibits;
        manifest_.files.push_back(std::move(file));
        ++result_.texts;
    }

    const query::CaseReader& reader_;
    const Gate& gate_;
    base::Language language_;
    PackageWriter& writer_;
    base::Progress& progress_;
    PackageResult& result_;
    Manifest manifest_;
};

} // namespace

PackageResult writePackage(store::CaseStore& store, const PackageOptions& options, const fs::path& out,
                           base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.report.language, options.report.localeFolder);
    const fs::path target = exportTarget(out, store.folder());
    const auto writer = makePackageWriter(target);
    edit::Editor editor(store, store.connect());
    const auto reader = query::CaseReader::onOwnConnection(store);
    FrozenDocument frozen(store, editor, *reader, options.report, catalog);
    const report::LogDocument& document = frozen.document();
    PackageResult result;
    result.path = target;
    const Gate gate(*reader, report::redactorFor(report::protectedTerms(*reader, catalog), catalog), catalog);
    Package package(*reader, gate, options, *writer, progress, result);
    {
        const MadeParts made = makeParts(
            *reader, frozen.document(), options.report, catalog, target / reportName(options.report.language),
            [](const fs::path&) { return pdf::OutputFile::inMemory(); }, progress);
        result.report = made.result;
        package.addReport(made, options.report.output.isLocked());
    }
    if (options.withOriginals)
        package.addOriginals(
            planOriginals(*reader, gate, document, options.heldBackButWanted, catalog, progress), document);
    package.addMissing(missingFiles(*reader, document));
    package.manifest().caseLabel = gate.redacted(reader->label());
    package.manifest().createdAt = base::toRfc3339(store.clock().nowMs());
    package.manifest().custodyHead = reader->custodyHead();
    result.manifestSha256 = package.addLists();
    writer->finish();

    const std::string name = target.filename().string();
    edit::ExportEntry whole = entryFor(options.report, result.report, name);
    whole.sha256 = result.manifestSha256;
    whole.heldBack = result.heldBackOriginals;
    std::vector<edit::ExportEntry> entries = entriesFor(options.report, result.report, name + "/");
    entries.push_back(std::move(whole));
    enterAndDo(editor, entries, [&] { writer->commit(); });
    return result;
}

} // namespace core::share
