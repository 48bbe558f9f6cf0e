// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lets libpff read a source of ours instead of a file on the disk: the original lies sealed in the case, and
// nothing of it may be written in clear.

#include "core/base/byte_source.h"

#include <exception>
#include <functional>
#include <memory>

#include <libbfio.h>

namespace core::format::outlook {

class PffIo {
public:
    // `progress` is told how many bytes were read so far, at most the size, and may throw.
    PffIo(base::SeekableSource& source, std::function<void(std::uint64_t)> progress);
    ~PffIo();
    PffIo(const PffIo&) = delete;
    PffIo& operator=(const PffIo&) = delete;

    libbfio_handle_t* handle() { return handle_; } // null where there is no memory
    // What the source or `progress` threw while libpff, which is C, was calling.
    void throwIfFailed();

private:
    struct State;
    std::unique_ptr<State> state_;
    libbfio_handle_t* handle_ = nullptr;
};

} // namespace core::format::outlook
