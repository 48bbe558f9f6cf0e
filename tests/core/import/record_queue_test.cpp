// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/import/record_queue.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

format::ItemRecord record(std::uint64_t index, std::size_t textBytes = 100) {
    format::ItemRecord one;
    one.index = index;
    one.text.assign(textBytes, 'x');
    return one;
}

model::Issue issue(std::uint64_t offset) {
    return {model::IssueCode::Malformed, model::IssueSeverity::Odd, {}, offset};
}

class Collected : public format::RecordSink {
public:
    void item(format::ItemRecord&& one) override {
        if (one.index == failAt) throw base::Error(base::ErrorCode::NoSpace, "full");
        order.push_back(one.index);
    }
    void issue(const model::Issue& one) override { order.push_back(one.offset); }
    void position(std::uint64_t) override {}
    std::vector<std::uint64_t> order;
    std::uint64_t failAt = 0;
};

} // namespace

TEST_CASE("what is read beside arrives whole and in its order, records and issues") {
    Collected sink;
    import::readBeside(
        [](format::RecordSink& to) {
            for (std::uint64_t i = 1;
    i <= 20'000; i += 2) {
        to.item(record(i));
        to.issue(issue(i + 1));
    }
},
        sink);
REQUIRE(sink.order.size() == 20'000);
for (std::uint64_t i = 0; i < sink.order.size(); ++i) REQUIRE(sink.order[i] == i + 1);
}

TEST_CASE("what was read before the reader failed is handed on, and then its error") {
    Collected sink;
    const auto read = [](format::RecordSink& to) {
        for (std::uint64_t i = 1; i <= 3; ++i) to.item(record(i));
        throw base::Error(base::ErrorCode::Cancelled, "stopped by the user");
    };
    CHECK_THROWS_AS(import::readBeside(read, sink), base::Error);
    CHECK(sink.order == std::vector<std::uint64_t>{1, 2, 3});
}

TEST_CASE("where storing fails the reader is stopped, even one that has long lines to go") {
    Collected sink;
    sink.failAt = 2;
    std::atomic<bool> wasStopped = false;
    const auto read = [&](format::RecordSink& to) {
        try {
            for (std::uint64_t i = 1;; ++i) to.item(record(i, 100'000)); // has no end
        } catch (const base::Error&) {
            wasStopped = true;
            throw;
        }
    };
    try {
        import::readBeside(read, sink);
        FAIL("nothing was thrown");
    } catch (const base::Error& error) {
        CHECK(error.code() == base::ErrorCode::NoSpace); // and not that the reader was stopped
    }
    CHECK(wasStopped);
}

TEST_CASE("a reader that is faster than the store waits, so that little is held") {
    std::atomic<std::uint64_t> read = 0;
    class Slow : public Collected {
    public:
        explicit Slow(std::atomic<std::uint64_t>& made) : made_(made) {}
        void item(format::ItemRecord&& one) override {
            most = std::max(most, made_ - one.index);
            Collected::item(std::move(one));
        }
        std::uint64_t most = 0;

    private:
        std::atomic<std::uint64_t>& made_;
    } sink(read);
    import::readBeside(
        [&](format::RecordSink& to) {
            for (std::uint64_t i = 1;
    i <= 300; ++i) {
        read = i;
        to.item(record(i, 100'000)); // 30 MB
    }
},
        sink);
CHECK(sink.order.size() == 300);
CHECK(sink.most < 40); // 4 MB
}
