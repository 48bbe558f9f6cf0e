// SPDX-License-Identifier: GPL-3.0-or-later
// The log form of a case as a PDF file: plan and number the exhibits, build the document, set it, enter it in
// the history, give it its name.
#include "core/share/report_file.h"

#include "core/base/byte_source.h"
#include "core/pdf/canvas.h"
#include "core/query/case_reader.h"
#include "core/report/exhibit_plan.h"
#include "core/report/form_data.h"
#include "core/share/export.h"
#include "core/share/file_reading.h"
#include "core/share/hash_file.h"
#include "core/share/part_set.h"
#include "core/share/target.h"
#include "core/store/case_store.h"
#include "core/store/database.h"

#include <algorithm>
#include <map>
#include <memory>

namespace core::share {

namespace {

report::LogDocument buildDocument(store::CaseStore& store, const query::CaseReader& reader,
                                  const ReportOptions& options, const std::vector<model::Exhibit>& exhibits,
                                  const base::Catalog& catalog) {
    report::LogOptions log;
    log.variant = options.variant;
    log.audience = options.audience;
    log.newestFirst = options.newestFirst;
    log.reviewed = options.reviewed;
    log.exhibitForm = options.exhibitForm;
    log.exhibits = exhibits;
    log.isArchive = options.output.archive != pdf::Archive::None;
    log.nowMs = store.clock().nowMs();
    log.readFile = readAttachedFile;
    log.readShown = readShownPdfText;
    log.readWords = readPdfWords;
    report::LogDocument document =
        report::buildLog(reader, log, catalog, report::loadFormData(options.assetsFolder, options.form));
    reader.database().execute("PRAGMA shrink_memory"); // its pages take the room from here on
    return document;
}

// Plans again where another export gave numbers between the plan and the freezing.
std::vector<model::Exhibit> freezeExhibits(const query::CaseReader& reader, edit::Editor& editor) {
    constexpr int kTries = 5;
    for (int i = 1;; ++i) {
        try {
            return editor.freezeExhibits(report::planExhibits(reader));
        } catch (const base::Error& error) {
            if (error.code() != base::ErrorCode::Exists || i == kTries) throw;
        }
    }
}

pdf::pages::PictureLoader picturesOf(const query::CaseReader& reader) {
    pdf::pages::PictureLoader loader;
    loader.bytes = [&reader](const report::PictureRef& picture) {
        return picture.isAttachment ? reader.attachmentBytes(picture.id) : reader.itemBytes(picture.id);
    };
    loader.open = [&reader](const report::PictureRef& film) {
        if (film.isAttachment) return reader.openAttachment(film.id);
        const auto item = reader.item(film.id);
        return reader.openSource(item ? item->source.id : 0);
    };
    loader.name = [&reader](const report::PictureRef& picture) {
        return picture.isAttachment ? reader.attachmentBytesName(picture.id)
                                    : reader.itemBytesName(picture.id);
    };
    return loader;
}

void count(const report::LogDocument& document, ReportResult& result) {
    result.incidents = document.incidents;
    result.contacts = document.contacts;
    result.exhibits = static_cast<int>(document.exhibits.size());
    result.redactions = document.redactions;
}

pdf::pages::PartWords partWords(const base::Catalog& c) {
    return {c.tr("%1, part %2 of %3"), c.tr("Part %1"), c.tr("%1 in part %2")};
}

} // namespace

report::LogDocument previewDocument(store::CaseStore& store, const query::CaseReader& reader,
                                    const ReportOptions& options, const base::Catalog& catalog) {
    auto exhibits = report::planExhibits(reader);
    int next = 0;
    for (const model::Exhibit& exhibit : exhibits) next = std::max(next, exhibit.number);
    for (model::Exhibit& exhibit : exhibits)
        if (exhibit.number == 0) exhibit.number = ++next;
    return buildDocument(store, reader, options, exhibits, catalog);
}

const char* codeOf(Audience audience) { return audience == Audience::Police ? "police" : "adviser"; }
const char* codeOf(base::Language language) { return language == base::Language::Danish ? "da" : "en"; }

edit::ExportEntry entryFor(const ReportOptions& options, const ReportResult& result,
                           const std::string& fileName) {
    edit::ExportEntry entry;
    entry.fileName = fileName;
    entry.sha256 = result.sha256;
    entry.audience = codeOf(options.audience);
    entry.variant = options.variant == Variant::Short ? "short" : "full";
    entry.language = codeOf(options.language);
    entry.pages = result.pages;
    entry.redactions = result.redactions;
    return entry;
}

std::vector<edit::ExportEntry> entriesFor(const ReportOptions& options, const ReportResult& result,
                                          const std::string& folder) {
    std::vector<edit::ExportEntry> entries;
    for (const ReportPart& part : result.parts) {
        entries.push_back(entryFor(options, result, folder + part.path.filename().string()));
        entries.back().sha256 = part.sha256;
        entries.back().pages = part.pages;
    }
    return entries;
}

void enterAndDo(edit::Editor& editor, const std::vector<edit::ExportEntry>& entries,
                const std::function<void()>& putInPlace) {
    for (const edit::ExportEntry& entry : entries) editor.recordExport(entry);
    try {
        putInPlace();
    } catch (...) {
        for (const edit::ExportEntry& entry : entries) editor.recordFailedExport(entry);
        throw;
    }
}

FrozenDocument::FrozenDocument(store::CaseStore& store, edit::Editor& editor, const query::CaseReader& reader,
                               const ReportOptions& options, const base::Catalog& catalog)
    : exhibits_(freezeExhibits(reader, editor)), snapshot_(reader),
      document_(buildDocument(store, reader, options, exhibits_, catalog)) {}

ReportResult renderDocument(const query::CaseReader& reader, const report::LogDocument& document,
                            const ReportOptions& options, pdf::OutputFile& out, base::Progress& progress) {
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document), options.output);
    const pdf::pages::PictureLoader pictures = picturesOf(reader);
    const auto rendered = pdf::pages::renderLog(canvas, document, pictures, progress);
    canvas.save(out, progress);

    ReportResult result;
    result.pages = rendered.pages;
    count(document, result);
    return result;
}

