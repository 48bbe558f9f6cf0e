// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Expat behind an interface of our own: the parts of an office file, piece by piece. Entities that a document
// declares itself are refused.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace core::format::table {

// Names without a prefix ("x:row" is "row").
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const char** attributes) = 0; // name, value, ..., null
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

// The value of an attribute by its name without a prefix; empty where it is not there.
std::string_view attributeOf(const char** attributes, std::string_view name);

class XmlParser {
public:
    explicit XmlParser(XmlHandler& handler); // must outlive it
    ~XmlParser();
    XmlParser(const XmlParser&) = delete;
    XmlParser& operator=(const XmlParser&) = delete;
    bool feed(std::string_view piece, bool isLast); // false: it is no XML any more

    struct State;

private:
    std::unique_ptr<State> state_;
};

} // namespace core::format::table
