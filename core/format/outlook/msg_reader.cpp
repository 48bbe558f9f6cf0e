// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/msg_reader.h"

#include "core/base/seekable.h"
#include "core/format/outlook/message_record.h"
#include "core/format/outlook/msg_message.h"

#include <optional>

namespace core::format {

namespace {

// "__properties_version1.0", as a compound file writes names: every message has one, no other document.
bool namesProperties(std::string_view head) {
    std::string wanted;
    for (const char c : std::string_view("__properties_version1.0")) wanted.append(1, c).append(1, '\0');
    return head.find(wanted) != std::string_view::npos;
}

} // namespace

// The directory may lie anywhere in the file, so that a message whose directory is not at the front is known
// by its name only.
Confidence MsgReader::probe(const ProbeInput& input) const {
    if (!input.head.starts_with(outlook::CompoundFile::kMagic)) return Confidence::No;
    if (namesProperties(input.head)) return Confidence::Certain;
    const bool isNamed = input.fileName.ends_with(".msg") || input.fileName.ends_with(".MSG");
    return isNamed && input.size > input.head.size() ? Confidence::Likely : Confidence::No;
}

void MsgReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    base::Seekable seekable(source);
    const outlook::CompoundFile file(*seekable);
    if (!file.isValid()) {
        sink.issue({model::IssueCode::Malformed, model::IssueSeverity::Skipped, "outlook-msg", 0});
        return;
    }
    const outlook::NamedNumbers names = outlook::readNamedNumbers(file);
    outlook::MsgMessage message(file, 0, names);
    ItemRecord record = outlook::makeRecord(message, context, {});
    record.length = seekable->size();
    std::uint64_t index = 0;
    outlook::giveRecords(message, context, {}, std::move(record), index, sink);
    sink.position(seekable->size());
}

void MsgReader::unpack(base::SeekableSource& source, const ReadContext&, ChildSink& sink) const {
    const outlook::CompoundFile file(source);
    if (!file.isValid()) return;
    const outlook::NamedNumbers names = outlook::readNamedNumbers(file);
    outlook::MsgMessage message(file, 0, names);
    outlook::unpackFiles(message, {}, sink);
}

} // namespace core::format
