// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs a reader over bytes and keeps what it says. For tests of readers.

#include "core/base/timestamp.h"
#include "core/format/reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct Collected : core::format::RecordSink {
    std::vector<core::format::ItemRecord> items;
    std::vector<core::model::Issue> issues;
    std::uint64_t reached = 0;

    void item(core::format::ItemRecord&& record) override { items.push_back(std::move(record)); }
    void issue(const core::model::Issue& found) override { issues.push_back(found); }
    void position(std::uint64_t offset) override { reached = offset; }

    bool has(core::model::IssueCode code) const { return contains(issues, code); }
    static bool contains(const std::vector<core::model::Issue>& all, core::model::IssueCode code) {
        return std::any_of(all.begin(), all.end(),
                           [code](const core::model::Issue& one) { return one.code == code; });
    }
};

inline bool has(const core::format::ItemRecord& record, core::model::IssueCode code) {
    return Collected::contains(record.issues, code);
}

// Hands out at most `most` bytes at a time, so that every border falls somewhere else.
class Dripping : public core::base::ByteSource {
public:
    Dripping(std::string_view bytes, std::size_t most) : source_(bytes), most_(most) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        return source_.read(buffer, std::min(capacity, most_));
    }

private:
    core::base::MemorySource source_;
    std::size_t most_;
};

inline core::format::ReadContext contextFor(std::string_view bytes, std::string name = {}) {
    core::format::ReadContext context;
    context.fileName = std::move(name);
    context.size = bytes.size();
    context.zone = "Europe/Copenhagen";
    context.nowMs = 1'760'000'000'000; // 2025-10-09
    return context;
}

template <typename Reader>
Collected collect(std::string_view bytes, std::size_t most = 1 << 20) {
    Collected out;
    Dripping source(bytes, most);
    Reader().read(source, contextFor(bytes), out);
    return out;
}

// The time that counts.
inline std::string at(const core::format::ItemRecord& item) {
    return item.times.empty() ? "none" : core::base::toRfc3339(item.times.front().time.utcMs);
}

} // namespace tests
