// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The messages of one page: who, what, when as written. The classes in which an export says this are its own
// shorthand and have been the same since 2021 (_a6-g ...) and before (_2let ...).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::messenger {

struct HtmlReaction {
    std::string text; // sign, name and perhaps a time in brackets, as written
};

struct HtmlMessage {
    std::string sender;
    std::string text;
    std::string time; // as written; empty: it says none
    std::vector<std::string> files;
    std::vector<HtmlReaction> reactions;
    std::uint64_t offset = 0; // of its block in the page, bytes
    std::uint64_t length = 0;
};

struct HtmlPage {
    std::string title;
    std::vector<HtmlMessage> messages; // blocks without a time too: headings, and what was cut
    bool isCut = false;                // the page ends inside a block
};

HtmlPage pageOf(std::string_view page);

} // namespace core::format::messenger
