// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Archives (zip with AES, tar, 7z, rar) by libarchive: hands out their files and has no records itself. Names
// lead nowhere: they are labels. Not documents that happen to be zip files inside: those have readers.

#include "core/format/reader.h"

namespace core::format {

class ArchiveReader : public Reader {
public:
    const char* code() const override { return "archive"; }
    Confidence probe(const ProbeInput& input) const override;
    void read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const override;
    bool hasChildren() const override { return true; }
    // Stops with an issue TooLarge where the files inside are beyond all measure (kMost...,
    // archive_reader.cpp); SealedContent where they are encrypted and ReadContext::passphrase gives no answer
    // that opens them.
    void unpack(base::SeekableSource& source, const ReadContext& context, ChildSink& sink) const override;
};

} // namespace core::format
