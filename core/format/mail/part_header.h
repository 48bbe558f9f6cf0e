// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The header fields of a mail or a part that Logbog reads, gathered line by line in bounded memory.
// Values stay raw (unfolded, undecoded). Not all headers: the original holds those.

#include "core/format/mail/line_reader.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::format::mail {

enum class Field {
    From,
    Sender,
    To,
    Cc,
    Bcc,
    Subject,
    Date,
    Received, // all of them, the topmost first, a line feed between them
    MessageId,
    InReplyTo,
    References,
    ContentType,
    TransferEncoding,
    Disposition,
    ContentId,
    ContentLength,
    GmailLabels,
    Unsent,      // X-Unsent: 1, a draft that a program of Microsoft saved
    AppleLength, // X-Apple-Content-Length: the content of the part is in a file of its own
    Count,       // how many there are; no field
};

// "Name:" at the start of a line. Length of the name, 0 where the line is no header.
std::size_t headerNameLength(std::string_view line);

// Fields by which a mail is known, for probing (Received, From, Date ...). Lower or upper case.
bool isWellKnownHeader(std::string_view name);

class PartHeader {
public:
    void clear();
    // A line of the header block, or a piece of one. False where it is no header line (the body begins there,
    // or it is junk): the caller knows which.
    bool add(const Line& line);
    // Joins a line that is no header to the field before it.
    void addStray(const Line& line) { append(line); }

    const std::string& raw(Field field) const { return values_[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return present_[static_cast<std::size_t>(field)]; }
    bool isCut() const { return cut_; } // a field was longer than the limit
    bool isEmpty() const { return !any_; }

private:
    void append(const Line& line);

    static constexpr std::size_t kCount = static_cast<std::size_t>(Field::Count);
    std::array<std::string, kCount> values_;
    std::array<bool, kCount> present_{};
    std::string* current_ = nullptr; // null: a field that is not kept
    bool any_ = false;
    bool cut_ = false;
};

} // namespace core::format::mail
