// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the files of a package go: a folder or a zip, made beside its target and put in place when it is
// whole. Not what the files are: package.cpp decides that.

#include "core/base/byte_source.h"

#include <filesystem>
#include <memory>
#include <string>

namespace core::share {

class PackageWriter {
public:
    virtual ~PackageWriter() = default; // without commit() nothing stays behind
    // `name` is relative, with '/' between folders, UTF-8. Returns the SHA-256 of what was written.
    virtual std::string add(const std::string& name, base::ByteSource& source, std::uint64_t size) = 0;
    virtual void finish() = 0; // all of it is on the medium
    virtual void commit() = 0; // after finish(); throws Error(Exists) where the target is there and not empty
};

// A zip where the target's name ends in .zip.
std::unique_ptr<PackageWriter> makePackageWriter(const std::filesystem::path& target);

} // namespace core::share
