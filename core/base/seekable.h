// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A source that can be sought in, made of any: for readers whose table of contents is not at the front.

#include "core/base/byte_source.h"

#include <optional>
#include <string>

namespace core::base {

// The source given, or its bytes held here. Throws Error(Unsupported) where they are more than `mostHeld`.
class Seekable {
public:
    static constexpr std::size_t kMostHeld = std::size_t{256} << 20U;

    explicit Seekable(ByteSource& source, std::size_t mostHeld = kMostHeld)
        : seekable_(dynamic_cast<SeekableSource*>(&source)) {
        if (seekable_ != nullptr) return;
        held_ = readAll(source, mostHeld);
        seekable_ = &memory_.emplace(held_);
    }
    Seekable(const Seekable&) = delete;
    Seekable& operator=(const Seekable&) = delete;

    SeekableSource& operator*() { return *seekable_; }
    SeekableSource* operator->() { return seekable_; }

private:
    std::string held_;
    std::optional<MemorySource> memory_;
    SeekableSource* seekable_;
};

} // namespace core::base
