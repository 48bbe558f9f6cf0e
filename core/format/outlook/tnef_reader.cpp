// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/tnef_reader.h"

#include "core/format/outlook/message_record.h"
#include "core/format/outlook/tnef_message.h"

namespace core::format {

namespace {

constexpr std::size_t kMaxTnef = std::size_t{64} << 20; // bytes: it came by mail

// As much of it as is held; a larger one is read as far as that.
std::string bytesOf(base::ByteSource& source) {
    std::string bytes;
    std::string piece(std::size_t{64} << 10, '\0');
    while (bytes.size() < kMaxTnef) {
        const std::size_t n = source.read(piece.data(), std::min(piece.size(), kMaxTnef - bytes.size()));
        if (n == 0) break;
        bytes.append(piece, 0, n);
    }
    return bytes;
}

} // namespace

Confidence TnefReader::probe(const ProbeInput& input) const {
    return input.head.starts_with(outlook::TnefMessage::kMagic) ? Confidence::Certain : Confidence::No;
}

void TnefReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    const std::string bytes = bytesOf(source);
    sink.position(bytes.size());
    outlook::TnefMessage message(bytes);
    ItemRecord record = outlook::makeRecord(message, context, {});
    record.length = bytes.size();
    if (!message.isWhole())
        record.issues.push_back(
            {model::IssueCode::Truncated, model::IssueSeverity::Odd, "winmail", bytes.size()});
    std::uint64_t index = 0;
    outlook::giveRecords(message, context, {}, std::move(record), index, sink);
}

void TnefReader::unpack(base::SeekableSource& source, const ReadContext&, ChildSink& sink) const {
    const std::string bytes = bytesOf(source);
    sink.position(bytes.size());
    outlook::TnefMessage message(bytes);
    outlook::unpackFiles(message, {}, sink);
}

} // namespace core::format
