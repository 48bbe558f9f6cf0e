// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// For formats that check themselves: the fuzzer's bytes are changes of a sound file, or the file itself.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

// Takes what the fuzzer decides from the front of its bytes; zeros where they have come to their end.
class Choices {
public:
    Choices(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}
    unsigned byte() {
        if (rest_.empty()) return 0;
        const auto value = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    unsigned word() {
        const unsigned low = byte();
        return low | byte() << 8U;
    }
    bool isEmpty() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
};

// Each change: place (16 bits), new byte; 0xFFFF cuts the file at the next place.
inline std::string patched(std::string bytes, Choices& choices) {
    while (!choices.isEmpty() && !bytes.empty()) {
        const unsigned at = choices.word();
        if (at == 0xFFFF)
            bytes.resize(choices.word() % (bytes.size() + 1));
        else
            bytes[at % bytes.size()] = static_cast<char>(choices.byte());
    }
    return bytes;
}

// The fuzzer's own bytes, or `sound` with its changes.
inline std::string rawOrPatched(const std::string& sound, Choices& choices) {
    return choices.byte() % 4 == 0 ? std::string(choices.rest()) : patched(sound, choices);
}

// A file without a name.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("fuzz", MFD_CLOEXEC)) {
        if (fd_ < 0 || ::write(fd_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            std::abort();
    }
    ~MemoryFile() { ::close(fd_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

private:
    int fd_;
};

} // namespace fuzz
