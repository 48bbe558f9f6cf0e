// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads a JSON file of any size in bounded memory: hands out the elements at chosen paths one by one as
// trees, and the plain fields that stand around them. Not for what a format means; that is its reader's.

#include "core/format/json/value_parser.h"

#include <string>
#include <vector>

namespace core::format::json {

// Where something stands: the names from the top of the document, "[]" for an element of a list.
struct Place {
    std::vector<std::string> names;
    // "chats.list[].name": what a path is written like, with the names as they are in the file.
    std::string path() const;
};

// On the reader's thread, in file order.
class Visitor {
public:
    virtual ~Visitor() = default;
    // `path`: which of the paths given.
    virtual void element(std::size_t path, const Place& place, Value&& value) = 0;
    // A string, number, bool or null in an object or a list that a path leads through.
    virtual void field(const Place&, Value&&) {}
    // An object or a list that a path leads through begins and ends; the end also where the file is cut.
    virtual void enter(const Place&) {}
    virtual void leave(const Place&) {}
};

// `paths`: names with dots between and "[]" behind a list, "*" for any name: "messages[]",
// "chats.list[].messages[]", "*[]", "[]"; "" is the whole document. An element is handed out by the first
// path that names it and is not looked into for the others.
//
// What cannot be read becomes an issue of the sink and the next element is read: Malformed, TooDeep and
// TooLarge with the place of the element, Truncated with the place where the last whole thing ended. Several
// documents in one file are read one after the other.
void read(base::ByteSource& source, const std::vector<std::string>& paths, Visitor& visitor, RecordSink& sink,
          const Limits& limits = {});

// One value a line (JSONL). A line that is none is skipped and said; `path` is always 0.
void readLines(base::ByteSource& source, Visitor& visitor, RecordSink& sink, const Limits& limits = {});

// The document that these bytes are, for small files whole in memory. None where it is broken or cut.
std::optional<Value> parse(std::string_view bytes, const Limits& limits = {});

} // namespace core::format::json
