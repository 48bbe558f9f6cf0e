// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A process with a small file system of its own (tmpfs in a private mount namespace), gone with it.

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace tests {

class Faults {
public:
    void add(const std::string& fault) { all_ += fault + "\n"; }
    void unless(bool isSo, const std::string& what) {
        if (!isSo) add("not so: " + what);
    }
    const std::string& all() const { return all_; }

private:
    std::string all_;
};

class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path path) : path_(std::move(path)) {}
    const std::filesystem::path& path() const { return path_; }

    void fill(std::size_t left) const; // so that about that many bytes are free
    void clear() const;                // takes the filling away
    void makeReadOnly() const;
    void dropRights() const; // the bits of a file's mode count, as they do for a person
    void limitFiles() const; // every write that would make a file larger fails
    void unlimitFiles() const;

private:
    std::filesystem::path path_;
};

// Runs the work in a child; what it found, also what it threw or the signal it died of. None where the system
// does not allow a mount.
std::optional<std::string> onSmallDisk(std::size_t bytes,
                                       const std::function<void(const SmallDisk&, Faults&)>& work);

} // namespace tests
