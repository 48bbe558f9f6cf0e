// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The word of somebody else that the history stood at a certain entry at a certain time: a request and a
// reply of a time-stamp authority (RFC 3161), carried by file. Not the sending: nothing here knows a network.
//
// What is stamped is the hash of the last entry itself, so that any tool can check a reply against the hash
// that a report prints: openssl ts -verify -digest HASH -in REPLY -CAfile CA.

#include "core/base/clock.h"
#include "core/store/case_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct TimeAnchor {
    std::int64_t id = 0;
    std::int64_t sequence = 0; // of the entry that is stamped
    std::string hash;
    std::optional<std::int64_t> timeMs; // as the authority says; none: no reply yet
};

struct TimeReply {
    TimeAnchor anchor;
    std::string authority;        // the subject of the certificate that signed, as it is written there
    bool isIssuerChecked = false; // against the certificates she gave
};

// A request (DER, for a .tsq file) over the present head of the history; kept in the case, with an entry
// "anchor-request" of its own. Throws Error(InvalidInput) where the history is empty.
std::string makeTimeRequest(Database& database, const base::Clock& clock);

// Keeps the reply (DER, a .tsr file) with its request and enters "anchor" in the history. `trusted`: PEM
// certificates of the authority's issuer; empty: only the signature is checked, and the answer says so.
// Throws Error(InvalidInput) where the bytes are no reply, the authority refused, it belongs to no request of
// this case, or the signature or the issuer does not hold; nothing is changed then.
TimeReply addTimeReply(Database& database, const base::Clock& clock, std::string_view reply,
                       std::string_view trusted);

std::vector<TimeAnchor> timeAnchors(Database& database);

// For verify: replies that do not fit their request, their entry or their signature any more.
std::vector<CaseStore::Finding> brokenTimeAnchors(Database& database);

} // namespace core::store
