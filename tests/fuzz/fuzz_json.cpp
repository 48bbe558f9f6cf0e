// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as JSON: must return, every place must lie inside the file, and the bytes of an element that came
// out whole must be that element once more.
#include "core/format/json/stream.h"
#include "tests/fuzz/fuzz_sink.h"

namespace {

namespace json = core::format::json;

bool same(const json::Value& one, const json::Value& other) {
    if (one.kind != other.kind || one.key != other.key || one.text != other.text ||
        one.length != other.length || one.repaired != other.repaired ||
        one.items.size() != other.items.size())
        return false;
    for (std::size_t i = 0; i < one.items.size(); ++i)
        if (!same(one.items[i], other.items[i])) return false;
    return true;
}

class Checking : public json::Visitor {
public:
    explicit Checking(std::string_view bytes) : bytes_(bytes) {}
    void element(std::size_t, const json::Place&, json::Value&& value) override {
        if (value.offset > bytes_.size() || value.length > bytes_.size() - value.offset) std::abort();
        const auto again = json::parse(bytes_.substr(value.offset, value.length));
        if (!again || !same(*again, value)) std::abort();
    }
    void enter(const json::Place&) override { ++open_; }
    void leave(const json::Place&) override { --open_; }
    ~Checking() override {
        if (open_ != 0) std::abort();
    }

private:
    std::string_view bytes_;
    int open_ = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::CheckingSink sink(size);
    {
        Checking visitor(bytes);
        core::base::MemorySource source(bytes);
        json::read(source, {"messages[]", "chats.list[].messages[]", "*[]", "[]"}, visitor, sink);
    }
    Checking visitor(bytes);
    core::base::MemorySource source(bytes);
    json::readLines(source, visitor, sink);
    return 0;
}
