// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Gives the records of a mail that was taken apart: its own, then one for each mail inside it.

#include "core/format/mail/envelope_line.h"
#include "core/format/mail/mail_parser.h"
#include "core/format/reader.h"

#include <optional>
#include <vector>

namespace core::format::mail {

class MailGiver {
public:
    // All must outlive it. Where `files` is given, it gets the files inside the mails, and nobody the
    // records.
    MailGiver(const ReadContext& context, RecordSink& sink, ChildSink* files = nullptr)
        : context_(context), sink_(sink), files_(files) {}

    // What a reader knows of a mail beside its bytes.
    struct Place {
        std::uint64_t begin = 0; // in the file, a From_ line included
        std::uint64_t end = 0;
        std::optional<EnvelopeLine> envelope = std::nullopt;
        std::vector<model::Issue> issues = {};
        // The folder of the parts that the mail holds no bytes of, by their numbers; empty: there is none.
        std::string partFolder = {};
    };
    // `parser` has been given the last line; its content ends at `contentEnd`.
    void give(MailParser& parser, std::uint64_t contentEnd, Place&& place);

private:
    const ReadContext& context_;
    RecordSink& sink_;
    ChildSink* files_;
    std::uint64_t count_ = 0;
};

// Passes on where a reader is while it unpacks, and no record.
class UnpackingSink : public RecordSink {
public:
    explicit UnpackingSink(ChildSink& files) : files_(files) {}
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t offset) override { files_.position(offset); }

private:
    ChildSink& files_;
};

} // namespace core::format::mail
