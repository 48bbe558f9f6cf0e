// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/metadata.h"

#include "core/base/civil.h"
#include "core/base/utf8.h"

#include <cstdlib>

namespace core::pdf {
namespace {

std::string digits(int value, std::size_t width) {
    std::string out = std::to_string(value);
    if (out.size() < width) out.insert(0, width - out.size(), '0');
    return out;
}

base::CivilTime wallClock(std::int64_t ms, int offsetSeconds) {
    return base::civilFromMs(ms + std::int64_t{offsetSeconds} * 1000);
}

std::string offset(int seconds, const char* between, const char* after) {
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? "-" : "+") + digits(minutes / 60, 2) + between + digits(minutes % 60, 2) + after;
}

std::string isoDate(std::int64_t ms, int offsetSeconds) {
    const base::CivilTime t = wallClock(ms, offsetSeconds);
    return digits(t.year, 4) + "-" + digits(t.month, 2) + "-" + digits(t.day, 2) + "T" + digits(t.hour, 2) +
           ":" + digits(t.minute, 2) + ":" + digits(t.second, 2) + offset(offsetSeconds, ":", "");
}

// Text as XML 1.0 can hold it; characters it forbids become U+FFFD.
std::string escaped(const std::string& text) {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = base::nextCodePoint(text, pos);
        if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '>') {
            out += "&gt;";
        } else if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF) {
            base::appendUtf8(out, base::kReplacement);
        } else {
            base::appendUtf8(out, c);
        }
    }
    return out;
}

std::string alternative(const char* name, const std::string& value) {
    if (value.empty()) return {};
    return std::string("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(value) +
           "</rdf:li></rdf:Alt></dc:" + name + ">\n";
}

} // namespace

std::string pdfDate(std::int64_t ms, int offsetSeconds) {
    const base::CivilTime t = wallClock(ms, offsetSeconds);
    return "D:" + digits(t.year, 4) + digits(t.month, 2) + digits(t.day, 2) + digits(t.hour, 2) +
           digits(t.minute, 2) + digits(t.second, 2) + offset(offsetSeconds, "'", "'");
}

std::string xmpPacket(const Metadata& metadata, Archive archive) {
    std::string out = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                      "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                      "<dc:format>application/pdf</dc:format>\n";
    out += alternative("title", metadata.title);
    out += alternative("description", metadata.subject);
    if (!metadata.author.empty()) {
        out +=
            "<dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    if (!metadata.language.empty()) {
        out += "<dc:language><rdf:Bag><rdf:li>" + escaped(metadata.language) +
               "</rdf:li></rdf:Bag></dc:language>\n";
    }
    if (metadata.createdMs != 0) {
        const std::string date = isoDate(metadata.createdMs, metadata.createdOffsetSeconds);
        out +=
            "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
    }
    if (archive != Archive::None)
        out += std::string("<pdfaid:part>") + (archive == Archive::A1b ? "1" : "2") +
               "</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    out += "<xmp:CreatorTool>Logbog</xmp:CreatorTool>\n<pdf:Producer>Logbog</pdf:Producer>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return out;
}

} // namespace core::pdf