MadeParts makeParts(const query::CaseReader& reader, report::LogDocument& document,
                    const ReportOptions& options, const base::Catalog& catalog,
                    const std::filesystem::path& target,
                    const std::function<pdf::OutputFile(const std::filesystem::path&)>& open,
                    base::Progress& progress) {
    pdf::pages::FileOptions files{options.output, options.maxPartBytes, partWords(catalog), {}};
    std::map<int, std::vector<std::filesystem::path>> paths; // by how many they are: the plan may change
    files.open = [&](int number, int count) {
        if (!paths.contains(count)) paths[count] = partPaths(target, catalog, count);
        return open(paths[count].at(static_cast<std::size_t>(number) - 1));
    };
    MadeParts made;
    made.files = pdf::pages::renderFiles(document, picturesOf(reader), files, progress);
    ReportResult& result = made.result;
    for (const std::filesystem::path& path : paths.at(static_cast<int>(made.files.size()))) {
        const pdf::pages::PartFile& file = made.files[result.parts.size()];
        result.parts.push_back({path, hashFile(file.file.readable()), file.pages});
        result.pages += file.pages;
    }
    share::count(document, result);
    result.path = result.parts.front().path;
    result.sha256 = result.parts.front().sha256;
    return made;
}

ReportResult writeReport(store::CaseStore& store, const ReportOptions& options,
                         const std::filesystem::path& out, base::Progress& progress) {
    const std::filesystem::path target = exportTarget(out, store.folder());
    edit::Editor editor(store, store.connect());
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    FrozenDocument frozen(store, editor, *reader, options, catalog);
    MadeParts made = makeParts(
        *reader, frozen.document(), options, catalog, target,
        [](const std::filesystem::path& path) { return pdf::OutputFile(path); }, progress);
    std::vector<pdf::OutputFile*> files;
    std::vector<std::filesystem::path> paths;
    for (std::size_t i = 0; i < made.files.size(); ++i) {
        files.push_back(&made.files[i].file);
        paths.push_back(made.result.parts[i].path);
    }
    enterAndDo(editor, entriesFor(options, made.result), [&] { commitParts(files, paths); });
    return made.result;
}

} // namespace core::share
