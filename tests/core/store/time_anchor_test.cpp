// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/time_anchor.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/test_authority.h"
#include "tests/core/store/throws.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

namespace {

struct AnchorCase : tests::TestCase {
    tests::TestAuthority authority;

    std::string request() { return makeTimeRequest(store->database(), clock); }
    auto codeOfReply(const std::string& reply, const std::string& trusted = {}) {
        return tests::codeThrown([&] { addTimeReply(store->database(), clock, reply, trusted); });
    }
};

} // namespace

TEST_CASE("the reply of a time-stamp authority is kept with the entry that it confirms") {
    AnchorCase t;
    const std::string head = custodyHead(t.store->database());
    const std::string request = t.request();
    CHECK(custodyHead(t.store->database()) != head); // asking is an entry too
    const TimeReply reply =
        addTimeReply(t.store->database(), t.clock, t.authority.reply(request), t.authority.root());
    CHECK(reply.anchor.hash == head);
    CHECK(reply.isIssuerChecked);
    CHECK(reply.authority.find("Prøvetidsstempel") != std::string::npos);
    CHECK(reply.anchor.timeMs > 1'700'000'000'000);
    t.reopen();
    REQUIRE(timeAnchors(t.store->database()).size() == 1);
    CHECK(timeAnchors(t.store->database())[0].timeMs == reply.anchor.timeMs);
    CHECK(t.store->verify().empty());
}

TEST_CASE("a reply without the issuer's certificate is kept, and said to be unchecked") {
    AnchorCase t;
    const std::string request = t.request();
    CHECK_FALSE(addTimeReply(t.store->database(), t.clock, t.authority.reply(request), {}).isIssuerChecked);
}

TEST_CASE("a reply finds its own request among several") {
    AnchorCase t;
    const std::string first = t.request();
    t.store->database().execute("UPDATE setting SET value = 'x' WHERE key = 'label'");
    t.request();
    CHECK(addTimeReply(t.store->database(), t.clock, t.authority.reply(first), {}).anchor.id == 1);
}

TEST_CASE("a reply that proves nothing is refused, and changes nothing") {
    AnchorCase t;
    const std::string request = t.request();
    const std::string reply = t.authority.reply(request);
    const auto entries = t.store->database().integer("SELECT count(*) FROM custody");
    AnchorCase other;
    const std::string foreign = t.authority.reply(other.request());
    std::string forged = reply;
    forged[forged.size() - 3] = static_cast<char>(forged[forged.size() - 3] ^ 1); // in the signature
    for (const std::string& bad : {foreign, forged, t.authority.refusal(request), std::string("no reply"),
                                   reply.substr(0, reply.size() - 40), std::string()})
        CHECK(t.codeOfReply(bad) == core::base::ErrorCode::InvalidInput);
    CHECK(t.codeOfReply(reply, other.authority.root()) == core::base::ErrorCode::InvalidInput);
    CHECK(t.codeOfReply(reply, "no certificate") == core::base::ErrorCode::InvalidInput);
    CHECK(t.store->database().integer("SELECT count(*) FROM custody") == entries);
    CHECK_FALSE(timeAnchors(t.store->database())[0].timeMs);
    CHECK_FALSE(t.codeOfReply(reply, t.authority.root()));
}

TEST_CASE("verify finds a stamped entry that was rewritten, and a reply that was changed") {
    AnchorCase t;
    addTimeReply(t.store->database(), t.clock, t.authority.reply(t.request()), {});
    Database& database = t.store->database();
    CHECK(brokenTimeAnchors(database).empty());
    database.execute("UPDATE time_anchor SET time_ms = time_ms - 1000");
    CHECK(brokenTimeAnchors(database).size() == 1);
    database.execute("UPDATE time_anchor SET time_ms = time_ms + 1000, hash = upper(hash)");
    CHECK(brokenTimeAnchors(database).size() == 1);
    database.execute("UPDATE time_anchor SET hash = lower(hash), reply = substr(reply, 1, 100)");
    CHECK(brokenTimeAnchors(database).size() == 1);
}
