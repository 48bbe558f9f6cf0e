// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What must hold for whatever a mail reader makes of any bytes. Aborts where it does not.

#include "core/base/utf8.h"
#include "core/format/reader.h"

#include <cstdlib>
#include <string_view>

namespace tests {

class CheckingSink : public core::format::RecordSink {
public:
    explicit CheckingSink(std::string_view file) : file_(file) {}

    void item(core::format::ItemRecord&& record) override {
        // In file order; a mail inside a mail begins behind the begin of the outer one.
        require(record.offset >= begin_ && record.offset + record.length <= file_.size());
        begin_ = record.offset;
        require(core::base::isValidUtf8(record.text) && core::base::isValidUtf8(record.subject));
        require(core::base::isValidUtf8(record.messageId));
        for (const auto& person : record.participants)
            require(core::base::isValidUtf8(person.id) && core::base::isValidUtf8(person.name));
        for (const auto& found : record.issues) require(core::base::isValidUtf8(found.detail));
        for (const auto& time : record.times) require(core::base::isValidUtf8(time.asWritten));
        for (const auto& a : record.attachments) {
            require(a.offset + a.encodedLength <= file_.size());
            require(core::base::isValidUtf8(a.name + a.type) && a.name.find('/') == std::string::npos);
            if (!a.path.empty()) { // a file that is handed out
                require(a.size == 0 && a.encodedLength == 0 && core::base::isValidUtf8(a.path));
                continue;
            }
            const std::string bytes =
                core::base::decodeTransfer(a.encoding, file_.substr(a.offset, a.encodedLength));
            require(bytes.size() == a.size && core::base::sha256(bytes) == a.sha256);
        }
    }
    void issue(const core::model::Issue&) override {}
    void position(std::uint64_t offset) override { require(offset <= file_.size()); }

private:
    static void require(bool holds) {
        if (!holds) std::abort();
    }
    std::string_view file_;
    std::uint64_t begin_ = 0;
};

inline void checkMails(const core::format::Reader& reader, std::string_view file) {
    core::base::MemorySource source(file);
    core::format::ReadContext context;
    context.size = file.size();
    context.zone = "Europe/Copenhagen";
    context.nowMs = 1'760'000'000'000;
    CheckingSink sink(file);
    (void)reader.probe({file.substr(0, 65536), "x", file.size()});
    reader.read(source, context, sink);
}

} // namespace tests
