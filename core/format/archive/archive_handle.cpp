// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/archive/archive_handle.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/base/utf8_locale.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace core::format::archive {

using base::Error;
using base::ErrorCode;

struct Handle::State {
    explicit State(base::SeekableSource& from, const AskPassphrase& question) : source(from), ask(question) {}
    ~State() { archive_read_free(reader); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    // libarchive is C: what the source throws waits here until it has returned.
    template <typename Work>
    auto guarded(Work work) -> decltype(work()) {
        try {
            return work();
        } catch (...) {
            thrown = std::current_exception();
            return ARCHIVE_FATAL;
        }
    }
    void rethrow() {
        if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
    }

    base::SeekableSource& source;
    const AskPassphrase& ask;
    ::archive* reader = archive_read_new();
    std::array<char, 65536> buffer{};
    std::uint64_t at = 0;
    std::exception_ptr thrown;
    std::optional<base::SecretText> passphrase;
    bool asked = false, declined = false;
    std::set<std::string> paths;
};

namespace {

using State = Handle::State;

la_ssize_t readPiece(::archive*, void* data, const void** piece) {
    auto& state = *static_cast<State*>(data);
    *piece = state.buffer.data();
    return state.guarded([&]() -> la_ssize_t {
        const std::size_t n = state.source.read(state.buffer.data(), state.buffer.size());
        state.at += n;
        return static_cast<la_ssize_t>(n);
    });
}

la_int64_t seekTo(::archive*, void* data, la_int64_t offset, int whence) {
    auto& state = *static_cast<State*>(data);
    return state.guarded([&]() -> la_int64_t {
        const auto size = static_cast<la_int64_t>(state.source.size());
        const la_int64_t from = whence == SEEK_SET   ? 0
                                : whence == SEEK_END ? size
                                                     : static_cast<la_int64_t>(state.at);
        if (offset < -from || from + offset > size) return ARCHIVE_FATAL;
        state.at = static_cast<std::uint64_t>(from + offset);
        state.source.seek(state.at);
        return static_cast<la_int64_t>(state.at);
    });
}

la_int64_t skipOver(::archive*, void* data, la_int64_t count) {
    auto& state = *static_cast<State*>(data);
    return state.guarded([&]() -> la_int64_t {
        const auto left = static_cast<la_int64_t>(state.source.size() - state.at);
        const la_int64_t step = std::min(count, left);
        state.at += static_cast<std::uint64_t>(step);
        state.source.seek(state.at);
        return step;
    });
}

const char* askFor(::archive*, void* data) {
    auto& state = *static_cast<State*>(data);
    if (state.declined || !state.ask) return nullptr;
    state.guarded([&] {
        state.passphrase = state.ask(state.asked);
        state.asked = true;
        return 0;
    });
    if (!state.passphrase) {
        state.declined = true;
        return nullptr;
    }
    state.passphrase->append('\0');
    return state.passphrase->view().data();
}

// Old archivers write names in the character set of DOS.
std::string nameOf(archive_entry* entry) {
    if (const char* name = archive_entry_pathname_utf8(entry); name != nullptr && base::isValidUtf8(name))
        return name;
    const char* raw = archive_entry_pathname(entry);
    if (raw == nullptr) return {};
    if (base::isValidUtf8(raw)) return raw;
    return base::fromCharset(raw, "ibm437").value_or(base::repairUtf8(raw));
}

std::string safePath(const std::string& written, bool& isUnsafe) {
    std::vector<std::string> parts;
    std::string part;
    const auto take = [&] {
        if (part == "..")
            isUnsafe = true;
        else if (!part.empty() && part != ".")
            parts.push_back(part);
        part.clear();
    };
    for (const char c : written) {
        if (c == '/' || c == '\\')
            take();
        else if (static_cast<unsigned char>(c) >= 0x20)
            part += c;
    }
    take();
    isUnsafe = isUnsafe || written.starts_with('/') || written.starts_with('\\') ||
               (!parts.empty() && parts[0].size() == 2 && parts[0][1] == ':');
    if (parts.empty()) return "unnamed";
    if (isUnsafe) return parts.back();
    std::string path;
    for (const std::string& one : parts) path += (path.empty() ? "" : "/") + one;
    return path;
}

std::string unique(const std::string& path, std::set<std::string>& taken) {
    std::string name = path;
    for (int n = 2; !taken.insert(name).second; ++n) {
        const auto dot = path.rfind('.');
        const bool isName = dot != std::string::npos && path.find('/', dot) == std::string::npos;
        name = (isName ? path.substr(0, dot) : path) + " (" + std::to_string(n) + ")" +
               (isName ? path.substr(dot) : "");
    }
    return name;
}

} // namespace

Handle::Handle(base::SeekableSource& source, const AskPassphrase& ask)
    : state_(std::make_unique<State>(source, ask)) {
    ::archive* reader = state_->reader;
    archive_read_support_filter_gzip(reader);
    archive_read_support_format_zip_seekable(reader);
    archive_read_support_format_zip_streamable(reader); // where the table at the end is lost
    archive_read_support_format_tar(reader);
    archive_read_support_format_7zip(reader);
    archive_read_support_format_rar(reader);
    archive_read_support_format_rar5(reader);
    archive_read_set_passphrase_callback(reader, state_.get(), askFor);
    archive_read_set_callback_data(reader, state_.get());
    archive_read_set_read_callback(reader, readPiece);
    archive_read_set_seek_callback(reader, seekTo);
    archive_read_set_skip_callback(reader, skipOver);
    const int code = archive_read_open1(reader);
    state_->rethrow();
    if (code != ARCHIVE_OK) fault_ = archive_error_string(reader);
}

Handle::~Handle() = default;

bool Handle::hasPassphrase() const { return static_cast<bool>(state_->ask) && !state_->declined; }

std::uint64_t Handle::packedBytes() const { return state_->at; }

std::optional<Entry> Handle::next() {
    if (!fault_.empty()) return std::nullopt;
    const base::Utf8Locale names; // without it the flag "UTF-8" in a zip file helps nothing
    archive_entry* found = nullptr;
    const int code = archive_read_next_header(state_->reader, &found);
    state_->rethrow();
    if (code == ARCHIVE_EOF) return std::nullopt;
    if (code < ARCHIVE_WARN) {
        const char* text = archive_error_string(state_->reader);
        fault_ = text == nullptr ? "it cannot be read on" : text;
        return std::nullopt;
    }
    Entry entry;
    entry.writtenName = nameOf(found);
    entry.path = unique(safePath(entry.writtenName, entry.isUnsafe), state_->paths);
    entry.isFile = archive_entry_filetype(found) == AE_IFREG && archive_entry_hardlink(found) == nullptr;
    if (archive_entry_size_is_set(found) != 0 && archive_entry_size(found) > 0)
        entry.size = static_cast<std::uint64_t>(archive_entry_size(found));
    if (archive_entry_mtime_is_set(found) != 0) entry.timeMs = archive_entry_mtime(found) * 1000;
    entry.isSealed = archive_entry_is_data_encrypted(found) != 0;
    return entry;
}

std::size_t Handle::readData(char* buffer, std::size_t capacity) {
    const la_ssize_t n = archive_read_data(state_->reader, buffer, capacity);
    state_->rethrow();
    if (n >= 0) return static_cast<std::size_t>(n);
    if (state_->declined) throw Sealed();
    const char* text = archive_error_string(state_->reader);
    throw Error(ErrorCode::Unsupported, "the data in the archive is damaged", text == nullptr ? "" : text);
}

} // namespace core::format::archive
