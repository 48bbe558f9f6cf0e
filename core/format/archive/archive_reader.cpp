// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/archive/archive_reader.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/format/archive/archive_handle.h"

#include <algorithm>

namespace core::format {

namespace {

using namespace std::string_view_literals;

// A bomb is not opened to its end. An export of a whole telephone is far below all three.
constexpr std::uint64_t kMostFiles = 1'000'000;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40U; // 1 TiB
constexpr std::uint64_t kMostRatio = 200;                     // unpacked to packed, once it is large
constexpr std::uint64_t kLargeBytes = std::uint64_t{1} << 30U;

// Counts what comes out, over all files of the archive.
class MeteredSource : public base::ByteSource {
public:
    MeteredSource(archive::Handle& handle, std::uint64_t& total, std::uint64_t limit)
        : handle_(handle), total_(total), limit_(limit) {}
    std::size_t read(char* buffer, std::size_t capacity) override {
        const std::size_t n = handle_.readData(buffer, capacity);
        total_ += n;
        if (total_ > limit_) throw archive::Bomb();
        return n;
    }

private:
    archive::Handle& handle_;
    std::uint64_t& total_;
    std::uint64_t limit_;
};

bool isArchive(std::string_view head) {
    return head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv) ||
           head.starts_with("7z\xBC\xAF\x27\x1C"sv) || head.starts_with("Rar!\x1A\x07"sv) ||
           head.starts_with("\x1F\x8B\x08"sv) || (head.size() > 262 && head.substr(257, 5) == "ustar");
}

// What systems put beside files, never anybody's words.
bool isJunk(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return path.starts_with("__MACOSX/") || name == ".DS_Store" || name == "Thumbs.db" ||
           name == "desktop.ini";
}

void addIssue(ChildSink& sink, model::IssueCode code, model::IssueSeverity severity, std::string detail) {
    sink.issue({code, severity, std::move(detail), 0});
}

class Unpacking {
public:
    Unpacking(base::SeekableSource& source, const ReadContext& context, ChildSink& sink)
        : source_(source), context_(context), sink_(sink),
          limit_(std::min(kMostBytes, std::max(kLargeBytes, source.size() * kMostRatio))) {}

    void run() {
        archive::Handle handle(source_, context_.passphrase);
        try {
            while (const auto entry = handle.next()) {
                if (++files_ > kMostFiles) throw archive::Bomb();
                sink_.position(handle.packedBytes());
                one(handle, *entry);
            }
            if (!handle.fault().empty())
                addIssue(sink_, model::IssueCode::Truncated, model::IssueSeverity::Skipped, handle.fault());
        } catch (const archive::Bomb&) {
            addIssue(sink_, model::IssueCode::TooLarge, model::IssueSeverity::Skipped,
                     std::to_string(files_) + " files, " + std::to_string(total_) + " bytes");
        }
    }

private:
    void one(archive::Handle& handle, const archive::Entry& entry) {
        if (!entry.isFile) return;
        if (entry.isUnsafe)
            addIssue(sink_, model::IssueCode::UnsafeName, model::IssueSeverity::Odd, entry.writtenName);
        if (isJunk(entry.path)) return;
        try {
            if (entry.isSealed && !handle.hasPassphrase()) throw archive::Sealed();
            MeteredSource bytes(handle, total_, limit_);
            sink_.child({entry.path, entry.size, entry.timeMs}, bytes);
        } catch (const archive::Sealed&) {
            addIssue(sink_, model::IssueCode::SealedContent, model::IssueSeverity::Skipped, entry.path);
        }
    }

    base::SeekableSource& source_;
    const ReadContext& context_;
    ChildSink& sink_;
    std::uint64_t limit_, total_ = 0, files_ = 0;
};

} // namespace

Confidence ArchiveReader::probe(const ProbeInput& input) const {
    return isArchive(input.head) ? Confidence::Maybe : Confidence::No;
}

void ArchiveReader::read(base::ByteSource&, const ReadContext&, RecordSink&) const {}

void ArchiveReader::unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const {
    Unpacking(source, context, sink).run();
}

} // namespace core::format
