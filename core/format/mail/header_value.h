// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Structured header values: Content-Type and its like with parameters (RFC 2045, 2231), message ids.
// Not addresses: addresses.h.

#include <string>
#include <string_view>
#include <vector>

namespace core::format::mail {

struct HeaderValue {
    std::string value; // lower case, without comments and blanks: "text/plain", "attachment"
    struct Parameter {
        std::string name; // lower case
        std::string text; // UTF-8
    };
    std::vector<Parameter> parameters;

    // Empty where it is not there.
    const std::string& parameter(std::string_view name) const;
};

// Reads what is there: missing quotes, blanks inside an unquoted file name, a missing semicolon.
HeaderValue parseHeaderValue(std::string_view raw);

// The last path component without control characters; empty for ".", ".." and nothing.
std::string safeFileName(std::string_view name);

// The ids of Message-ID, In-Reply-To, References, without < > and blanks.
std::vector<std::string> parseMessageIds(std::string_view raw);

} // namespace core::format::mail
