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

} // namespace

std::string toJson(const Manifest& manifest) {
    Object o(Poco::JSON_PRESERVE_KEY_ORDER);
    o.set("format", "logbog-package-1");
    o.set("case", manifest.caseLabel);
    o.set("created", manifest.createdAt);
    o.set("audience", manifest.audience);
    o.set("language", manifest.language);
    o.set("custody_head", manifest.custodyHead);
    Array::Ptr files = new Array;
    for (const ManifestFile& file : manifest.files) {
        Object::Ptr f = new Object(Poco::JSON_PRESERVE_KEY_ORDER);
        f->set("path", file.path);
        f->set("sha256", file.sha256);
        f->set("size", static_cast<Poco::UInt64>(file.size));
        f->set("kind", file.kind);
        if (file.isLocked) f->set("locked", true);
        f->set("original_name", file.originalName);
        f->set("imported", file.importedAt);
        f->set("source", file.sourceKey);
        f->set("source_sha256", file.sourceSha256);
        f->set("offset", static_cast<Poco::UInt64>(file.offset));
        Array::Ptr items = new Array;
        for (const model::Id id : file.items) items->add(static_cast<Poco::Int64>(id));
        f->set("items", items);
        Array::Ptr exhibits = new Array;
        for (const int number : file.exhibits) exhibits->add(number);
        f->set("exhibits", exhibits);
        files->add(f);
    }
    o.set("files", files);
    Array::Ptr missing = new Array;
    for (const ManifestMissing& file : manifest.missing) {
        Object::Ptr f = new Object(Poco::JSON_PRESERVE_KEY_ORDER);
        f->set("original_name", file.originalName);
        f->set("item", static_cast<Poco::Int64>(file.item));
        Array::Ptr exhibits = new Array;
        for (const int number : file.exhibits) exhibits->add(number);
        f->set("exhibits", exhibits);
        missing->add(f);
    }
    o.set("missing", missing);
    std::ostringstream out;
    o.stringify(out, 2);
    out << '\n';
    return out.str();
}

std::string toCsv(const Manifest& manifest) {
    std::string csv = "\xEF\xBB\xBFpath;sha256;size;kind;original_name;imported;source;source_sha256;offset;"
                      "items;exhibits\r\n";
    for (const ManifestFile& file : manifest.files)
        csv += cell(file.path) + ";" + file.sha256 + ";" + std::to_string(file.size) + ";" + file.kind + ";" +
               cell(file.originalName) + ";" + file.importedAt + ";" + file.sourceKey + ";" +
               file.sourceSha256 + ";" + std::to_string(file.offset) + ";" + cell(joined(file.items)) + ";" +
               cell(joined(file.exhibits)) + "\r\n";
    for (const ManifestMissing& file : manifest.missing)
        csv += ";;;missing;" + cell(file.originalName) + ";;;;;" + std::to_string(file.item) + ";" +
               cell(joined(file.exhibits)) + "\r\n";
    return csv;
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
