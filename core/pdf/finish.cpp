// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/finish.h"

#include "core/base/utf8.h"
#include "core/pdf/file_pipeline.h"
#include "core/pdf/foreign_place.h"
#include "core/pdf/metadata.h"
#include "core/pdf/srgb_profile.h"

#include <exception>
#include <fstream>
#include <map>
#include <set>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace core::pdf {
namespace {

using Object = QPDFObjectHandle;

std::shared_ptr<Buffer> bufferOver(std::string_view bytes) {
    // qpdf only reads it; its type has no const form.
    auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    return std::make_shared<Buffer>(data, bytes.size());
}

// `error`: the first, as FilePipeline keeps its own.
void writeLoaded(const StreamBytes& stream, Pipeline& pipeline, std::exception_ptr& error) {
    std::string bytes;
    try {
        if (!error) bytes = stream.load();
        if (!error && bytes.size() != stream.size)
            throw base::Error(base::ErrorCode::Damaged, "a picture is not what it was a moment ago");
    } catch (...) {
        error = std::current_exception();
        bytes.clear();
    }
    pipeline.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    pipeline.finish();
}

void fillStreams(QPDF& pdf, const StreamTable& streams, std::exception_ptr& error) {
    const std::string key = std::string("/") + kStreamKey;
    std::map<std::string, Object> filters; // one object for all that have it
    for (Object object : pdf.getAllObjects()) {
        if (!object.isStream()) continue;
        Object dict = object.getDict();
        if (!dict.hasKey(key)) continue;
        const StreamBytes& bytes = streams.at(static_cast<std::size_t>(dict.getKey(key).getIntValue()));
        dict.removeKey(key);
        const Object filter = filters.try_emplace(bytes.filter, Object::newName(bytes.filter)).first->second;
        if (bytes.load)
            object.replaceStreamData(
                [&bytes, &error](Pipeline* pipeline) { writeLoaded(bytes, *pipeline, error); }, filter,
                Object::newNull());
        else
            object.replaceStreamData(bufferOver(bytes.bytes()), filter, Object::newNull());
    }
}

Object text(const std::string& utf8) { return Object::newUnicodeString(base::repairUtf8(utf8)); }

void setMetadata(QPDF& pdf, const Metadata& metadata, const OutputForm& form, bool hasBookmarks) {
    Object info = Object::newDictionary();
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) info.replaceKey(key, text(value));
    };
    add("/Title", metadata.title);
    add("/Author", metadata.author);
    add("/Subject", metadata.subject);
    add("/Creator", "Logbog");
    add("/Producer", "Logbog");
    if (metadata.createdMs != 0) {
        const std::string date = pdfDate(metadata.createdMs, metadata.createdOffsetSeconds);
        info.replaceKey("/CreationDate", Object::newString(date));
        info.replaceKey("/ModDate", Object::newString(date));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    Object root = pdf.getRoot();
    if (!metadata.language.empty()) root.replaceKey("/Lang", text(metadata.language));
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    if (hasBookmarks) root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
    Object xmp = pdf.newStream(xmpPacket(metadata, form.archive));
    xmp.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    xmp.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", xmp);
}

// The printed number of a page is its number in the file.
void labelPages(QPDF& pdf) {
    pdf.getRoot().replaceKey("/PageLabels", Object::parse("<< /Nums [ 0 << /S /D >> ] >>"));
}

// All colours of ours are of the sRGB space.
void addOutputIntent(QPDF& pdf) {
    Object profile = pdf.newStream();
    profile.replaceStreamData(deflated(srgbProfile()), Object::newName("/FlateDecode"), Object::newNull());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::newDictionary();
    intent.replaceKey("/Type", Object::newName("/OutputIntent"));
    intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    pdf.getRoot().replaceKey("/OutputIntents", Object::newArray({pdf.makeIndirectObject(intent)}));
}

Object real(double value) {
    std::string digits;
    appendNumber(digits, value);
    return Object::newReal(digits);
}

// All names, since a place can be named from outside too (log.pdf#row:45); of very many, those that a link
// leads to.
std::set<std::string> keptNames(const DocumentParts& parts) {
    constexpr std::size_t kMostNames = 5'000;
    std::set<std::string> names;
    if (parts.destinations.size() <= kMostNames) {
        for (const auto& [name, place] : parts.destinations) names.insert(name);
        return names;
    }
    for (const LinkRecord& link : parts.links)
        if (parts.destinations.contains(link.name)) names.insert(link.name);
    return names;
}

// Two levels, in the order of the names: a leaf for every kPerLeaf of them. The names are ASCII.
void addPlaces(QPDF& pdf, const DocumentParts& parts, std::vector<QPDFPageObjectHelper>& pages) {
    constexpr std::size_t kPerLeaf = 64;
    const std::set<std::string> names = keptNames(parts);
    if (names.empty()) return;
    Object leaves = Object::newArray();
    for (auto name = names.begin(); name != names.end();) {
        Object pairs = Object::newArray(), limits = Object::newArray();
        limits.appendItem(Object::newUnicodeString(*name));
        std::string last;
        for (std::size_t i = 0; i < kPerLeaf && name != names.end(); ++i, ++name) {
            const PlaceRecord& place = parts.destinations.at(*name);
            const Object page = pages.at(static_cast<std::size_t>(place.page)).getObjectHandle();
            pairs.appendItem(Object::newUnicodeString(*name));
            pairs.appendItem(Object::newArray(
                {page, Object::newName("/XYZ"), Object::newNull(), real(place.yPt), Object::newNull()}));
            last = *name;
        }
        limits.appendItem(Object::newUnicodeString(last));
        Object leaf = Object::newDictionary();
        leaf.replaceKey("/Limits", limits);
        leaf.replaceKey("/Names", pairs);
        leaves.appendItem(pdf.makeIndirectObject(leaf));
    }
    Object root = Object::newDictionary();
    root.replaceKey("/Kids", leaves);
    Object all = Object::newDictionary();
    all.replaceKey("/Dests", pdf.makeIndirectObject(root));
    pdf.getRoot().replaceKey("/Names", all);
}

