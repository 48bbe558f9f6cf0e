// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A small time-stamp authority with its own root, for tests: it answers requests as RFC 3161 says.

#include <memory>
#include <string>
#include <string_view>

namespace tests {

class TestAuthority {
public:
    TestAuthority();
    ~TestAuthority();

    std::string reply(std::string_view request) const;   // DER
    std::string refusal(std::string_view request) const; // a reply that says no
    std::string root() const;                            // PEM

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace tests
