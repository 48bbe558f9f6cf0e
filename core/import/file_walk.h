// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files under what was dropped: folders walked in the order of their names. Links, hidden files, what is
// no ordinary file and the folders of cases are passed over, and named.

#include <filesystem>
#include <string>
#include <vector>

namespace core::import {

enum class PassedOverReason { Hidden, Link, Case, Other };
const char* codeOf(PassedOverReason reason); // "hidden", "link", "case", "other"

struct PassedOver {
    std::filesystem::path path; // a folder stands for all that is in it
    PassedOverReason reason = PassedOverReason::Other;
};

struct WalkedFile {
    std::filesystem::path path;
    std::string folder; // where it stands in the folder that was given, that one's name first, with /
                        // between; empty for a file that was given itself
};

struct FileWalk {
    std::vector<WalkedFile> files;
    std::vector<PassedOver> passedOver;
};

// What does not exist and a folder that cannot be read stay among the files, so that opening them gives the
// error. What the paths themselves name is taken, hidden or a link. Deleted pictures that an Android phone
// still keeps (".trashed-...") are files as any other, and the folders of a Maildir are (".Sent").
FileWalk filesUnder(const std::vector<std::filesystem::path>& paths);

} // namespace core::import