// A link to a name that was never placed is left out: it would lead nowhere.
void addLinks(QPDF& pdf, const DocumentParts& parts, std::vector<QPDFPageObjectHelper>& pages) {
    for (const LinkRecord& link : parts.links) {
        if (!parts.destinations.contains(link.name)) continue;
        Object annotation = Object::newDictionary();
        annotation.replaceKey("/Type", Object::newName("/Annot"));
        annotation.replaceKey("/Subtype", Object::newName("/Link"));
        annotation.replaceKey("/Rect", Object::newArray({real(link.left), real(link.bottom), real(link.right),
                                                         real(link.top)}));
        annotation.replaceKey("/Border", Object::parse("[0 0 0]"));
        annotation.replaceKey("/F", Object::newInteger(4)); // printed like the page
        annotation.replaceKey("/Dest", Object::newUnicodeString(link.name));
        Object page = pages.at(static_cast<std::size_t>(link.page)).getObjectHandle();
        if (!page.hasKey("/Annots")) page.replaceKey("/Annots", Object::newArray());
        page.getKey("/Annots").appendItem(pdf.makeIndirectObject(annotation));
    }
}

// Whoever opens it may do everything: what protects is the password alone.
void lock(QPDFWriter& writer, const std::string& password) {
    constexpr bool kAllowed = true;
    writer.setR6EncryptionParameters(password.c_str(), password.c_str(), kAllowed, kAllowed, kAllowed,
                                     kAllowed, kAllowed, kAllowed, qpdf_r3p_full, true);
}

std::string passwordOf(const OutputForm& form) {
    return form.isLocked() ? std::string(form.password->view()) : std::string();
}

void writeFile(QPDF& pdf, const OutputForm& form, std::string id, OutputFile& file,
               base::Progress& progress) {
    FilePipeline pipeline(file, std::move(id), progress);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&pipeline);
    const bool isOld = form.archive == Archive::A1b;
    writer.setObjectStreamMode(isOld ? qpdf_o_disable : qpdf_o_generate);
    writer.setDecodeLevel(qpdf_dl_none); // our streams go in as they are
    if (isOld)
        writer.forcePDFVersion("1.4");
    else
        writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(form.archive != Archive::None);
    if (form.isLocked())
        lock(writer, passwordOf(form));
    else
        writer.setStaticID(true); // the pipeline puts ours in its place
    writer.write();
    pipeline.rethrow();
}

// Reads the written file back: its size, its end, its pages. What the disk lost shows here, not later.
void verify(const OutputFile& file, const OutputForm& form, std::size_t pageCount) {
    const auto fail = [&](const char* what) {
        throw base::Error(base::ErrorCode::Io, std::string("the written PDF is not whole: ") + what,
                          file.readable().string());
    };
    std::error_code error;
    if (std::filesystem::file_size(file.readable(), error) != file.size() || error) fail("size");
    constexpr std::string_view kEnd = "%%EOF";
    std::ifstream in(file.readable(), std::ios::binary);
    std::string tail(kEnd.size() + 1, '\0');
    in.seekg(-static_cast<std::streamoff>(tail.size()), std::ios::end);
    in.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    if (!in || tail.find(kEnd) == std::string::npos) fail("end");
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(file.readable().c_str(), passwordOf(form).c_str());
    if (pdf.getAllPages().size() != pageCount) fail("pages");
    if (pdf.anyWarnings()) fail("structure");
}

void complete(const std::string& assembled, const StreamTable& streams, const DocumentParts& parts,
              OutputFile& file, base::Progress& progress) {
    std::exception_ptr loadError;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("pdf", assembled.data(), assembled.size());
    fillStreams(pdf, streams, loadError);
    const auto foreign = placeForeignPages(pdf, parts); // lives until the file is written
    setMetadata(pdf, parts.metadata, parts.form, !parts.bookmarks.empty());
    labelPages(pdf);
    if (parts.form.archive != Archive::None) addOutputIntent(pdf);
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    addPlaces(pdf, parts, pages);
    addLinks(pdf, parts, pages);
    writeFile(pdf, parts.form, fileId(assembled, streams, parts.metadata), file, progress);
    if (loadError) std::rethrow_exception(loadError);
}

} // namespace

void finish(const std::string& assembled, const StreamTable& streams, const DocumentParts& parts,
            OutputFile& file, base::Progress& progress) {
    try {
        complete(assembled, streams, parts, file, progress); // its objects are gone before it is read back
        file.flush();
        verify(file, parts.form, parts.pages.size());
    } catch (const base::Error&) {
        throw;
    } catch (const std::exception& e) {
        throw base::Error(base::ErrorCode::Internal, std::string("the PDF cannot be finished: ") + e.what());
    }
    progress.throwIfCancelled();
}

} // namespace core::pdf
