// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/docx_frame.h"

namespace core::share::log {

namespace {

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const std::string kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/";
const std::string kType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string contentTypes() {
    const auto part = [](const std::string& name, const std::string& type) {
        return "<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>";
    };
    return kXml + "<Types xmlns=\"" + kPackage + "content-types\">" +
           "<Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           part("/word/document.xml", kType + "document.main+xml") +
           part("/word/styles.xml", kType + "styles+xml") +
           part("/word/settings.xml", kType + "settings+xml") +
           part("/word/footer1.xml", kType + "footer+xml") +
           part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
           "</Types>";
}

std::string relations(const std::vector<std::pair<std::string, std::string>>& typeAndTarget) {
    std::string out = kXml + "<Relationships xmlns=\"" + kPackage + "relationships\">";
    int id = 0;
    for (const auto& [type, target] : typeAndTarget)
        out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + type + "\" Target=\"" +
               target + "\"/>";
    return out + "</Relationships>";
}

std::string tagOf(base::Language language) { return language == base::Language::Danish ? "da-DK" : "en-GB"; }

std::string properties(const DocxFrame& frame) {
    return kXml + "<cp:coreProperties xmlns:cp=\"" + kPackage + "metadata/core-properties\" " +
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + xmlText(frame.title) +
           "</dc:title><dc:language>" + tagOf(frame.language) + "</dc:language></cp:coreProperties>";
}

std::string style(const std::string& id, const std::string& name, const std::string& paragraph,
                  const std::string& letters) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name +
           "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>" + paragraph + "</w:pPr><w:rPr>" + letters +
           "</w:rPr></w:style>";
}

std::string size(const std::string& halfPoints) {
    return "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
}

std::string tableStyle() {
    std::string borders;
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders +=
            std::string("<w:") + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
    return "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
           "<w:tblBorders>" +
           borders +
           "</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"70\" "
           "w:type=\"dxa\"/>"
           "<w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"70\" "
           "w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
           "</w:style>";
}

std::string styles(const DocxFrame& frame) {
    return kXml + "<w:styles xmlns:w=\"" + kMain +
           "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans\" w:hAnsi=\"Noto Sans\" "
           "w:eastAsia=\"Noto Sans CJK SC\" w:cs=\"Noto Sans\"/>" +
           size("16") + "<w:lang w:val=\"" + tagOf(frame.language) +
           "\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>"
           "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
           "<w:qFormat/></w:style>" +
           style("Title", "Title", "<w:spacing w:after=\"60\"/>", "<w:b/><w:bCs/>" + size("32")) +
           style("Subtitle", "Subtitle", "<w:spacing w:before=\"60\" w:after=\"120\"/>",
                 "<w:color w:val=\"404040\"/>") +
           style("Footer", "footer", "<w:jc w:val=\"right\"/>", size("14")) + tableStyle() + "</w:styles>";
}

std::string field(const std::string& code) {
    return "<w:fldSimple w:instr=\" " + code + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
}

std::string footer(const DocxFrame& frame) {
    std::string text;
    const auto words = [&](const std::string& piece) {
        if (!piece.empty()) text += "<w:r><w:t xml:space=\"preserve\">" + xmlText(piece) + "</w:t></w:r>";
    };
    const std::size_t page = frame.pageOf.find("%1"), pages = frame.pageOf.find("%2");
    if (page == std::string::npos || pages == std::string::npos || pages < page) {
        text = field("PAGE");
    } else {
        words(frame.pageOf.substr(0, page));
        text += field("PAGE");
        words(frame.pageOf.substr(page + 2, pages - page - 2));
        text += field("NUMPAGES");
        words(frame.pageOf.substr(pages + 2));
    }
    return kXml + "<w:ftr xmlns:w=\"" + kMain + "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>" + text +
           "</w:p></w:ftr>";
}

std::string settings(const DocxFrame& frame) {
    return kXml + "<w:settings xmlns:w=\"" + kMain +
           "\"><w:removePersonalInformation/><w:removeDateAndTime/><w:themeFontLang w:val=\"" +
           tagOf(frame.language) + "\"/></w:settings>";
}

// A4 across; 15 mm at every side, so that the columns of the log form have the width they have in the PDF.
std::string documentXml(const std::string& body) {
    return kXml + "<w:document xmlns:w=\"" + kMain + "\" xmlns:r=\"" + kRelations + "\"><w:body>" + body +
           "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
           "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
           "<w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"425\" "
           "w:footer=\"425\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
}

} // namespace

std::string xmlText(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

DocxParts docxFrame(const DocxFrame& frame, const std::string& body) {
    return {{"[Content_Types].xml", contentTypes()},
            {"_rels/.rels",
             relations({{kRelations + "/officeDocument", "word/document.xml"},
                        {kPackage + "relationships/metadata/core-properties", "docProps/core.xml"}})},
            {"docProps/core.xml", properties(frame)},
            {"word/_rels/document.xml.rels", relations({{kRelations + "/styles", "styles.xml"},
                                                        {kRelations + "/settings", "settings.xml"},
                                                        {kRelations + "/footer", "footer1.xml"}})},
            {"word/document.xml", documentXml(body)},
            {"word/styles.xml", styles(frame)},
            {"word/settings.xml", settings(frame)},
            {"word/footer1.xml", footer(frame)}};
}

} // namespace core::share::log
