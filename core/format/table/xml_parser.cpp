// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/xml_parser.h"

#include <exception>
#include <new>
#include <utility>

#include <expat.h>

namespace core::format::table {

struct XmlParser::State {
    explicit State(XmlHandler& to) : handler(to) {}
    XmlHandler& handler;
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::exception_ptr thrown; // expat is C: it waits here until that has returned

    template <typename Work>
    void guarded(Work work) {
        if (thrown) return;
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

namespace {

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

void XMLCALL opened(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& state = *static_cast<XmlParser::State*>(data);
    state.guarded([&] { state.handler.open(local(name), attributes); });
}
void XMLCALL closed(void* data, const XML_Char* name) {
    auto& state = *static_cast<XmlParser::State*>(data);
    state.guarded([&] { state.handler.close(local(name)); });
}
void XMLCALL said(void* data, const XML_Char* text, int length) {
    auto& state = *static_cast<XmlParser::State*>(data);
    state.guarded([&] { state.handler.text({text, static_cast<std::size_t>(length)}); });
}
void XMLCALL declared(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<XmlParser::State*>(data)->parser, XML_FALSE);
}

} // namespace

std::string_view attributeOf(const char** attributes, std::string_view name) {
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
        if (local(attributes[0]) == name) return attributes[1];
    return {};
}

XmlParser::XmlParser(XmlHandler& handler) : state_(std::make_unique<State>(handler)) {
    if (state_->parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(state_->parser, state_.get());
    XML_SetElementHandler(state_->parser, opened, closed);
    XML_SetCharacterDataHandler(state_->parser, said);
    XML_SetStartDoctypeDeclHandler(state_->parser, declared);
}

XmlParser::~XmlParser() { XML_ParserFree(state_->parser); }

bool XmlParser::feed(std::string_view piece, bool isLast) {
    const auto status = XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()),
                                  isLast ? XML_TRUE : XML_FALSE);
    if (state_->thrown) std::rethrow_exception(std::exchange(state_->thrown, nullptr));
    return status == XML_STATUS_OK;
}

} // namespace core::format::table
