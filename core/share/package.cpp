// SPDX-License-Identifier: GPL-3.0-or-later
// The file for the adviser: PDF, originals, manifest, LÆSMIG.txt, in a folder or a zip.
#include "core/base/byte_source.h"
#include "core/edit/editor.h"
#include "core/query/case_reader.h"
#include "core/report/protected_terms.h"
#include "core/share/export.h"
#include "core/share/gate.h"
#include "core/share/manifest.h"
#include "core/share/package_writer.h"
#include "core/share/read_me.h"
#include "core/share/report_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"
#include "core/store/database.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace core::share {

namespace fs = std::filesystem;

namespace {

// What the exhibits rest on: source -> its items and the exhibit numbers.
struct Behind {
    std::vector<model::Id> items;
    std::vector<int> exhibits;
};

std::map<model::Id, Behind> sourcesBehindExhibits(const query::CaseReader& reader) {
    auto query = reader.database().prepare(
        "SELECT i.source_id, i.id, e.number FROM exhibit e JOIN exhibit_item l ON l.exhibit_id = e.id "
        "JOIN item i ON i.id = l.item_id WHERE e.withdrawn = 0 ORDER BY e.number, i.time_ms, i.id");
    std::map<model::Id, Behind> behind;
    while (query.step()) {
        Behind& b = behind[query.integer(0)];
        b.items.push_back(query.integer(1));
        const int exhibit = query.integer32(2);
        if (b.exhibits.empty() || b.exhibits.back() != exhibit) b.exhibits.push_back(exhibit);
    }
    return behind;
}

// A name that is safe in any folder of any system, and tells nothing that is protected.
std::string packageName(const query::SourceRow& source, const Gate& gate) {
    std::string name;
    for (const char c : source.name) {
        const bool bad = static_cast<unsigned char>(c) < 32 ||
                         std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        name += bad ? '_' : c;
    }
    if (gate.finds(name) || name.empty() || name[0] == '.')
        name = "original" + fs::path(source.name).extension().string();
    if (gate.finds(name)) name = "original";
    return "originaler/K" + std::to_string(source.id) + "-" + name;
}

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

// A file of ours that lives only while the package is made.
class ScratchFile {
public:
    explicit ScratchFile(const fs::path& beside) {
        std::string pattern = (fs::absolute(beside).parent_path() / ".logbog-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) base::throwErrno("cannot write beside the target", pattern);
        folder_ = pattern;
    }
    ~ScratchFile() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    fs::path path() const { return folder_ / "report.pdf"; }

private:
    fs::path folder_;
};

// The originals behind the exhibits, but for what the gate holds back.
void addOriginals(const query::CaseReader& reader, const Gate& gate, const PackageOptions& options,
                  PackageWriter& writer, base::Progress& progress, Manifest& manifest,
                  PackageResult& result) {
    const auto behind = sourcesBehindExhibits(reader);
    for (const query::SourceRow& source : reader.sources()) {
        const auto it = behind.find(source.id);
        if (it == behind.end()) continue;
        const bool wanted = std::find(options.heldBackButWanted.begin(), options.heldBackButWanted.end(),
                                      source.id) != options.heldBackButWanted.end();
        if (!wanted) {
            const auto findings = gate.checkSource(source, progress);
            result.heldBack.insert(result.heldBack.end(), findings.begin(), findings.end());
            if (!findings.empty()) continue;
        }
        ManifestFile file;
        file.path = packageName(source, gate);
        SourceBytes bytes(reader, source.id, progress);
        file.sha256 = writer.add(file.path, bytes, source.size);
        if (file.sha256 != source.sha256)
            throw base::Error(base::ErrorCode::Damaged, "an original differs from its hash", source.name);
        file.size = source.size;
        file.kind = "original";
        file.originalName = gate.finds(source.name) ? std::string() : source.name;
        file.importedAt = base::toRfc3339(source.importedMs);
        file.items = it->second.items;
        file.exhibits = it->second.exhibits;
        manifest.files.push_back(std::move(file));
        ++result.originals;
    }
}

void addReport(const fs::path& pdf, const std::string& name, PackageWriter& writer, Manifest& manifest) {
    base::FileSource source(pdf);
    ManifestFile file;
    file.path = name;
    file.size = fs::file_size(pdf);
    file.sha256 = writer.add(name, source, file.size);
    file.kind = "report";
    manifest.files.push_back(std::move(file));
}

// manifest.csv is listed in manifest.json, and the code of that one stands in the read-me.
std::string addLists(PackageWriter& writer, Manifest& manifest) {
    const std::string csv = toCsv(manifest);
    ManifestFile list;
    list.path = kCsvName;
    list.size = csv.size();
    list.sha256 = addText(writer, kCsvName, csv);
    list.kind = "list";
    manifest.files.push_back(std::move(list));
    const std::string hash = addText(writer, kManifestName, toJson(manifest));
    addText(writer, kReadMeName, packageReadMe(manifest, hash));
    return hash;
}

} // namespace

PackageResult writePackage(store::CaseStore& store, const PackageOptions& options, const fs::path& out,
                           base::Progress& progress) {
    const base::Catalog catalog = base::Catalog::load(options.report.language, options.report.localeFolder);
    const fs::path target = exportTarget(out, store.folder());
    const auto writer = makePackageWriter(target);
    edit::Editor editor(store, store.connect());
    PackageResult result;
    result.path = target;
    Manifest manifest;

    const ScratchFile pdf(target);
    result.report = makeReport(store, editor, options.report, pdf.path(), progress);
    const std::string pdfName =
        options.report.language == base::Language::Danish ? "logskema.pdf" : "log-form.pdf";
    result.report.path = target / pdfName;
    addReport(pdf.path(), pdfName, *writer, manifest);

    const auto reader = query::CaseReader::onOwnConnection(store);
    const Gate gate(*reader, report::redactorFor(report::protectedTerms(*reader, catalog), catalog), catalog);
    if (options.withOriginals) addOriginals(*reader, gate, options, *writer, progress, manifest, result);
    manifest.caseLabel = gate.redacted(reader->label());
    manifest.createdAt = base::toRfc3339(store.clock().nowMs());
    manifest.audience = codeOf(options.report.audience);
    manifest.custodyHead = reader->custodyHead();
    result.manifestSha256 = addLists(*writer, manifest);
    // Before it is in place: nothing may have left without an entry.
    editor.recordExport(target.filename().string() + "/" + pdfName, result.report.sha256, manifest.audience);
    editor.recordExport(target.filename().string(), result.manifestSha256, manifest.audience);
    writer->commit();
    return result;
}

} // namespace core::share
