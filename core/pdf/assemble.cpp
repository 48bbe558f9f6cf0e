// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/assemble.h"

#include "core/pdf/font_embed.h"

#include <algorithm>

namespace core::pdf {
namespace {

std::vector<HPDF_Dict> addImages(HaruDocument& document, const ImageStore& images, StreamTable& streams) {
    std::vector<HPDF_Dict> dicts;
    for (const StoredImage& image : images.all()) { // a mask stands before the picture it belongs to
        HPDF_Dict dict = document.newStream(streams, {{},
                                                      image.bytes,
                                                      image.jpeg ? "/DCTDecode" : "/FlateDecode",
                                                      image.load,
                                                      image.size,
                                                      image.name});
        HPDF_Dict_AddName(dict, "Type", "XObject");
        HPDF_Dict_AddName(dict, "Subtype", "Image");
        HPDF_Dict_AddNumber(dict, "Width", image.width);
        HPDF_Dict_AddNumber(dict, "Height", image.height);
        HPDF_Dict_AddNumber(dict, "BitsPerComponent", 8);
        HPDF_Dict_AddName(dict, "ColorSpace", image.components == 1 ? "DeviceGray" : "DeviceRGB");
        if (image.mask >= 0) HPDF_Dict_Add(dict, "SMask", dicts[static_cast<std::size_t>(image.mask)]);
        dicts.push_back(dict);
    }
    return dicts;
}

HPDF_Dict addFonts(HaruDocument& document, const PdfFonts& fonts, const FontSet& files, bool withCidSet,
                   StreamTable& streams, const base::Progress& progress) {
    HPDF_Dict all = document.newDict(); // one for all pages
    int index = 0;
    for (const PdfFont& font : fonts.all()) {
        progress.throwIfCancelled();
        const std::string name = "F" + std::to_string(index);
        HPDF_Dict_Add(all, name.c_str(),
                      embedFont(document, streams, font, files.file(font.file), index, withCidSet));
        ++index;
    }
    return all;
}

std::vector<HPDF_Page> addPages(HaruDocument& document, const DocumentParts& parts, HPDF_Dict fonts,
                                const std::vector<HPDF_Dict>& images, StreamTable& streams,
                                const base::Progress& progress) {
    std::vector<HPDF_Page> pages;
    for (const PageRecord& record : parts.pages) {
        progress.throwIfCancelled();
        HPDF_Page page = HPDF_AddPage(document.doc());
        document.check("adding a page");
        HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(record.widthPt));
        HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(record.heightPt));
        HPDF_Dict resources = document.addDict(page, "Resources");
        HPDF_Dict_Add(resources, "Font", fonts);
        if (!record.images.empty()) {
            HPDF_Dict used = document.addDict(resources, "XObject");
            for (const ImageId id : record.images) {
                HPDF_Dict_Add(used, ("I" + std::to_string(id)).c_str(), images[static_cast<std::size_t>(id)]);
            }
        }
        const auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
        document.attachStream(attributes->contents, streams, {{}, record.content.closed(), "/FlateDecode"});
        pages.push_back(page);
    }
    document.check("adding the pages");
    return pages;
}

void addBookmarks(HaruDocument& document, const DocumentParts& parts, const std::vector<HPDF_Page>& pages) {
    std::vector<HPDF_Outline> path; // the last bookmark of each level
    for (const BookmarkRecord& record : parts.bookmarks) {
        const auto level = std::min(static_cast<std::size_t>(std::max(record.level, 0)), path.size());
        path.resize(level);
        HPDF_Outline outline =
            HPDF_CreateOutline(document.doc(), path.empty() ? nullptr : path.back(), "", nullptr);
        document.check("adding a bookmark");
        std::string title = "\xFE\xFF";
        for (const char16_t unit : record.title) {
            title += static_cast<char>(unit >> 8);
            title += static_cast<char>(unit & 0xFF);
        }
        HPDF_Dict_Add(outline, "Title",
                      HPDF_Binary_New(document.doc()->mmgr, reinterpret_cast<HPDF_BYTE*>(title.data()),
                                      static_cast<HPDF_UINT>(title.size())));
        HPDF_Array place = document.addArray(outline, "Dest");
        HPDF_Array_Add(place, pages[static_cast<std::size_t>(record.place.page)]);
        HPDF_Array_AddName(place, "XYZ");
        HPDF_Array_AddNumber(place, 0);
        HPDF_Array_AddReal(place, static_cast<HPDF_REAL>(record.place.yPt));
        HPDF_Array_AddNumber(place, 0); // the reader's zoom is kept
        path.push_back(outline);
    }
    document.check("adding the bookmarks");
}

} // namespace

std::string assemble(const DocumentParts& parts, const PdfFonts& fonts, const FontSet& files,
                     const ImageStore& images, StreamTable& streams, const base::Progress& progress) {
    HaruDocument document;
    const std::vector<HPDF_Dict> imageDicts = addImages(document, images, streams);
    HPDF_Dict fontDicts =
        addFonts(document, fonts, files, parts.form.archive == Archive::A1b, streams, progress);
    const std::vector<HPDF_Page> pages = addPages(document, parts, fontDicts, imageDicts, streams, progress);
    addBookmarks(document, parts, pages);
    return document.save();
}

} // namespace core::pdf
