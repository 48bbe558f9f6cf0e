// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/compound_file.h"

#include "core/base/utf8.h"
#include "core/format/outlook/bytes.h"

#include <algorithm>

namespace core::format::outlook {

namespace {

constexpr std::uint32_t kLastSector = 0xFFFFFFFA; // numbers above stand for no sector
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::size_t kHeader = 512;
constexpr std::size_t kHeaderTable = 76; // the first numbers of table sectors, 109 of them
constexpr std::size_t kHeaderTableCount = 109;
constexpr std::size_t kEntrySize = 128;
constexpr std::size_t kMaxEntries = 200'000;
constexpr std::uint64_t kStepsAnEntry = 64; // how often each may be come by

void appendNumbers(std::vector<std::uint32_t>& out, std::string_view bytes) {
    for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) out.push_back(u32At(bytes, i));
}

} // namespace

// The bytes of one stream in order; a piece is as much as lies in one sector.
class CompoundFile::Stream : public base::ByteSource {
public:
    Stream(const CompoundFile& file, const Node& node)
        : file_(file), next_(node.start), left_(node.size), isMini_(node.size < file.miniCutoff_) {}

    std::size_t read(char* buffer, std::size_t capacity) override {
        if (pos_ == piece_.size() && !nextPiece()) return 0;
        const std::size_t n = piece_.copy(buffer, capacity, pos_);
        pos_ += n;
        return n;
    }

private:
    bool nextPiece() {
        const auto& table = isMini_ ? file_.miniTable_ : file_.table_;
        if (left_ == 0 || next_ >= kLastSector || next_ >= table.size() || steps_++ > table.size())
            return false;
        piece_ = isMini_ ? mini(next_) : file_.sector(next_);
        if (piece_.size() > left_) piece_.resize(static_cast<std::size_t>(left_));
        left_ -= piece_.size();
        next_ = table[next_];
        pos_ = 0;
        return !piece_.empty();
    }

    std::string mini(std::uint32_t number) const {
        const std::uint64_t at = std::uint64_t{number} * file_.miniSize_;
        const std::uint64_t in = at / file_.sectorSize_;
        if (in >= file_.miniSectors_.size()) return {};
        const std::uint64_t sector = file_.miniSectors_[static_cast<std::size_t>(in)];
        return file_.bytesAt((sector + 1) * file_.sectorSize_ + at % file_.sectorSize_, file_.miniSize_);
    }

    const CompoundFile& file_;
    std::uint32_t next_;
    std::uint64_t left_;
    bool isMini_;
    std::size_t steps_ = 0;
    std::string piece_;
    std::size_t pos_ = 0;
};

CompoundFile::CompoundFile(base::SeekableSource& source) : source_(source) {
    const std::string header = bytesAt(0, kHeader);
    if (header.size() < kHeader || !header.starts_with(kMagic)) return;
    const unsigned shift = u16At(header, 30);
    const unsigned miniShift = u16At(header, 32);
    if (shift < 9 || shift > 16 || miniShift < 4 || miniShift > shift) return;
    sectorSize_ = std::size_t{1} << shift;
    miniSize_ = std::size_t{1} << miniShift;
    miniCutoff_ = u32At(header, 56);
    readTable(header);
    readDirectory(u32At(header, 48));
    if (entries_.empty()) return;
    appendNumbers(miniTable_, chain(u32At(header, 60), std::uint64_t{u32At(header, 64)} * sectorSize_));
    stepsLeft_ = (entries_.size() + 1000) * kStepsAnEntry;
    bytesLeft_ = 2 * source_.size();
    const Node& root = entries_.front();
    for (std::uint32_t at = root.start; at < table_.size() && miniSectors_.size() < table_.size();
         at = table_[at])
        miniSectors_.push_back(at);
}

std::string CompoundFile::bytesAt(std::uint64_t offset, std::size_t count) const {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    source_.seek(offset);
    while (have < count) {
        const std::size_t n = source_.read(bytes.data() + have, count - have);
        if (n == 0) break;
        have += n;
    }
    bytes.resize(have);
    return bytes;
}

