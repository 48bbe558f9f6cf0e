// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RFC 3161 over OpenSSL: a request, and what a reply to it says. Not where they are kept: time_anchor.h.

#include "core/base/sha256.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::store {

// DER of a request for a SHA-256, with a nonce, asking for the certificate of the signer.
std::string makeStampRequest(const base::Digest& digest);

enum class StampFault { None, NotAReply, Refused, OtherRequest, BadSignature, UnknownIssuer };
const char* sentenceOf(StampFault fault); // English, for the log

struct Stamp {
    StampFault fault = StampFault::None;
    std::int64_t timeMs = 0;
    std::string authority; // one line, as in the certificate
};

// The reply held against its request. `trusted` (PEM): its issuer too; empty: only its signature, made with
// the certificate in the reply.
Stamp readStamp(std::string_view request, std::string_view reply, std::string_view trusted);

} // namespace core::store
