// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Keeps what the JSON reader hands out, in one list of lines that a test can compare.

#include "core/format/json/stream.h"
#include "tests/core/format/collected.h"

namespace tests {

struct SeenJson : core::format::json::Visitor {
    struct Element {
        std::size_t path;
        std::string place;
        core::format::json::Value value;
    };
    std::vector<Element> elements;
    std::vector<std::string> lines; // "+chats", "-chats", "chats.name=text"
    Collected told;

    void element(std::size_t path, const core::format::json::Place& place,
                 core::format::json::Value&& value) override {
        elements.push_back({path, place.path(), std::move(value)});
    }
    void field(const core::format::json::Place& place, core::format::json::Value&& value) override {
        lines.push_back(place.path() + "=" + value.text);
    }
    void enter(const core::format::json::Place& place) override { lines.push_back("+" + place.path()); }
    void leave(const core::format::json::Place& place) override { lines.push_back("-" + place.path()); }
};

inline SeenJson readJson(std::string_view bytes, const std::vector<std::string>& paths,
                         std::size_t most = 1 << 20, const core::format::json::Limits& limits = {}) {
    SeenJson seen;
    Dripping source(bytes, most);
    core::format::json::read(source, paths, seen, seen.told, limits);
    return seen;
}

inline SeenJson readJsonLines(std::string_view bytes, const core::format::json::Limits& limits = {}) {
    SeenJson seen;
    core::base::MemorySource source(bytes);
    core::format::json::readLines(source, seen, seen.told, limits);
    return seen;
}

// A reader of nothing but JSON, so that it is held to the same damage as all readers.
class AnyJsonReader : public core::format::Reader {
public:
    const char* code() const override { return "any-json"; }
    core::format::Confidence probe(const core::format::ProbeInput&) const override {
        return core::format::Confidence::Maybe;
    }
    void read(core::base::ByteSource& source, const core::format::ReadContext&,
              core::format::RecordSink& sink) const override {
        struct Records : core::format::json::Visitor {
            explicit Records(core::format::RecordSink& to) : sink(to) {}
            void element(std::size_t, const core::format::json::Place&,
                         core::format::json::Value&& value) override {
                core::format::ItemRecord record;
                record.offset = value.offset;
                record.length = value.length;
                sink.item(std::move(record));
            }
            core::format::RecordSink& sink;
        } records(sink);
        core::format::json::read(source, {"messages[]", "chats.list[].messages[]", "*[]"}, records, sink);
    }
};

} // namespace tests
