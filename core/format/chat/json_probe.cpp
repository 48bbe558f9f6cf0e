// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/json_probe.h"

namespace core::format::chat {

namespace {

class Silent : public RecordSink {
public:
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
};

class Told : public json::Visitor {
public:
    Told(const JsonLook::OnElement& onElement, const JsonLook::OnField& onField)
        : onElement_(onElement), onField_(onField) {}
    void element(std::size_t path, const json::Place& place, json::Value&& value) override {
        onElement_(path, place, value);
    }
    void field(const json::Place& place, json::Value&& value) override {
        if (onField_) onField_(place, value);
    }

private:
    const JsonLook::OnElement& onElement_;
    const JsonLook::OnField& onField_;
};

} // namespace

bool JsonLook::isJson(std::string_view head, std::string_view opening) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && opening.find(head[first]) != std::string_view::npos;
}

void JsonLook::over(std::string_view head, const std::vector<std::string>& paths, const OnElement& onElement,
                    const OnField& onField) {
    if (!isJson(head)) return;
    base::MemorySource source(head);
    Told told(onElement, onField);
    Silent silent;
    json::read(source, paths, told, silent);
}

void lookAtLines(std::string_view head, const std::function<void(const json::Value&)>& onLine) {
    if (!JsonLook::isJson(head, "{")) return;
    base::MemorySource source(head);
    const JsonLook::OnElement onElement = [&](std::size_t, const json::Place&, const json::Value& value) {
        onLine(value);
    };
    const JsonLook::OnField none;
    Told told(onElement, none);
    Silent silent;
    json::readLines(source, told, silent);
}

} // namespace core::format::chat
