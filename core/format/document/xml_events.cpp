// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/xml_events.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include <expat.h>

namespace core::format::document {

namespace {

constexpr std::size_t kPiece = 64 * 1024; // between two looks at whether more is wanted
constexpr int kDeepestTag = 1000;

struct State {
    XmlEvents& events;
    XML_Parser parser;
    int depth = 0;
};

void onBegin(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto* state = static_cast<State*>(data);
    if (++state->depth > kDeepestTag)
        XML_StopParser(state->parser, XML_FALSE);
    else
        state->events.begin(name, attributes);
}

void onEnd(void* data, const XML_Char* name) {
    auto* state = static_cast<State*>(data);
    --state->depth;
    state->events.end(name);
}

void onText(void* data, const XML_Char* text, int length) {
    static_cast<State*>(data)->events.text({text, static_cast<std::size_t>(length)});
}

} // namespace

std::string_view XmlEvents::attribute(const char** attributes, std::string_view name) {
    for (; attributes[0] != nullptr; attributes += 2)
        if (name == attributes[0]) return attributes[1];
    return {};
}

std::string parseXml(std::string_view xml, XmlEvents& events) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    if (!parser) return "out of memory";
    State state{events, parser.get()};
    XML_SetUserData(parser.get(), &state);
    XML_SetElementHandler(parser.get(), onBegin, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    while (events.wantsMore()) {
        const std::size_t n = std::min(kPiece, xml.size());
        const bool isLast = n == xml.size();
        if (XML_Parse(parser.get(), xml.data(), static_cast<int>(n), isLast ? 1 : 0) != XML_STATUS_OK)
            return XML_ErrorString(XML_GetErrorCode(parser.get()));
        if (isLast) break;
        xml.remove_prefix(n);
    }
    return {};
}

} // namespace core::format::document
