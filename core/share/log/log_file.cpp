// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/log_file.h"

#include "core/report/protected_terms.h"
#include "core/share/hash_file.h"
#include "core/share/log/log_csv.h"
#include "core/share/log/log_docx.h"
#include "core/share/log/log_json.h"
#include "core/share/log/zip_parts.h"
#include "core/share/report_file.h"
#include "core/share/target.h"
#include "core/store/case_store.h"

#include <array>
#include <cctype>

namespace core::share {

namespace {

constexpr std::array<const char*, 3> kEndings{".csv", ".json", ".docx"};

// Gives how many places were struck out.
int writeAs(LogFormat format, const query::CaseReader& reader, const report::LogDocument& document,
            Audience audience, const base::Catalog& catalog, pdf::OutputFile& file) {
    const log::LogTable table = log::makeTable(document);
    if (format == LogFormat::Csv) {
        file.write(log::toCsv(table, catalog));
    } else if (format == LogFormat::Docx) {
        log::writeZip(log::docxParts(document, table), file);
    } else {
        const report::RedactedReader redacted(
            reader, report::documentRedactor(report::protectedTerms(reader, catalog), catalog));
        file.write(log::toJson(redacted, document, table, audience, catalog));
    }
    return table.redactions;
}

} // namespace

const char* endingOf(LogFormat format) { return kEndings[static_cast<std::size_t>(format)]; }

std::optional<LogFormat> logFormatOf(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (std::size_t i = 0; i < kEndings.size(); ++i)
        if (ending == kEndings[i]) return static_cast<LogFormat>(i);
    return std::nullopt;
}

ReportResult writeLog(store::CaseStore& store, const ReportOptions& given, LogFormat format,
                      const std::filesystem::path& out, base::Progress& progress) {
    ReportOptions options = given;
    options.variant = Variant::Full; // for the exhibits and their files
    ReportResult result;
    result.path = exportTarget(out, store.folder());
    edit::Editor editor(store, store.connect());
    pdf::OutputFile file(result.path);
    const base::Catalog catalog = base::Catalog::load(options.language, options.localeFolder);
    const auto reader = query::CaseReader::onOwnConnection(store);
    {
        FrozenDocument frozen(store, editor, *reader, options, catalog);
        const report::LogDocument& document = frozen.document();
        progress.throwIfCancelled();
        result.redactions = writeAs(format, *reader, document, options.audience, catalog, file);
        result.incidents = document.incidents;
        result.contacts = document.contacts;
        result.exhibits = static_cast<int>(document.exhibits.size());
    }
    progress.throwIfCancelled();
    file.flush();
    result.sha256 = hashFile(file.readable());
    edit::ExportEntry entry = entryFor(options, result, result.path.filename().string());
    entry.variant = std::string("log-") + (endingOf(format) + 1);
    enterAndDo(editor, {entry}, [&] { file.commit(); });
    return result;
}

} // namespace core::share
