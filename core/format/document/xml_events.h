// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The elements and texts of an XML that lies in memory (expat). No entities from elsewhere are ever read.

#include <string>
#include <string_view>

namespace core::format::document {

class XmlEvents {
public:
    virtual ~XmlEvents() = default;
    // `name` as written, prefix and all; of the attributes that one is asked for by name.
    virtual void begin(std::string_view name, const char** attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view characters) = 0;
    virtual bool wantsMore() const { return true; }

    static std::string_view attribute(const char** attributes, std::string_view name); // empty: not there
};

// What is wrong with it; empty where nothing is. What came before stays.
std::string parseXml(std::string_view xml, XmlEvents& events);

} // namespace core::format::document
