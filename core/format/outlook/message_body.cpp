// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/message_body.h"

#include "core/base/utf8.h"
#include "core/format/mail/mail_record.h"
#include "core/format/mail/other_text.h"
#include "core/format/outlook/code_page.h"
#include "core/format/outlook/rtf_packed.h"
#include "core/format/outlook/rtf_text.h"

namespace core::format::outlook {

namespace {

constexpr std::size_t kMaxText = std::size_t{4} << 20; // bytes of one body, as in a mail
constexpr std::size_t kMaxRtf = std::size_t{32} << 20; // bytes: pictures may stand in it

mail::TextPiece piece(std::string bytes, std::string charset, bool isHtml, bool isCut) {
    mail::TextPiece out;
    out.isHtml = isHtml;
    out.charset = std::move(charset);
    out.isCut = isCut || bytes.size() > kMaxText;
    if (bytes.size() > kMaxText) bytes.resize(kMaxText);
    out.bytes = std::move(bytes);
    return out;
}

} // namespace

std::vector<mail::TextPiece> bodiesOf(const PropertyBag& p) {
    std::vector<mail::TextPiece> bodies;
    const auto add = [&](mail::TextPiece&& body) {
        if (!mail::isBlankText(body.bytes)) bodies.push_back(std::move(body));
    };
    if (p.has(Tag::Body)) add(piece(p.text(Tag::Body), "utf-8", false, p.isCut(Tag::Body)));
    if (p.isText(Tag::Html)) {
        add(piece(p.text(Tag::Html), "utf-8", true, p.isCut(Tag::Html)));
    } else if (p.has(Tag::Html)) {
        const auto page = static_cast<std::uint32_t>(p.number(Tag::InternetCodePage));
        add(piece(std::string(p.bytes(Tag::Html)), charsetOf(page), true, p.isCut(Tag::Html)));
    }
    // RTF is made out of the other two, or they out of it; where both are there it says nothing more.
    if (bodies.size() < 2 && p.has(Tag::RtfCompressed)) {
        RtfText rtf = readRtf(unpackRtf(p.bytes(Tag::RtfCompressed), kMaxRtf));
        add(piece(std::move(rtf.text), "utf-8", rtf.isHtml, p.isCut(Tag::RtfCompressed)));
    }
    return bodies;
}

void fillBody(ItemRecord& record, const PropertyBag& properties, std::vector<mail::TextPiece> inside) {
    std::vector<mail::TextPiece> texts = std::move(inside);
    std::vector<mail::TextPiece> others = bodiesOf(properties);
    if (texts.empty() && !others.empty()) {
        texts.push_back(std::move(others.front()));
        others.erase(others.begin());
    }
    mail::fillText(record, texts, others);
}

} // namespace core::format::outlook