std::string CompoundFile::sector(std::uint32_t number) const {
    return bytesAt((std::uint64_t{number} + 1) * sectorSize_, sectorSize_);
}

// Up to `limit` bytes of the sectors from `start` on.
std::string CompoundFile::chain(std::uint32_t start, std::uint64_t limit) const {
    std::string bytes;
    std::size_t steps = 0;
    for (std::uint32_t at = start; at < table_.size() && bytes.size() < limit && steps++ <= table_.size();
         at = table_[at])
        bytes += sector(at);
    return bytes;
}

void CompoundFile::readTable(std::string_view header) {
    const std::uint64_t most = source_.size() / sectorSize_ + 1; // sectors of the file
    std::vector<std::uint32_t> sectors;
    appendNumbers(sectors, header.substr(kHeaderTable, kHeaderTableCount * 4));
    std::uint32_t more = u32At(header, 68);
    for (std::uint64_t i = 0; i < most && more < kLastSector; ++i) {
        const std::string bytes = sector(more);
        if (bytes.size() < sectorSize_) break;
        appendNumbers(sectors, std::string_view(bytes).substr(0, sectorSize_ - 4));
        more = u32At(bytes, sectorSize_ - 4);
    }
    for (const std::uint32_t number : sectors) {
        if (number >= kLastSector) continue;
        if (table_.size() >= most) break;
        appendNumbers(table_, sector(number));
    }
    table_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(table_.size(), most)));
}

void CompoundFile::readDirectory(std::uint32_t start) {
    const std::string bytes = chain(start, kMaxEntries * kEntrySize);
    for (std::size_t at = 0; at + kEntrySize <= bytes.size(); at += kEntrySize) {
        const std::string_view raw = std::string_view(bytes).substr(at, kEntrySize);
        const std::size_t nameLength = std::min<std::size_t>(u16At(raw, 64), 64);
        Node node;
        const std::string_view name = raw.substr(0, nameLength >= 2 ? nameLength - 2 : 0);
        node.name = base::fromCharset(name, "utf-16le").value_or("");
        node.isFolder = raw[66] == 1 || raw[66] == 5;
        node.left = u32At(raw, 68);
        node.right = u32At(raw, 72);
        node.child = u32At(raw, 76);
        node.start = u32At(raw, 116);
        node.size = sectorSize_ > kHeader ? u64At(raw, 120) : u32At(raw, 120);
        node.size = std::min(node.size, source_.size());
        entries_.push_back(std::move(node));
    }
}

std::vector<CompoundFile::Entry> CompoundFile::children(Entry folder) const {
    std::vector<Entry> found;
    std::vector<bool> seen(entries_.size());
    std::vector<std::uint32_t> todo{entries_[folder].child};
    while (!todo.empty() && stepsLeft_ > 0) {
        --stepsLeft_;
        const std::uint32_t at = todo.back();
        todo.pop_back();
        if (at == kNoEntry || at >= entries_.size() || seen[at] || at == 0) continue;
        seen[at] = true;
        found.push_back(at);
        todo.push_back(entries_[at].left);
        todo.push_back(entries_[at].right);
    }
    std::sort(found.begin(), found.end(), [&](Entry a, Entry b) { return name(a) < name(b); });
    return found;
}

CompoundFile::Entry CompoundFile::find(Entry folder, std::string_view wanted) const {
    for (const Entry entry : children(folder))
        if (name(entry) == wanted) return entry;
    return kNone;
}

std::string CompoundFile::read(Entry stream, std::size_t limit) const {
    std::string bytes;
    limit = static_cast<std::size_t>(std::min<std::uint64_t>(limit, bytesLeft_));
    Stream source(*this, entries_[stream]);
    std::string piece(sectorSize_, '\0');
    while (bytes.size() < limit) {
        const std::size_t n = source.read(piece.data(), std::min(piece.size(), limit - bytes.size()));
        if (n == 0) break;
        bytes.append(piece, 0, n);
    }
    bytesLeft_ -= bytes.size();
    return bytes;
}

std::unique_ptr<base::ByteSource> CompoundFile::open(Entry stream) const {
    return std::make_unique<Stream>(*this, entries_[stream]);
}

} // namespace core::format::outlook
