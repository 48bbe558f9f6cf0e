// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes for the reader whose code is LOGBOG_READER: must return, and every place it names must lie inside
// the file; the files inside it are taken out first.
#include "core/format/registry.h"
#include "tests/fuzz/fuzz_sink.h"

namespace {

class Unpacked : public core::format::ChildSink {
public:
    void child(const core::format::ChildFile&, core::base::ByteSource& bytes) override {
        char piece[4096];
        for (std::size_t all = 0, n = 0; (n = bytes.read(piece, sizeof piece)) > 0;)
            if ((all += n) > std::size_t{64} << 20U) return;
    }
    void issue(const core::model::Issue&) override {}
    void position(std::uint64_t) override {}
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const core::format::Reader* reader = core::format::readerByCode(LOGBOG_READER);
    if (reader == nullptr) std::abort();
    if (reader->hasChildren()) {
        core::base::MemorySource source({reinterpret_cast<const char*>(data), size});
        core::format::ReadContext context;
        context.size = size;
        Unpacked sink;
        reader->unpack(source, context, sink);
    }
    fuzz::readAsFile(*reader, data, size, LOGBOG_READER);
    return 0;
}
