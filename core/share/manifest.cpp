// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/manifest.h"

#include "core/base/error.h"

#include <sstream>

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>

namespace core::share {

using Poco::JSON::Array;
using Poco::JSON::Object;

namespace {

template <typename Number>
std::string joined(const std::vector<Number>& numbers) {
    std::string text;
    for (const Number n : numbers) text += (text.empty() ? "" : " ") + std::to_string(n);
    return text;
}

// A cell that a spreadsheet shows as text: quoted, and never taken for a formula.
std::string cell(const std::string& text) {
    std::string out = "\"";
    if (!text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + "\"";
}

Array::Ptr numbers(const std::vector<int>& list) {
    Array::Ptr array = new Array;
    for (const int number : list) array->add(number);
    return array;
}

// A file of the list, as it stands there: by itself, since all of them as objects would take ten times the
// room.
std::string fileJson(const ManifestFile& file, unsigned indent, int step) {
    Object f(Poco::JSON_PRESERVE_KEY_ORDER);
    f.set("path", file.path);
    f.set("sha256", file.sha256);
    f.set("size", static_cast<Poco::UInt64>(file.size));
    f.set("kind", file.kind);
    if (file.isLocked) f.set("locked", true);
    f.set("original_name", file.originalName);
    f.set("imported", file.importedAt);
    f.set("source", file.sourceKey);
    f.set("source_sha256", file.sourceSha256);
    f.set("offset", static_cast<Poco::UInt64>(file.offset));
    Array::Ptr items = new Array;
    for (const model::Id id : file.items) items->add(static_cast<Poco::Int64>(id));
    f.set("items", items);
    f.set("exhibits", numbers(file.exhibits));
    std::ostringstream out;
    f.stringify(out, indent, step);
    return out.str();
}

constexpr const char* kFilesPlace =
    "\"files\": \"here\""; // no text of the list can hold it: quotes are escaped

// All but the files.
std::string frameJson(const Manifest& manifest) {
    Object o(Poco::JSON_PRESERVE_KEY_ORDER);
    o.set("format", "logbog-package-1");
    o.set("case", manifest.caseLabel);
    o.set("created", manifest.createdAt);
    o.set("audience", manifest.audience);
    o.set("language", manifest.language);
    o.set("custody_head", manifest.custodyHead);
    o.set("files", "here");
    Array::Ptr missing = new Array;
    for (const ManifestMissing& file : manifest.missing) {
        Object::Ptr f = new Object(Poco::JSON_PRESERVE_KEY_ORDER);
        f->set("original_name", file.originalName);
        f->set("item", static_cast<Poco::Int64>(file.item));
        f->set("exhibits", numbers(file.exhibits));
        missing->add(f);
    }
    o.set("missing", missing);
    std::ostringstream out;
    o.stringify(out, 2);
    out << '\n';
    return out.str();
}

std::string csvRow(const ManifestFile& file) {
    return cell(file.path) + ";" + file.sha256 + ";" + std::to_string(file.size) + ";" + file.kind + ";" +
           cell(file.originalName) + ";" + file.importedAt + ";" + file.sourceKey + ";" + file.sourceSha256 +
           ";" + std::to_string(file.offset) + ";" + cell(joined(file.items)) + ";" +
           cell(joined(file.exhibits)) + "\r\n";
}

} // namespace

LongText jsonOf(const Manifest& manifest) {
    constexpr std::string_view kKey = "\"files\": ";
    std::string head = frameJson(manifest);
    const std::size_t place = head.find(kFilesPlace);
    std::string tail = head.substr(place + std::string_view(kFilesPlace).size());
    head.resize(place + kKey.size());
    const std::size_t files = manifest.files.size();
    return {files + 2, [&manifest, head = head + "[\n", tail = "  ]" + tail, files](std::size_t i) {
                if (i == 0) return head;
                if (i > files) return tail;
                return "    " + fileJson(manifest.files[i - 1], 6, 2) + (i < files ? ",\n" : "\n");
            }};
}

LongText csvOf(const Manifest& manifest) {
    const std::size_t files = manifest.files.size();
    return {1 + files + manifest.missing.size(), [&manifest, files](std::size_t i) {
                if (i == 0)
                    return std::string("\xEF\xBB\xBFpath;sha256;size;kind;original_name;imported;source;"
                                       "source_sha256;offset;items;exhibits\r\n");
                if (i <= files) return csvRow(manifest.files[i - 1]);
                const ManifestMissing& file = manifest.missing[i - 1 - files];
                return ";;;missing;" + cell(file.originalName) + ";;;;;" + std::to_string(file.item) + ";" +
                       cell(joined(file.exhibits)) + "\r\n";
            }};
}

Manifest manifestFromJson(const std::string& json) {
    Manifest manifest;
    try {
        Poco::JSON::Parser parser;
        const auto o = parser.parse(json).extract<Object::Ptr>();
        if (o->getValue<std::string>("format") != "logbog-package-1")
            throw base::Error(base::ErrorCode::NewerVersion, "the manifest is of another version");
        manifest.caseLabel = o->getValue<std::string>("case");
        manifest.createdAt = o->getValue<std::string>("created");
        manifest.language = o->optValue<std::string>("language", "da");
        const Array::Ptr files = o->getArray("files");
        for (std::size_t i = 0; i < files->size(); ++i) {
            const Object::Ptr f = files->getObject(static_cast<unsigned>(i));
            ManifestFile file;
            file.path = f->getValue<std::string>("path");
            file.sha256 = f->getValue<std::string>("sha256");
            file.size = f->getValue<Poco::UInt64>("size");
            file.kind = f->optValue<std::string>("kind", "");
            file.isLocked = f->optValue<bool>("locked", false);
            manifest.files.push_back(std::move(file));
        }
    } catch (const Poco::Exception& error) {
        throw base::Error(base::ErrorCode::Damaged, "the manifest cannot be read: " + error.displayText());
    }
    return manifest;
}

} // namespace core::share
