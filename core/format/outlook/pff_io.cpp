// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/pff_io.h"

#include <algorithm>
#include <utility>

#include <sys/types.h>
#include <unistd.h>

namespace core::format::outlook {

struct PffIo::State {
    base::SeekableSource& source;
    std::function<void(std::uint64_t)> progress;
    std::uint64_t at = 0;
    std::uint64_t done = 0;
    bool isOpen = false;
    std::exception_ptr failure = nullptr;

    static State& of(intptr_t* handle) { return *reinterpret_cast<State*>(handle); }

    static int free(intptr_t**, libbfio_error_t**) { return 1; }
    static int clone(intptr_t** to, intptr_t* from, libbfio_error_t**) {
        *to = from;
        return 1;
    }
    static int open(intptr_t* handle, int, libbfio_error_t**) {
        of(handle).isOpen = true;
        of(handle).at = 0;
        return 1;
    }
    static int close(intptr_t* handle, libbfio_error_t**) {
        of(handle).isOpen = false;
        return 0;
    }
    static ssize_t read(intptr_t* handle, std::uint8_t* buffer, std::size_t size, libbfio_error_t**) {
        State& state = of(handle);
        if (state.failure) return -1;
        try {
            state.source.seek(state.at);
            std::size_t have = 0;
            while (have < size) {
                const std::size_t n = state.source.read(reinterpret_cast<char*>(buffer) + have, size - have);
                if (n == 0) break;
                have += n;
            }
            state.at += have;
            state.done += have;
            state.progress(std::min(state.done, state.source.size()));
            return static_cast<ssize_t>(have);
        } catch (...) {
            state.failure = std::current_exception();
            return -1;
        }
    }
    static ssize_t write(intptr_t*, const std::uint8_t*, std::size_t, libbfio_error_t**) { return -1; }
    static off64_t seek(intptr_t* handle, off64_t offset, int whence, libbfio_error_t**) {
        State& state = of(handle);
        const auto base = whence == SEEK_SET   ? std::uint64_t{0}
                          : whence == SEEK_CUR ? state.at
                                               : state.source.size();
        const auto target = static_cast<off64_t>(base) + offset;
        if (target < 0) return -1;
        state.at = static_cast<std::uint64_t>(target);
        return target;
    }
    static int exists(intptr_t*, libbfio_error_t**) { return 1; }
    static int opened(intptr_t* handle, libbfio_error_t**) { return of(handle).isOpen ? 1 : 0; }
    static int size(intptr_t* handle, size64_t* size, libbfio_error_t**) {
        *size = of(handle).source.size();
        return 1;
    }
};

PffIo::PffIo(base::SeekableSource& source, std::function<void(std::uint64_t)> progress)
    : state_(new State{source, std::move(progress)}) {
    if (libbfio_handle_initialize(&handle_, reinterpret_cast<intptr_t*>(state_.get()), State::free,
                                  State::clone, State::open, State::close, State::read, State::write,
                                  State::seek, State::exists, State::opened, State::size, 0, nullptr) != 1)
        handle_ = nullptr;
}

PffIo::~PffIo() {
    if (handle_) libbfio_handle_free(&handle_, nullptr);
}

void PffIo::throwIfFailed() {
    if (state_->failure) std::rethrow_exception(std::exchange(state_->failure, nullptr));
}

} // namespace core::format::outlook
