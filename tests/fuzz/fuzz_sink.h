// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a fuzzer of a reader gives it and holds it to.

#include "core/format/reader.h"

#include <cstdint>
#include <cstdlib>

namespace fuzz {

class CheckingSink : public core::format::RecordSink {
public:
    explicit CheckingSink(std::uint64_t size) : size_(size) {}
    std::size_t items() const { return items_; }

    void item(core::format::ItemRecord&& record) override {
        ++items_;
        inside(record.offset, record.length);
        for (const auto& part : record.attachments) inside(part.offset, part.encodedLength);
    }
    void issue(const core::model::Issue&) override {}
    void position(std::uint64_t offset) override { inside(offset, 0); }

private:
    void inside(std::uint64_t offset, std::uint64_t length) const {
        if (offset > size_ || length > size_ - offset) std::abort();
    }
    std::uint64_t size_;
    std::size_t items_ = 0;
};

// The number of items.
inline std::size_t readAsFile(const core::format::Reader& reader, const std::uint8_t* data, std::size_t size,
                              const char* name) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    core::format::ReadContext context;
    context.fileName = name;
    context.size = size;
    context.zone = "Europe/Copenhagen";
    context.nowMs = 1'760'000'000'000;
    reader.probe({bytes.substr(0, 65536), name, size});
    core::base::MemorySource source(bytes);
    CheckingSink sink(size);
    reader.read(source, context, sink);
    return sink.items();
}

} // namespace fuzz
