// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/attached_length.h"

#include "core/base/error.h"
#include "core/format/film/film_reader.h"

#include <algorithm>

namespace core::import {

namespace {

constexpr std::uint64_t kMostHeld = 32U
                                    << 20U; // bytes of a film inside a text; of a longer one it is not known
constexpr std::size_t kHead = 64U << 10U;

class LengthSink : public format::RecordSink {
public:
    void item(format::ItemRecord&& record) override { seconds = record.durationSeconds; }
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
    std::optional<std::int64_t> seconds;
};

bool mayHaveLength(const model::Attachment& attachment) {
    return attachment.type.starts_with("video/") || attachment.type.starts_with("audio/");
}

std::optional<std::int64_t> lengthOf(base::SeekableSource& source, const model::Attachment& attachment) {
    const format::FilmReader films;
    const std::string head = base::readHead(source, kHead);
    if (films.probe({head, attachment.name, source.size(), {}}) < format::Confidence::Likely) return {};
    source.seek(0);
    format::ReadContext context;
    context.fileName = attachment.name;
    context.size = source.size();
    context.zone = "UTC";                            // its times are not asked
    context.sha256 = base::toHex(attachment.sha256); // nor is its identity, for which it would be hashed
    LengthSink sink;
    films.read(source, context, sink);
    return sink.seconds;
}

} // namespace

std::optional<std::int64_t> AttachedLength::of(const model::Attachment& attachment,
                                               const std::string& ofItsOwn) const {
    const bool isKnown = attachment.path.empty() || !ofItsOwn.empty();
    if (!mayHaveLength(attachment) || !isKnown) return {};
    try {
        if (!ofItsOwn.empty()) return lengthOf(*vault_.read(ofItsOwn), attachment);
        if (attachment.encodedLength > kMostHeld) return {};
        const std::string bytes = bytesOf(attachment);
        base::MemorySource source(bytes);
        return lengthOf(source, attachment);
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return {}; // what is wrong with the file is told where it is shown
    }
}

std::string AttachedLength::bytesOf(const model::Attachment& attachment) const {
    return base::decodeTransfer(attachment.encoding,
                                vault_.readRange(objectId_, attachment.offset, attachment.encodedLength));
}

} // namespace core::import
