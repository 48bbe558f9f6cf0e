// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Steps from tag to tag through an export of attributes, in one pass and bounded memory, and goes on after
// what is broken. Not an XML parser: text between tags, comments, instructions and the DTD are passed over.

#include "core/format/sms/attribute_leads.h"
#include "core/format/sms/attribute_text.h"
#include "core/format/sms/input_buffer.h"
#include "core/format/sms/names.h"
#include "core/format/sms/part_data.h"
#include "core/format/sms/plain_value.h"

#include <array>
#include <bitset>
#include <string>
#include <string_view>

namespace core::format::sms {

class TagScanner {
public:
    enum class Event {
        Open,
        Close,
        Broken,    // a tag that cannot be read; the next one is looked for behind it
        Truncated, // the file ends inside a tag
        End,
    };

    explicit TagScanner(InputBuffer& input) : input_(input) {}

    Event next();

    Element element() const { return element_; }
    std::uint64_t begin() const { return begin_; } // of the tag, in the file
    std::uint64_t end() const { return input_.offset(); }
    bool isEmptyElement() const { return isEmpty_; } // <name .../>

    bool has(Attribute attribute) const { return present_.test(index(attribute)); }
    // Empty where it is absent. The word "null" means absent in these exports.
    std::string_view get(Attribute attribute) const;
    std::uint64_t offsetOf(Attribute attribute) const { return offsets_[index(attribute)]; }
    const PartData& data() const { return data_; }

    std::uint64_t invalidCharacters() const { return invalid_; } // in the values of this tag
    bool isCut() const { return isCut_; }                        // a value was longer than can be held

    // The declared charset, where it is neither UTF-8 nor one we read; for an issue.
    const std::string& unknownCharset() const { return unknownCharset_; }

private:
    static constexpr std::size_t kShortText = 64 * 1024; // bytes of a value that is no message
    static std::size_t index(Attribute attribute) { return static_cast<std::size_t>(attribute); }
    bool toNextTag();
    bool skipPast(std::string_view end);
    enum class Comment { Closed, Unclosed, Cut };
    Comment skipComment();
    Event brokenComment();
    bool skipDeclaration();
    bool readInstruction();
    Event openTag();
    Event closeTag();
    enum class Step { Attribute, TagEnd, Broken, Cut };
    enum class Quick { Odd, TagEnd };
    Quick quickAttributes();
    bool takePlain(Attribute name, std::string_view raw, const ValueLook& look, std::uint64_t offset);
    Step attribute();
    Step namedValue(Attribute name);
    enum class Target { Nowhere, Text, Data };
    Step value(char quote, Target target);
    std::size_t take(Target target, std::string_view raw, bool last);
    Event broken();
    bool skipBlanks();
    void ownValues();

    InputBuffer& input_;
    AttributeLeads leads_;
    std::string charset_;
    std::string unknownCharset_;
    Element element_ = Element::Other;
    std::uint64_t begin_ = 0;
    bool isEmpty_ = false;
    AttributeText text_;
    PartData data_;
    std::array<std::string_view, kAttributes> values_; // in the window of input_, or in owned_
    std::array<std::string, kAttributes> owned_;
    std::bitset<kAttributes> inWindow_;
    std::array<std::uint64_t, kAttributes> offsets_{};
    std::uint64_t valueEnd_ = 0; // of the value read last: its closing quote
    std::bitset<kAttributes> present_;
    std::uint64_t invalid_ = 0;
    bool isCut_ = false;
};

} // namespace core::format::sms
