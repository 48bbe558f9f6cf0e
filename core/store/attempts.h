// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Wrong passphrases since the last opening, with their times: the closed case cannot be written, so they
// stand in a readable file beside it until the next opening carries them into the history. Whoever can write
// the folder can also remove the file; it is a hint and proves nothing.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::store {

class FailedAttempts {
public:
    explicit FailedAttempts(const std::filesystem::path& folder) : file_(folder / "attempts") {}

    // Milliseconds since 1970, in the order of the file. Lines that are no such time are passed over.
    std::vector<std::int64_t> times() const;
    // Never throws for the disk: a folder that cannot be written must not hide the answer "wrong passphrase".
    void add(std::int64_t atMs);
    void clear(); // never throws for the disk either

private:
    std::filesystem::path file_;
};

// For the history: "2025-03-01T12:00:00Z, ...".
std::string timesText(const std::vector<std::int64_t>& times);

} // namespace core::store
